import type { DateSettings } from '#lib/arabic/dates.ts';

/** What a reader has just done to a comment, told to them beside it. */
export const SAID = ['sent', 'gone', 'reported', 'appreciated', 'takenBack'] as const;

/** What every comment of a page is shown with. */
export type Discussion = {
  dates: DateSettings;
  canReply: boolean;
  /**
   * The article's path where the page has another address (a form shown again); else empty, and links need
   * only their query.
   */
  base: string;
  /** Where comments are sent, reported and appreciated. */
  action: string;
  /** The names under the article: a member of staff among them is its author. */
  byline: string[];
  /** The comments that only their writer is shown. */
  ownIds: string[];
  /** What this reader found good, with the number as it is now; nothing on a page that is for all. */
  appreciated: Map<string, number>;
  said?: (typeof SAID)[number];
  saidOf?: string;
};
