const withArticle = (words: string) =>
  words
    .trim()
    .split(/\s+/)
    .flatMap((word) => [word, `ال${word}`]);

/** Roles and names of publications, each with the article and without it. */
const ROLES = withArticle(`
  صحيفة جريدة موقع شبكة وكالة أخبار مدير مديرة إدارة إداري إدارية محرر محررة محررون محررين تحرير هيئة أسرة فريق طاقم رئيس رئيسة رئاسة مشرف مشرفة مشرفون مشرفين إشراف
  رقابة مراقب مراقبة ناشر غرفة دعم حساب تعليق تعليقات مقال نظام أدمن أدمين صحفي صحفية صحفيون صحافي صحافية مراسل مراسلة مراسلون مندوب مندوبة متحدث متحدثة قناة إذاعة منصة بوابة مجلة
  تلفزيون نشرة مسؤول مسؤولة مسئول سكرتارية مودريتور`);

const PHRASES = [
  'مداد',
  'الرسمي',
  'الرسمية',
  'الناطق',
  'الناطقة',
  'المتحدث',
  'المتحدثة',
  'ناطق رسمي',
  'ناطقة رسمية',
  'متحدث رسمي',
  'متحدثة رسمية',
  'الدعم الفني',
  'الكاتب',
  'الكاتبة',
  'كاتب المقال',
  'كاتبة المقال',
  'اختيار المحرر',
  'اختيار المحررة',
  'نائب رئيس التحرير',
  'سكرتير التحرير',
  'أمين التحرير',
  'صاحب الموقع',
  'محذوف',
  'تعليق محذوف',
  'تعليقك',
  'نيوز',
  'برس',
  'أونلاين',
  'اونلاين',
  'ميديا',
  'تي في',
  'إف إم',
  'راديو',
];

const ENGLISH = `
  midad medad mdad admin admins administrator administration moderator moderators moderation mod mods editor editors editorial board newsroom news staff team support help
  helpdesk official account site website webmaster sysadmin superuser system root owner publisher author comments deleted reporter reporters correspondent journalist spokesperson spokesman
  spokeswoman management press media channel radio online agency newspaper gazette tv`
  .trim()
  .split(/\s+/);

/**
 * Names that claim to speak for the site. Nobody may use them, nor a name that consists only of them («إدارة
 * مداد», Midad Admin).
 */
export const RESERVED_NAMES: readonly string[] = [
  ...ROLES,
  ...PHRASES,
  ...ENGLISH,
  'editor in chief',
  'chief editor',
  'managing editor',
  'the',
];

/**
 * Claims that count with any name beside them: «المشرف أحمد» claims a role, but مشرف without article before a
 * family name is a name.
 */
export const CLAIMS: readonly string[] = [
  'المشرف',
  'المشرفة',
  'المحرر',
  'المحررة',
  'أدمن',
  'الأدمن',
  'أدمين',
  'مودريتور',
  ...['مدير', 'مديرة', 'رئيس', 'رئيسة', 'سكرتير', 'هيئة', 'نائب'].map((role) => `${role} التحرير`),
  ...['مدير', 'مديرة', 'مشرف', 'مشرفة', 'إدارة', 'مالك', 'صاحب'].map((role) => `${role} الموقع`),
  'editor in chief',
  'managing editor',
  ...'admin administrator moderator webmaster sysadmin newsroom editor'.split(' '),
];

/**
 * Words that form a role with another word and mean nothing alone: «المشرف العام», «مراسل الشؤون المحلية».
 */
export const QUALIFIERS: readonly string[] = [
  ...withArticle(`
    عام عامة أول أولى رئيسي رئيسية تنفيذي تنفيذية شؤون محلي محلية سياسي سياسية رياضي رياضية ثقافي ثقافية اقتصادي اقتصادية دولي دولية علمي علمية قسم صفحة مكتب تقني تقنية فني
    فنية مركزي نائب نائبة مساعد مساعدة سكرتير سكرتيرة رسمي رسمية ناطق ناطقة خاص خاصة معتمد معتمدة موثق موثقة إلكتروني إلكترونية إخباري إخبارية رقمي رقمية محتوى
    تواصل علاقات نشر قراء مناوب مناوبة كاتب كاتبة مصور مصورة مالك مالكة صاحب صاحبة أمين موظف موظفة عضو زميل زميلة إعلامي إعلامية مذيع مذيعة خدمة فريقنا عمل`),
  ...'في من عن إلى لدى مع باسم هذا هذه هنا أنا نحن و ليبيا أ د م أستاذ أستاذة الأستاذ الأستاذة دكتور دكتورة الدكتور الدكتورة السيد السيدة مهندس مهندسة المهندس المهندسة'.split(
    ' ',
  ),
  ...'of at for from in and by your our with mr mrs ms miss dr eng prof general chief senior head lead managing main real verified desk local sports plus live libya writer photographer in'.split(
    ' ',
  ),
];
