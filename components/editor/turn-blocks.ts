import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { Direction } from '#lib/body/paste-direction.ts';

/**
 * Only the outermost of these gets a direction: list markers and the rule of a quote change sides with their
 * text.
 */
const OWN = new Set(['paragraph', 'heading', 'blockquote', 'bulletList', 'orderedList']);

type Found = { node: Node; at: number };

/** The outermost blocks of the selection that can have a direction. */
function selected(editor: Editor): Found[] {
  const { doc, selection } = editor.state;
  const found: Found[] = [];
  doc.nodesBetween(selection.from, selection.to, (node, at) => {
    if (!OWN.has(node.type.name)) return true;
    found.push({ node, at });
    return false;
  });
  return found;
}

export function isTurned(editor: Editor): boolean {
  const { $from } = editor.state.selection;
  for (let depth = 1; depth <= $from.depth; depth += 1)
    if (OWN.has($from.node(depth).type.name)) return $from.node(depth).attrs.dir !== null;
  return false;
}

/** Turns the selected blocks against the direction of the article, or back if the first is turned already. */
export function turnBlocks(editor: Editor, article: Direction) {
  const blocks = selected(editor);
  const [first] = blocks;
  if (!first) return;
  const dir = first.node.attrs.dir ? null : article === 'rtl' ? 'ltr' : 'rtl';
  editor
    .chain()
    .focus()
    .command(({ tr }) => {
      for (const { at } of blocks) tr.setNodeAttribute(at, 'dir', dir);
      return true;
    })
    .run();
}
