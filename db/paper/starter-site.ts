import { starterPages } from './starter-pages.ts';

/**
 * The usual sections of a news site. An empty newsroom may take them, change them and write its own
 * descriptions.
 */
export const STARTER_SECTIONS = [
  { slug: 'local', nameAr: 'محلي', nameEn: 'Local' },
  { slug: 'economy', nameAr: 'اقتصاد', nameEn: 'Economy' },
  { slug: 'world', nameAr: 'عربي ودولي', nameEn: 'World' },
  { slug: 'culture', nameAr: 'ثقافة', nameEn: 'Culture' },
  { slug: 'sport', nameAr: 'رياضة', nameEn: 'Sport' },
] as const;

/**
 * The privacy and comment pages describe every instance with its defaults. The other two are placeholders.
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
