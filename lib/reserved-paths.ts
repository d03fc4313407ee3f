import { LOCALES } from '#lib/locales.ts';

/** First path segments that are already in use. A section with such a slug could not be reached. */
const RESERVED = new Set([
  ...LOCALES,
  'n',
  'p',
  'r',
  'tag',
  'author',
  'search',
  'archive',
  'corrections',
  'comments',
  'moderation',
  'status',
  'preview',
  'live',
  'media',
  'assets',
  'newsroom',
  'theme',
  'health',
  'feed',
  'sitemap',
  'robots',
  'manifest',
  'favicon',
  'wp-admin',
  'api',
]);

export const isReservedPath = (segment: string): boolean => RESERVED.has(segment);
