/** Who speaks for the paper, and what it speaks in; each with the article and without. */
const ROLES = [
  'صحيفة', 'جريدة', 'موقع', 'شبكة', 'وكالة', 'أخبار', 'مدير', 'مديرة', 'إدارة', 'إداري', 'محرر', 'محررة', 'محررون', 'محررين', 'تحرير', 'هيئة', 'أسرة', 'فريق', 'طاقم',
  'رئيس', 'رئيسة', 'مشرف', 'مشرفة', 'مشرفون', 'مشرفين', 'إشراف', 'رقابة', 'مراقب', 'مراقبة', 'ناشر', 'مالك', 'غرفة', 'دعم', 'حساب', 'تعليق', 'تعليقات', 'مقال', 'نظام', 'أدمن',
].flatMap((role) => [role, `ال${role}`]);

const PHRASES = [
  'مداد', 'الرسمي', 'الرسمية', 'الدعم الفني', 'الكاتب', 'الكاتبة', 'كاتب المقال', 'كاتبة المقال', 'اختيار المحرر', 'اختيار المحررة', 'نائب رئيس التحرير', 'سكرتير التحرير',
  'أمين التحرير', 'صاحب الموقع', 'محذوف', 'تعليق محذوف', 'تعليقك', 'مودريتور',
];

const ENGLISH = [
  'midad', 'medad', 'mdad', 'admin', 'admins', 'administrator', 'administration', 'moderator', 'moderators', 'moderation', 'mod', 'mods', 'editor', 'editors',
  'editor in chief', 'chief editor', 'managing editor', 'editorial', 'board', 'newsroom', 'news', 'staff', 'team', 'the', 'support', 'help', 'official', 'account', 'site',
  'website', 'webmaster', 'system', 'root', 'owner', 'publisher', 'author', 'comments', 'deleted',
];

/** Names that speak for the paper; nobody may write under them, nor under words that are all of them («إدارة مداد», Midad Admin). */
export const RESERVED_NAMES: readonly string[] = [...ROLES, ...PHRASES, ...ENGLISH];
