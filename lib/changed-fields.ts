import { isDeepStrictEqual } from 'node:util';
import { articleContentSchema, type ArticleContent } from './article-content.ts';

/** The fields in which two contents differ. */
export const changedFields = (a: ArticleContent, b: ArticleContent): (keyof ArticleContent)[] =>
  (Object.keys(articleContentSchema.shape) as (keyof ArticleContent)[]).filter((key) => !isDeepStrictEqual(a[key], b[key]));
