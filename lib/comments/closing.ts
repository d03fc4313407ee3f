const DAY = 86_400_000;

type Closable = { commentsOpen: boolean; commentsCloseAt: Date | null; publishedAt: Date | null };

/**
 * When an article's comments end by themselves: its own time, else so many days after it went out; null for
 * never.
 */
export function closingTime({ commentsCloseAt, publishedAt }: Closable, closeAfterDays: number): Date | null {
  if (commentsCloseAt) return commentsCloseAt;
  return publishedAt && closeAfterDays > 0 ? new Date(publishedAt.getTime() + closeAfterDays * DAY) : null;
}

/**
 * Why an article takes no more comments: the newsroom closed them, or a day came: by age, or one set for this
 * article.
 */
export type Closed = { why: 'newsroom'; since: null } | { why: 'age' | 'article'; since: Date };
export type Closing = { isOpen: true } | ({ isOpen: false } & Closed);

/** Whether an article takes comments now, and if not, since when and why. */
export function closingOf(article: Closable, closeAfterDays: number, now: Date): Closing {
  if (!article.commentsOpen) return { isOpen: false, why: 'newsroom', since: null };
  const at = closingTime(article, closeAfterDays);
  return at && at <= now
    ? { isOpen: false, why: article.commentsCloseAt ? 'article' : 'age', since: at }
    : { isOpen: true };
}
