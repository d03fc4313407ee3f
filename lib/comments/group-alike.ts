import { foldForMatching } from './match-fold.ts';
import { isNearCopy } from './similarity.ts';
import type { Signal } from './score.ts';

/** What is compared: the words, what the rules said of them, and what else a decision would be about. */
export type Comparable = {
  name: string;
  body: string;
  bodyKey: string;
  signature: string;
  score: number;
  signals: readonly Signal[];
  openReports: number;
  editedAt: Date | null;
  appealedAt: Date | null;
};
export type AlikeGroup<T> = { first: T; alike: T[] };

/**
 * What leads somewhere: addresses however they are written, numbers to call, handles and hashtags. Each run
 * is bounded, so that time is linear.
 */
const LEADS = new RegExp(
  [
    String.raw`\p{L}{1,20}:\/\/\S+`,
    String.raw`[^\s@]{0,64}@\S+`,
    String.raw`#\S+`,
    String.raw`[\p{L}\p{N}-]{1,64}[.。]\p{L}{2,}\S*`,
    String.raw`[a-z0-9-]{1,64}\s?(?:\.|[[({]\.[\])}]|[[({]?dot[\])}]?|دوت|نقطة)\s?[a-z]{2,}\S*`,
    String.raw`[+\p{Nd}][\p{Nd}\s().-]{4,}`,
  ].join('|'),
  'giu',
);

const squeeze = (text: string) => foldForMatching(text).text.replaceAll(' ', '');
const leadsOf = (text: string) => Array.from(text.matchAll(LEADS), ([lead]) => squeeze(lead));
/** A rule with the words that it met: another hidden address under the same rule is another reason. */
const reasonsOf = ({ name, body, signals }: Comparable) =>
  signals.map(
    ({ rule, start, end, field }) =>
      `${rule}:${start === undefined ? '' : squeeze((field === 'name' ? name : body).slice(start, end))}`,
  );

const isWithin = (some: readonly string[], all: readonly string[]) =>
  some.every((each) => all.includes(each));

/**
 * Signals about other comments or other writers, not about what stands in this one; their points count in the
 * score all the same.
 */
const ELSEWHERE: readonly Signal['rule'][] = ['nearCopy', 'approvedBefore'];
/** No card is longer than a person reads. */
const MOST_BELOW = 10;

/**
 * Whether `row` may stand below `first` on its card: a near-copy in which nothing is worse. What leads
 * somewhere else, met a rule that the shown one did not, weighs more, or was reported, edited or appealed for
 * has a card of its own.
 */
export function mayStandBelow(first: Comparable, row: Comparable): boolean {
  if (row.bodyKey !== first.bodyKey && !isNearCopy(first.signature, row.signature)) return false;
  if (row.score > first.score || row.openReports > 0 || row.editedAt || row.appealedAt) return false;
  const ofItself = { ...row, signals: row.signals.filter(({ rule }) => !ELSEWHERE.includes(rule)) };
  return (
    isWithin(reasonsOf(ofItself), reasonsOf(first)) &&
    isWithin(leadsOf(row.body), leadsOf(first.body)) &&
    isWithin(leadsOf(row.name), leadsOf(first.name))
  );
}

/**
 * Gathers near-copies under the first of them, in the order given, until another group would be one too many;
 * `taken` says how many rows that used up, so that the next page begins right behind them.
 */
export function groupAlike<T extends Comparable>(
  rows: readonly T[],
  most: number,
): { groups: AlikeGroup<T>[]; taken: number } {
  const groups: AlikeGroup<T>[] = [];
  for (const [taken, row] of rows.entries()) {
    const group = groups.find(({ first, alike }) => alike.length < MOST_BELOW && mayStandBelow(first, row));
    if (group) group.alike.push(row);
    else if (groups.length < most) groups.push({ first: row, alike: [] });
    else return { groups, taken };
  }
  return { groups, taken: rows.length };
}
