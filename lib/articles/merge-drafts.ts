import type { ArticleContent } from './content.ts';
import { isSameJson } from './draft-sync.ts';

export type DraftText = { content: ArticleContent; notes: string };
type Field = keyof ArticleContent | 'notes';

type Merged = {
  /**
   * Both contain the changes that only one side made. They differ only where both sides changed the same part
   * in different ways.
   */
  mine: DraftText;
  theirs: DraftText;
  conflicts: Field[];
};

/** The server trims lines, so a difference only in outer spaces is not a change. */
const trimmed = (value: unknown): unknown => (typeof value === 'string' ? value.trim() : value);
const isSame = (a: unknown, b: unknown) => isSameJson(trimmed(a), trimmed(b));

/** The positions of `base` blocks in `other`, by their longest common subsequence; -1 for removed blocks. */
function placesIn<T>(base: T[], other: T[]): number[] {
  const same = (a: number, b: number) => isSameJson(base[a], other[b]);
  let start = 0;
  while (start < base.length && start < other.length && same(start, start)) start += 1;
  let end = 0;
  while (
    end < base.length - start &&
    end < other.length - start &&
    same(base.length - 1 - end, other.length - 1 - end)
  )
    end += 1;
  const [rows, columns] = [base.length - start - end, other.length - start - end];
  const length = Array.from({ length: rows + 1 }, () => new Uint32Array(columns + 1));
  for (let a = rows - 1; a >= 0; a -= 1) {
    for (let b = columns - 1; b >= 0; b -= 1) {
      length[a]![b] = same(start + a, start + b)
        ? length[a + 1]![b + 1]! + 1
        : Math.max(length[a + 1]![b]!, length[a]![b + 1]!);
    }
  }
  const places = base.map((_, at) =>
    at < start ? at : at >= base.length - end ? at - base.length + other.length : -1,
  );
  for (let a = 0, b = 0; a < rows && b < columns;) {
    if (same(start + a, start + b)) {
      places[start + a] = start + b;
      a += 1;
      b += 1;
    } else if (length[a + 1]![b]! >= length[a]![b + 1]!) a += 1;
    else b += 1;
  }
  return places;
}

/**
 * Merges three lists of blocks. A stretch that only one side changed is taken from that side. Where both
 * changed it, each result keeps its own side.
 */
function mergeBlocks<T>(base: T[], mine: T[], theirs: T[]): { mine: T[]; theirs: T[]; isConflict: boolean } {
  const [inMine, inTheirs] = [placesIn(base, mine), placesIn(base, theirs)];
  const merged = { mine: [] as T[], theirs: [] as T[], isConflict: false };
  let [b, m, t] = [0, 0, 0];
  for (;;) {
    let next = b;
    while (next < base.length && (inMine[next] === -1 || inTheirs[next] === -1)) next += 1;
    const [toM, toT] = next < base.length ? [inMine[next]!, inTheirs[next]!] : [mine.length, theirs.length];
    const [was, ours, other] = [base.slice(b, next), mine.slice(m, toM), theirs.slice(t, toT)];
    // A stretch may contain neighbours that different sides changed. If the number of blocks is the same,
    // they are compared one by one.
    const isOneToOne = was.length === ours.length && was.length === other.length;
    const parts: [T[], T[], T[]][] = isOneToOne
      ? was.map((block, at) => [[block], [ours[at]!], [other[at]!]])
      : [[was, ours, other]];
    for (const [before, one, two] of parts) {
      const isMineOnly = isSameJson(before, two);
      const isTheirsOnly = isSameJson(before, one);
      if (!isMineOnly && !isTheirsOnly && !isSameJson(one, two)) merged.isConflict = true;
      merged.mine.push(...(isTheirsOnly ? two : one));
      merged.theirs.push(...(isMineOnly ? one : two));
    }
    if (next >= base.length) return merged;
    merged.mine.push(mine[toM]!);
    merged.theirs.push(theirs[toT]!);
    [b, m, t] = [next + 1, toM + 1, toT + 1];
  }
}

/** Merges two versions of one text by field and by paragraph. */
export function mergeDrafts(base: DraftText, mine: DraftText, theirs: DraftText): Merged {
  const [was, ours, other] = [base, mine, theirs].map(({ content, notes }) => ({ ...content, notes })) as [
    Fields,
    Fields,
    Fields,
  ];
  const [left, right]: [Record<string, unknown>, Record<string, unknown>] = [{}, {}];
  const conflicts: Field[] = [];
  for (const key of Object.keys(other) as Field[]) {
    const [before, one, two] = [was[key], ours[key], other[key]];
    if (isSame(one, two) || isSame(before, two)) left[key] = right[key] = one;
    else if (isSame(before, one)) left[key] = right[key] = two;
    else if (key === 'body') {
      const blocks = mergeBlocks<unknown>(was.body.content, ours.body.content, other.body.content);
      left.body = { ...ours.body, content: blocks.mine };
      right.body = { ...other.body, content: blocks.theirs };
      if (blocks.isConflict) conflicts.push(key);
    } else {
      left[key] = one;
      right[key] = two;
      conflicts.push(key);
    }
  }
  const text = ({ notes, ...content }: Record<string, unknown>) => ({ content, notes }) as DraftText;
  return { mine: text(left), theirs: text(right), conflicts };
}

type Fields = ArticleContent & { notes: string };
