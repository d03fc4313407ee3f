const DAY = 86_400_000;

type Closable = { commentsOpen: boolean; commentsCloseAt: Date | null; publishedAt: Date | null };

/**
 * When an article's comments close automatically: at its own time, else a number of days after publication;
 * null for never.
 */
export function closingTime({ commentsCloseAt, publishedAt }: Closable, closeAfterDays: number): Date | null {
  if (commentsCloseAt) return commentsCloseAt;
  return publishedAt && closeAfterDays > 0 ? new Date(publishedAt.getTime() + closeAfterDays * DAY) : null;
}

/**
 * Why an article accepts no more comments: the newsroom closed them, they reached an age limit, or a time set
 * for this article passed.
 */
export type Closed = { why: 'newsroom'; since: null } | { why: 'age' | 'article'; since: Date };
export type Closing = { isOpen: true } | ({ isOpen: false } & Closed);

/** Whether an article accepts comments now; if not, since when and why. */
export function closingOf(article: Closable, closeAfterDays: number, now: Date): Closing {
  if (!article.commentsOpen) return { isOpen: false, why: 'newsroom', since: null };
  const at = closingTime(article, closeAfterDays);
  return at && at <= now
    ? { isOpen: false, why: article.commentsCloseAt ? 'article' : 'age', since: at }
    : { isOpen: true };
}
