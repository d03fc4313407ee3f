import type { CommentStatus } from '#lib/comments/states.ts';
import { idOf } from '#db/engine/ids.ts';
import type { MadeArticle } from './articles.ts';
import type { Random } from './random.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Articles without comments. */
const SILENT = 0.45;
const MEAN = 5;
const REPLIES = 0.35;
const DEEPEST = 5;
/** Longer than a discussion is open by default. */
const LONGEST = 29 * DAY;

/** How many of a hundred old comments are in a state; those of the last two days may wait as well. */
const SHARES: [CommentStatus, number][] = [
  ['approved', 0.84],
  ['rejected', 0.09],
  ['spam', 0.045],
  ['trash', 0.01],
  ['withdrawn', 0.015],
];
const RECENT = 2 * DAY;
const WAITING = 0.3;
/** Published by the rules and seen by no moderator. */
const TRUSTED = 0.04;

export type Plan = {
  id: string;
  article: MadeArticle;
  at: Date;
  /** When a person decided on it. */
  reviewedAt: Date | null;
  status: CommentStatus;
  parent: Plan | null;
  threadId: string;
  depth: number;
};

function drawStatus(random: Random, isRecent: boolean): CommentStatus {
  if (isRecent && random.chance(WAITING)) return 'pending';
  let left = random.next();
  for (const [status, share] of SHARES) if ((left -= share) < 0) return status;
  return 'approved';
}

/** Many articles have no comment and a few have a hundred; five on average. */
export const drawCount = (random: Random): number =>
  random.chance(SILENT) ? 0 : Math.floor(random.exponential(MEAN / (1 - SILENT) + 0.5));

function chooseParent(random: Random, plans: Plan[]): Plan | null {
  if (plans.length === 0 || !random.chance(REPLIES)) return null;
  const parent = plans[Math.max(0, plans.length - 1 - Math.floor(random.exponential(plans.length / 4)))]!;
  return parent.status === 'approved' && parent.depth < DEEPEST ? parent : null;
}

/** The comments of one article, in the order of their time. Most of them came within `spread`. */
export function planComments(
  article: MadeArticle,
  { count, spread, random, now }: { count: number; spread: number; random: Random; now: Date },
): Plan[] {
  const last = Math.min(now.getTime() - 60_000, article.at.getTime() + LONGEST);
  const times = Array.from({ length: count }, () => article.at.getTime() + random.exponential(spread))
    .filter((time) => time < last)
    .sort((a, b) => a - b);
  const plans: Plan[] = [];
  for (const [n, time] of times.entries()) {
    const at = new Date(Math.floor(time));
    const status = drawStatus(random, now.getTime() - time < RECENT);
    const id = idOf(`comment ${n} ${article.id}`, at);
    const parent = chooseParent(random, plans);
    const isReviewed = status !== 'pending' && !(status === 'approved' && random.chance(TRUSTED));
    const review = Math.min(time + random.exponential(2 * HOUR) + 60_000, now.getTime() - 1000);
    plans.push({
      id,
      article,
      at,
      reviewedAt: isReviewed ? new Date(Math.floor(review)) : null,
      status,
      parent,
      threadId: parent?.threadId ?? id,
      depth: parent ? parent.depth + 1 : 0,
    });
  }
  return plans;
}
