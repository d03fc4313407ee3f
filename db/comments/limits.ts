import { and, eq, sql } from 'drizzle-orm';
import { FULL_WAIT, MOST_WAITING } from '#lib/comments/rules.ts';
import { preparedIn, type Transaction } from '#db/engine/client.ts';
import { listTimesSent } from '#db/privacy/addresses/find.ts';
import { type ContactKeys } from '#db/privacy/addresses/keys.ts';
import type { Settings } from '#db/paper/settings.ts';
import { comments } from '#db/tables/tables.ts';
import { isOpenComment } from '#db/tables/in-states.ts';

/** At most this many comments in this many seconds. A network has many readers; a writer is one browser. */
type Rate = { seconds: number; most: number };
const DAY = 86_400;
const RATES = {
  writer: [
    { seconds: 20, most: 1 },
    { seconds: 600, most: 6 },
    { seconds: DAY, most: 30 },
  ],
  email: [
    { seconds: 60, most: 2 },
    { seconds: 600, most: 6 },
    { seconds: DAY, most: 30 },
  ],
  network: [
    { seconds: 60, most: 6 },
    { seconds: 600, most: 20 },
    { seconds: DAY, most: 200 },
  ],
} satisfies Record<string, Rate[]>;

/** Seconds until another comment is allowed, rounded up; 0 for now. `times` are the latest, newest first. */
function waitFor(times: readonly Date[], rates: readonly Rate[], now: Date): number {
  const waits = rates.map(({ seconds, most }) => {
    const oldest = times[most - 1];
    // + 1: a comment sent exactly `seconds` ago still counts
    return oldest ? oldest.getTime() + seconds * 1000 + 1 - now.getTime() : 0;
  });
  return Math.ceil(Math.max(0, ...waits) / 1000);
}

export type LimitFault = { fault: 'tooFast' | 'slowMode' | 'articleFull'; wait: number };

/** Whether a sender has to wait, and how long, by their browser and network alone. */
export async function findLimit(
  tx: Transaction,
  keys: ContactKeys,
  writerTimes: readonly Date[],
  settings: Settings,
  now: Date,
): Promise<LimitFault | null> {
  const since = new Date(now.getTime() - DAY * 1000);
  const networkTimes = await listTimesSent(tx, 'networkIndex', keys.networkIndex, since, 200);
  const wait = Math.max(waitFor(writerTimes, RATES.writer, now), waitFor(networkTimes, RATES.network, now));
  if (wait > 0) return { fault: 'tooFast', wait };
  if (!(new Date(settings.slowModeUntil) > now)) return null;
  // The network counts only if nothing else is known of the reader: many people share one.
  const isKnown = writerTimes.length > 0 || keys.emailIndex !== '';
  const slowWait = Math.max(
    waitFor(writerTimes, slowRate(settings), now),
    isKnown ? 0 : waitFor(networkTimes, slowRate(settings), now),
  );
  return slowWait > 0 ? { fault: 'slowMode', wait: slowWait } : null;
}

const slowRate = (settings: Settings): Rate[] => [{ seconds: settings.slowModeSeconds, most: 1 }];

/**
 * Whether more comments came with this address than one reader sends. Anyone can type an address, so this
 * holds the comment silently.
 */
export async function isAddressTooFast(
  tx: Transaction,
  emailIndex: string,
  settings: Settings,
  now: Date,
): Promise<boolean> {
  const times = await listTimesSent(tx, 'emailIndex', emailIndex, new Date(now.getTime() - DAY * 1000), 30);
  const rates =
    new Date(settings.slowModeUntil) > now ? [...RATES.email, ...slowRate(settings)] : RATES.email;
  return waitFor(times, rates, now) > 0;
}

const lastToWait = preparedIn((runner) =>
  runner
    .select({ one: sql`1` })
    .from(comments)
    .where(and(eq(comments.articleId, sql.placeholder('articleId')), isOpenComment()))
    .limit(1)
    .offset(MOST_WAITING - 1)
    .prepare(),
);

/** Whether the article has so many pending comments that it accepts no more for now. */
export async function findArticleLimit(tx: Transaction, articleId: string): Promise<LimitFault | null> {
  const [last] = await lastToWait(tx).execute({ articleId });
  return last ? { fault: 'articleFull', wait: FULL_WAIT } : null;
}
