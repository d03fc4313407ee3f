const DAY = 86_400_000;

type Closable = { commentsOpen: boolean; commentsCloseAt: Date | null; publishedAt: Date | null };

/** When an article's comments end by themselves: its own time, else so many days after it went out; null for never. */
export function closingTime({ commentsCloseAt, publishedAt }: Closable, closeAfterDays: number): Date | null {
  if (commentsCloseAt) return commentsCloseAt;
  return publishedAt && closeAfterDays > 0 ? new Date(publishedAt.getTime() + closeAfterDays * DAY) : null;
}

export type Closing = { isOpen: true } | { isOpen: false; since: Date | null };

/** Whether an article takes comments now; `since` is the day they ended by age, null when the newsroom closed them. */
export function closingOf(article: Closable, closeAfterDays: number, now: Date): Closing {
  if (!article.commentsOpen) return { isOpen: false, since: null };
  const at = closingTime(article, closeAfterDays);
  return at && at <= now ? { isOpen: false, since: at } : { isOpen: true };
}
