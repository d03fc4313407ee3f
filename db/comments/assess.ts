import { linksOf } from '#lib/comments/links.ts';
import { scoreComment, type Score, type ScoreInput } from '#lib/comments/score.ts';
import { shapeOf } from '#lib/comments/shape.ts';
import { shingleSignature } from '#lib/comments/similarity.ts';
import type { Locale } from '#lib/locales.ts';
import { classifyComment } from '#db/moderation/classifier.ts';
import type { Transaction } from '#db/engine/client.ts';
import type { Settings } from '#db/paper/settings.ts';
import { loadWordMatcher } from '#db/moderation/word-rules.ts';
import { countNearCopies, type NewestComments } from './near-copies.ts';
import type { WriterTrack } from './writer-track.ts';

/** What the words of a comment show by themselves. */
export type ReadWords = Pick<
  ScoreInput,
  'body' | 'links' | 'shape' | 'wordHits' | 'nameHits' | 'classifier'
> & { signature: string };

/**
 * Reads the words of a comment, before the transaction that stores it: no other writer waits meanwhile. A
 * comment that would be public at once is read again inside it (`tx`).
 */
export async function readWords(
  { name, body, locale }: { name: string; body: string; locale: Locale },
  tx?: Transaction,
): Promise<ReadWords> {
  const findWords = await loadWordMatcher(tx);
  return {
    body,
    links: linksOf(body),
    shape: shapeOf(body, locale),
    wordHits: findWords(body),
    nameHits: findWords(name),
    signature: shingleSignature(body),
    classifier: await classifyComment(body, tx),
  };
}

type Assessed = Pick<ScoreInput, 'secondsOnForm' | 'decoyFilled' | 'controls'> & {
  words: ReadWords;
  newest: NewestComments;
  track: WriterTrack;
  /** The comment's own id when it is stored already, so that it is not its own copy. */
  id?: string;
};

/** Scores a new or edited comment with all rules; does not decide on it. */
export async function assessComment(
  tx: Transaction,
  { words, newest, track, id = '', ...form }: Assessed,
  settings: Settings,
  now: Date,
): Promise<Score> {
  const { signature, ...read } = words;
  const nearCopies = await countNearCopies(tx, newest, { signature, exceptId: id }, now);
  return scoreComment(
    { ...form, ...read, nearCopies, history: track },
    { hold: settings.holdScore, spam: settings.spamScore },
  );
}

type Decision = { status: 'pending' | 'spam' | 'approved'; rule: 'decoy' | 'score' | 'hold-all' | 'trusted' };

/**
 * Decides the state of a comment. Every comment waits for a person, except those of trusted writers if the
 * newsroom allows that. Such a writer is known by the signed cookie, and by other browsers that confirmed the
 * same address. They have enough comments approved by a person and none rejected in thirty days, and this
 * comment has no signal against it.
 */
export function decideComment(
  { band, signals }: Score,
  { approved, rejectedLately }: WriterTrack,
  settings: Settings,
  now: Date,
): Decision {
  if (band === 'spam')
    return { status: 'spam', rule: signals.some(({ rule }) => rule === 'decoy') ? 'decoy' : 'score' };
  if (band === 'hold') return { status: 'pending', rule: 'score' };
  const isTrusted = settings.trustAfter > 0 && approved >= settings.trustAfter && rejectedLately === 0;
  return isTrusted && !(new Date(settings.holdAllUntil) > now)
    ? { status: 'approved', rule: 'trusted' }
    : { status: 'pending', rule: 'hold-all' };
}
