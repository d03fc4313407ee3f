import { starterPages } from './starter-pages.ts';

/**
 * What most papers have; a newsroom that starts empty may take them and change them. Descriptions are its own
 * to write.
 */
export const STARTER_SECTIONS = [
  { slug: 'local', nameAr: 'محلي', nameEn: 'Local' },
  { slug: 'economy', nameAr: 'اقتصاد', nameEn: 'Economy' },
  { slug: 'world', nameAr: 'عربي ودولي', nameEn: 'World' },
  { slug: 'culture', nameAr: 'ثقافة', nameEn: 'Culture' },
  { slug: 'sport', nameAr: 'رياضة', nameEn: 'Sport' },
] as const;

/**
 * True of every Midad as it comes: what it keeps of readers, and how it treats comments. The other two wait
 * to be written.
 */
export const STARTER_PAGES = [
  ...starterPages.filter(({ slug }) => slug === 'privacy' || slug === 'comments'),
  {
    slug: 'about',
    locale: 'ar',
    title: 'من نحن',
    lines: ['نكتب هنا قريبًا من نحن وكيف نعمل ومن يملك هذه الصحيفة.'],
  },
  {
    slug: 'about',
    locale: 'en',
    title: 'About us',
    lines: ['Who we are, how we work and who owns this paper will stand here soon.'],
  },
  {
    slug: 'contact',
    locale: 'ar',
    title: 'اتصل بنا',
    lines: ['نكتب هنا قريبًا كيف تصل إلى غرفة الأخبار وكيف تطلب تصحيحًا.'],
  },
  {
    slug: 'contact',
    locale: 'en',
    title: 'Contact',
    lines: ['How to reach the newsroom and how to ask for a correction will stand here soon.'],
  },
] satisfies typeof starterPages;
