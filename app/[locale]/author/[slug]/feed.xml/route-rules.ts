import type { RouteRules } from '#lib/route-rules.ts';

export const rules: RouteRules = {};
