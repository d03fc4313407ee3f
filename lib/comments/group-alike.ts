import { foldForMatching } from './match-fold.ts';
import { isNearCopy } from './similarity.ts';
import type { Signal } from './score.ts';

/** What is compared: the text, its signals, and what else a decision would cover. */
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
 * Contacts in a text: addresses in any notation, phone numbers, handles and hashtags. Each run is bounded, so
 * that the time is linear.
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
/**
 * A rule with the text that it matched: a different hidden address under the same rule is a different reason.
 */
const reasonsOf = ({ name, body, signals }: Comparable) =>
  signals.map(
    ({ rule, start, end, field }) =>
      `${rule}:${start === undefined ? '' : squeeze((field === 'name' ? name : body).slice(start, end))}`,
  );

const isWithin = (some: readonly string[], all: readonly string[]) =>
  some.every((each) => all.includes(each));

/** Signals about other comments or the writer, not about this text. Their points still count in the score. */
const ELSEWHERE: readonly Signal['rule'][] = ['nearCopy', 'approvedBefore'];
/** A longer card would not be read. */
const MOST_BELOW = 10;

/**
 * Whether `row` may be below `first` on its card: a near-copy in which nothing is worse. A row gets its own
 * card if it contains another contact, matched a rule that `first` did not, has a higher score, or was
 * reported, edited or appealed.
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
 * Groups near-copies under the first of them, in the given order, until there are `most` groups. `taken` is
 * the number of rows used, so that the next page begins right after them.
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
