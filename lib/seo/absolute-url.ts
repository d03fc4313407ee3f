import { env } from '#lib/env.ts';

/** The public URL of a path that is not percent-encoded yet. */
export const absoluteUrl = (path: string): string => env.siteUrl + encodeURI(path);
