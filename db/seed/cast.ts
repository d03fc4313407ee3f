/** Sections and authors of the demo newsroom; all people are invented. */
export const demoSections = [
  {
    slug: 'local',
    nameAr: 'محلي',
    nameEn: 'Local',
    descriptionAr: 'أخبار رأس المنارة والبلدات حولها: الخدمات والناس والشوارع.',
    descriptionEn: 'News of Ras al-Manara and the towns around it.',
  },
  {
    slug: 'economy',
    nameAr: 'اقتصاد',
    nameEn: 'Economy',
    descriptionAr: 'الأسواق والعمل والزراعة والطاقة.',
    descriptionEn: 'Markets, work, farming and energy.',
  },
  {
    slug: 'world',
    nameAr: 'عربي ودولي',
    nameEn: 'World',
    descriptionAr: 'ما يجري حولنا، من ضفاف المتوسط إلى أبعد منها.',
    descriptionEn: 'What happens around us, on the shores of the Mediterranean and beyond.',
  },
  {
    slug: 'culture',
    nameAr: 'ثقافة',
    nameEn: 'Culture',
    descriptionAr: 'كتب ومسرح وموسيقى وحرف.',
    descriptionEn: 'Books, theatre, music and crafts.',
  },
  {
    slug: 'sport',
    nameAr: 'رياضة',
    nameEn: 'Sport',
    descriptionAr: 'الملاعب والمضامير والبحر.',
    descriptionEn: 'Pitches, tracks and the sea.',
  },
  {
    slug: 'science',
    nameAr: 'علوم وتقنية',
    nameEn: 'Science',
    descriptionAr: 'الجامعة والمختبر والطبيعة.',
    descriptionEn: 'The university, the laboratory and nature.',
  },
];

export const demoAuthors = [
  {
    slug: 'salma-haddad',
    nameAr: 'سلمى الحداد',
    nameEn: 'Salma Haddad',
    bioAr: 'محررة الشؤون المحلية، تكتب عن البلدية والخدمات وأحياء المدينة القديمة.',
    bioEn: 'Local affairs editor; writes about the municipality, services and the old quarters.',
  },
  {
    slug: 'idris-mansour',
    nameAr: 'إدريس منصور',
    nameEn: 'Idris Mansour',
    bioAr: 'محرر الاقتصاد، يتابع الميناء والأسواق والزراعة.',
    bioEn: 'Economy editor; follows the harbour, the markets and farming.',
  },
  {
    slug: 'huda-karam',
    nameAr: 'هدى كرم',
    nameEn: 'Huda Karam',
    bioAr: 'محررة الثقافة، تكتب عن الكتب والمسرح وصنّاع الآلات.',
    bioEn: 'Culture editor; writes about books, theatre and instrument makers.',
  },
  {
    slug: 'yousef-nasser',
    nameAr: 'يوسف ناصر',
    nameEn: 'Yousef Nasser',
    bioAr: 'محرر الرياضة والشؤون العربية والدولية.',
    bioEn: 'Sports and world affairs editor.',
  },
  {
    slug: 'mariam-taleb',
    nameAr: 'مريم الطالب',
    nameEn: 'Mariam Taleb',
    bioAr: 'محررة العلوم والبيئة، درست علوم البحار.',
    bioEn: 'Science and environment editor; trained as a marine scientist.',
  },
];
