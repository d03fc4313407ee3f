import { Fragment, type Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { ReplaceStep } from '@tiptap/pm/transform';

/*
 * Replaces a text by another, block by block. Blocks that both have stay, and with them the caret, undo steps
 * and uploads.
 */

const isBlank = (node: Node) => node.type.name === 'paragraph' && node.content.size === 0;
const blocksOf = (doc: Node): Node[] => Array.from({ length: doc.childCount }, (_, at) => doc.child(at));

/** The number of blank lines at the end of an editor: no stored body has any, and the caret may be there. */
const countBlankEnd = (blocks: Node[]): number =>
  blocks.length - 1 - blocks.findLastIndex((each) => !isBlank(each));

/** Replaces the old blocks from `from` to `to` by `blocks`. */
type Stretch = { from: number; to: number; blocks: Node[] };

/**
 * What is left between the blocks that both texts have in the same order (the longest common subsequence).
 */
function findStretches(old: Node[], goal: Node[]): Stretch[] {
  let start = 0;
  while (start < old.length && start < goal.length && old[start]!.eq(goal[start]!)) start += 1;
  let [oldEnd, goalEnd] = [old.length, goal.length];
  while (oldEnd > start && goalEnd > start && old[oldEnd - 1]!.eq(goal[goalEnd - 1]!)) {
    oldEnd -= 1;
    goalEnd -= 1;
  }
  const lengths = Array.from({ length: oldEnd - start + 1 }, () => new Uint32Array(goalEnd - start + 1));
  for (let a = oldEnd - start - 1; a >= 0; a -= 1) {
    for (let b = goalEnd - start - 1; b >= 0; b -= 1) {
      lengths[a]![b] = old[start + a]!.eq(goal[start + b]!)
        ? lengths[a + 1]![b + 1]! + 1
        : Math.max(lengths[a + 1]![b]!, lengths[a]![b + 1]!);
    }
  }
  const stretches: Stretch[] = [];
  let [a, b] = [start, start];
  let open: Stretch = { from: a, to: a, blocks: [] };
  const close = () => {
    if (open.to > open.from || open.blocks.length > 0) stretches.push(open);
    open = { from: a, to: a, blocks: [] };
  };
  while (a < oldEnd || b < goalEnd) {
    if (a < oldEnd && b < goalEnd && old[a]!.eq(goal[b]!)) {
      close();
      a += 1;
      b += 1;
      open = { from: a, to: a, blocks: [] };
    } else if (
      b < goalEnd &&
      (a === oldEnd || lengths[a - start]![b - start + 1]! >= lengths[a - start + 1]![b - start]!)
    ) {
      open.blocks.push(goal[b]!);
      b += 1;
    } else {
      a += 1;
      open.to = a;
    }
  }
  close();
  return stretches;
}

/**
 * Replaces the difference between the document of `tr` and `next` in one step, the smallest. Returns false
 * when that is impossible.
 */
function replaceDifference(tr: Transaction, next: Node): boolean {
  const start = tr.doc.content.findDiffStart(next.content);
  const end = tr.doc.content.findDiffEnd(next.content);
  if (start === null || !end) return true;
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  const step = new ReplaceStep(start, end.a + overlap, next.slice(start, end.b + overlap));
  return !tr.maybeStep(step).failed && tr.doc.eq(next);
}

/** Changes the document of `tr` to `next`; blank lines at its end stay as they are. */
export function replaceBlocks(tr: Transaction, next: Node): Transaction {
  const old = blocksOf(tr.doc);
  const wanted = blocksOf(next);
  const words = wanted.slice(0, wanted.length - countBlankEnd(wanted));
  const goal = [...words, ...old.slice(old.length - countBlankEnd(old))];
  if (goal.length === 0) goal.push(...wanted);
  for (const { from, to, blocks } of findStretches(old, goal).toReversed()) {
    const now = blocksOf(tr.doc);
    const after = now.slice(to);
    const changed = tr.doc.copy(Fragment.from([...now.slice(0, from), ...blocks, ...after]));
    if (replaceDifference(tr, changed)) continue;
    const sizeOf = (nodes: Node[]) => nodes.reduce((sum, { nodeSize }) => sum + nodeSize, 0);
    tr.replaceWith(sizeOf(now.slice(0, from)), tr.doc.content.size - sizeOf(after), blocks);
  }
  return tr;
}
