import { env } from '#lib/env.ts';

/** The full public address of a path that is not percent-encoded yet. */
export const absoluteUrl = (path: string): string => env.siteUrl + encodeURI(path);
