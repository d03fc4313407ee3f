import { pageKey, type RouteRules } from '#lib/route-rules.ts';

export const rules: RouteRules = {
  // Without words to search for there is one page only.
  query: { page: (value) => (pageKey(value) === '' ? '' : undefined) },
  privateQuery: ['q', 'order'],
  isSearch: true,
};
