import type { Block, Doc } from './doc.ts';

/** What bodies of version 2 had not: a reader of that version would refuse them. */
const THIRD = /"type":"(?:strike|sub|sup|ltr|document)"|"start":\d/;
const known = new WeakMap<Block, boolean>();

/** Blocks are never changed in place: each is looked at once. */
function isThird(block: Block): boolean {
  const before = known.get(block);
  if (before !== undefined) return before;
  const is = THIRD.test(JSON.stringify(block));
  known.set(block, is);
  return is;
}

/**
 * A body of these blocks, of the lowest version that holds them: one that was not changed is the same as
 * before.
 */
export const docWith = (content: Block[]): Doc => ({
  type: 'doc',
  v: content.some(isThird) ? 3 : 2,
  content,
});
