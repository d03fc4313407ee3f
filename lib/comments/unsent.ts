import { pageRequest } from '../page-request.ts';
import type { Locale } from '../locales.ts';

/**
 * The text of a form that could not be accepted: `why` is a key of `comments.unsent`. The page returns the
 * text, but never an email address.
 */
export type Unsent = {
  why: 'articleAway' | 'articleRetracted' | 'commentGone' | 'notYours';
  words: string;
  /** The link to continue with; empty for the front page. */
  href: string;
};

/** Answers a form with a page that contains its text. */
export function giveBack(locale: Locale, status: number, unsent: Unsent): Response {
  pageRequest()!.renderAgain = { path: `/${locale}/comments/unsent`, status, unsent };
  return new Response(null, { status });
}
