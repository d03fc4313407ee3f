import type { Block, Doc } from './doc.ts';

/** Nodes and marks that version 2 lacks: code for version 2 would reject them. */
const THIRD = /"type":"(?:strike|sub|sup|ltr|document)"|"start":\d/;
const known = new WeakMap<Block, boolean>();

/** Blocks are immutable, so each is checked once. */
function isThird(block: Block): boolean {
  const before = known.get(block);
  if (before !== undefined) return before;
  const is = THIRD.test(JSON.stringify(block));
  known.set(block, is);
  return is;
}

/**
 * A body of these blocks, in the lowest version that supports them. So an unchanged body keeps its version.
 */
export const docWith = (content: Block[]): Doc => ({
  type: 'doc',
  v: content.some(isThird) ? 3 : 2,
  content,
});
