import { diffArrays } from 'diff';
import { diffText, likeness, type Piece } from '#lib/text/text-diff.ts';
import { docText } from './doc-text.ts';
import type { Block, Doc } from './doc.ts';

/**
 * The change of one block. `restyled`: the same text, but a link, a mark, a picture or the block type
 * differs.
 */
export type BlockChange = {
  type: Block['type'];
  change: 'same' | 'changed' | 'restyled' | 'added' | 'removed';
  pieces: Piece[];
};

/** At this likeness or above, a block counts as a rewritten version of the other. */
const ALIKE = 0.35;

const words = (block: Block): string => docText({ type: 'doc', v: 2, content: [block] });

/** The text that represents a block, also if the block has no words of its own. */
function blockLine(block: Block): string {
  if (block.type === 'readAlso') return block.attrs.articles.map((number) => `#${number}`).join(' · ');
  if (block.type === 'embed') return [block.attrs.title, block.attrs.url].filter(Boolean).join(' · ');
  if (block.type === 'document') return block.attrs.title || block.attrs.mediaId;
  if (block.type === 'figure')
    return [block.attrs.caption, block.attrs.alt, block.attrs.credit].filter(Boolean).join(' · ');
  return words(block);
}

const whole = (block: Block, change: 'same' | 'added' | 'removed'): BlockChange => ({
  type: block.type,
  change,
  pieces: diffText(change === 'added' ? '' : blockLine(block), change === 'removed' ? '' : blockLine(block)),
});

function between(before: Block, after: Block): BlockChange {
  const [old, young] = [blockLine(before), blockLine(after)];
  return { type: after.type, change: old === young ? 'restyled' : 'changed', pieces: diffText(old, young) };
}

const isRewritten = (before: Block, after: Block) => {
  const [old, young] = [blockLine(before), blockLine(after)];
  return old === young ? before.type === after.type || old !== '' : likeness(old, young) >= ALIKE;
};

/**
 * Pairs the blocks of a stretch without unchanged blocks: each new block with the old one it was made from,
 * in order.
 */
function pair(removed: Block[], added: Block[]): BlockChange[] {
  const changes: BlockChange[] = [];
  let next = 0;
  for (const block of added) {
    const at = removed.findIndex((old, n) => n >= next && isRewritten(old, block));
    if (at < 0) {
      changes.push(whole(block, 'added'));
      continue;
    }
    changes.push(
      ...removed.slice(next, at).map((old) => whole(old, 'removed')),
      between(removed[at]!, block),
    );
    next = at + 1;
  }
  return [...changes, ...removed.slice(next).map((old) => whole(old, 'removed'))];
}

/** The changes between two bodies, block by block, in reading order. */
export function diffBodies(before: Doc, after: Doc): BlockChange[] {
  const keys = (doc: Doc) => doc.content.map((block) => JSON.stringify(block));
  const runs = diffArrays(keys(before), keys(after));
  const changes: BlockChange[] = [];
  let [old, young] = [0, 0];
  let removed: Block[] = [];
  let added: Block[] = [];
  for (const { count, added: isNew, removed: isOld } of runs) {
    if (isOld) removed = before.content.slice(old, (old += count));
    else if (isNew) added = after.content.slice(young, (young += count));
    else {
      changes.push(...pair(removed, added));
      removed = [];
      added = [];
      changes.push(...after.content.slice(young, young + count).map((block) => whole(block, 'same')));
      old += count;
      young += count;
    }
  }
  return [...changes, ...pair(removed, added)];
}
