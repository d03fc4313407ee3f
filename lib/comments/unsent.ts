import { pageRequest } from '../page-request.ts';
import type { Locale } from '../locales.ts';

/**
 * Words that could not be taken where they were sent: `why` is a key of `comments.unsent`. They are given
 * back, an address never is.
 */
export type Unsent = {
  why: 'articleAway' | 'articleRetracted' | 'commentGone' | 'notYours';
  words: string;
  /** Where to go on from here; empty for the front page. */
  href: string;
};

/** Answers a form with the page that holds its words. */
export function giveBack(locale: Locale, status: number, unsent: Unsent): Response {
  pageRequest()!.renderAgain = { path: `/${locale}/comments/unsent`, status, unsent };
  return new Response(null, { status });
}
