import type { RouteRules } from '#lib/route-rules.ts';

export const rules: RouteRules = {
  query: {
    // Milliseconds since 1970.
    after: (value) => (/^(?:|0|[1-9]\d{0,14})$/.test(value) ? value : undefined),
  },
};
