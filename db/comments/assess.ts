import { and, desc, gt, gte, ne, sql } from 'drizzle-orm';
import { linksOf } from '#lib/comments/links.ts';
import { scoreComment, type Score, type ScoreInput } from '#lib/comments/score.ts';
import { shapeOf } from '#lib/comments/shape.ts';
import { isNearCopy, shingleSignature } from '#lib/comments/similarity.ts';
import type { Locale } from '#lib/locales.ts';
import { classifyComment } from '#db/moderation/classifier.ts';
import { given, preparedIn, type Transaction } from '#db/engine/client.ts';
import { firstIdOf } from '#db/engine/ids.ts';
import type { Settings } from '#db/paper/settings.ts';
import { comments } from '#db/tables/tables.ts';
import { loadWordMatcher } from '#db/moderation/word-rules.ts';
import type { WriterTrack } from './writer-track.ts';

const WEEK = 7 * 86_400_000;
/** A flood shows in the newest comments; comparing with all comments of a busy week would be slow. */
const MOST_COMPARED = 500;

const recentSignatures = preparedIn((runner) =>
  runner
    .select({ signature: comments.signature })
    .from(comments)
    .where(
      and(
        gt(comments.id, sql.placeholder('firstId')),
        gte(comments.createdAt, given('since', comments.createdAt)),
        ne(comments.id, sql.placeholder('exceptId')),
      ),
    )
    .orderBy(desc(comments.id))
    .limit(MOST_COMPARED)
    .prepare(),
);

async function countNearCopies(
  tx: Transaction,
  signature: string,
  exceptId: string,
  now: Date,
): Promise<number> {
  if (signature === '') return 0;
  const since = new Date(now.getTime() - WEEK);
  // Raw rows: creating an object for each of 500 rows would cost more than the comparison.
  const recent = (await recentSignatures(tx).values({ firstId: firstIdOf(since), since, exceptId })) as [
    string,
  ][];
  return recent.filter(([other]) => isNearCopy(other, signature)).length;
}

type Assessed = Pick<ScoreInput, 'secondsOnForm' | 'decoyFilled' | 'controls'> & {
  name: string;
  body: string;
  locale: Locale;
  track: WriterTrack;
  /** The comment's own id when an edit is assessed, so that it is not its own copy. */
  id?: string;
};

/** Scores a new or edited comment with all rules; does not decide on it. */
export async function assessComment(
  tx: Transaction,
  given: Assessed,
  settings: Settings,
  now: Date,
): Promise<Score & { signature: string }> {
  const { name, body, locale, track, id = '', ...form } = given;
  const signature = shingleSignature(body);
  const findWords = await loadWordMatcher(tx);
  const input: ScoreInput = {
    ...form,
    body,
    links: linksOf(body),
    shape: shapeOf(body, locale),
    wordHits: findWords(body),
    nameHits: findWords(name),
    nearCopies: await countNearCopies(tx, signature, id, now),
    history: track,
    classifier: await classifyComment(tx, body),
  };
  return { ...scoreComment(input, { hold: settings.holdScore, spam: settings.spamScore }), signature };
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
