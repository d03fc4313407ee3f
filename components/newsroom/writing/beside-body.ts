import type { ArticleContent } from '#lib/articles/content.ts';

/** For `memo`: compares props, ignoring one that is not shown, or is read only once. */
export const isSameBut =
  (ignored: string) =>
  <T extends object>(before: T, after: T): boolean => {
    const [old, now] = [before as Record<string, unknown>, after as Record<string, unknown>];
    return [...new Set([...Object.keys(old), ...Object.keys(now)])].every(
      (key) => key === ignored || Object.is(old[key], now[key]),
    );
  };

/** For parts beside the body of an article that show nothing of it: a new body does not render them again. */
export const isSameBesideBody = <P extends { content: ArticleContent }>(before: P, after: P): boolean =>
  isSameBut('content')(before, after) && isSameBut('body')(before.content, after.content);
