/** First parts of addresses that mean something already; a section of that name could not be reached. */
const RESERVED = new Set([
  'ar', 'en', 'n', 'p', 'tag', 'author', 'search', 'archive', 'corrections', 'comments', 'moderation', 'status', 'preview', 'live', 'media', 'assets', 'newsroom',
  'theme', 'health', 'feed', 'sitemap', 'robots', 'manifest', 'favicon', 'wp-admin', 'api',
]);

export const isReservedPath = (segment: string): boolean => RESERVED.has(segment);
