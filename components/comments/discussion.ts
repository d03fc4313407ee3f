import type { DateSettings } from '#lib/arabic/dates.ts';

/** What a reader has just done with a comment; confirmed beside it. */
export const SAID = ['sent', 'gone', 'reported', 'appreciated', 'takenBack'] as const;

/** What all comments of a page need for rendering. */
export type Discussion = {
  dates: DateSettings;
  canReply: boolean;
  /**
   * The article's path if the page has another URL (a form shown again). Otherwise empty: links need only
   * their query.
   */
  base: string;
  /** The path under which comments are sent, reported and appreciated. */
  action: string;
  /** The names in the article's byline. A member of staff with one of these names is marked as its author. */
  byline: string[];
  /** The comments that only their writer sees. */
  ownIds: string[];
  /** The comments that this reader appreciated, with their current counts. Empty on a cached page. */
  appreciated: Map<string, number>;
  said?: (typeof SAID)[number];
  saidOf?: string;
};
