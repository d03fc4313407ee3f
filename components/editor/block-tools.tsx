import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import type { ReactNode } from 'react';
import { EditorIcon, type EditorIconName } from './editor-icon.tsx';
import { useEditorDesk } from './editor-context.ts';

/** Swaps a block with its neighbour. The focus moves along, so that the button can be pressed again. */
function move(editor: Editor, at: number, by: 1 | -1) {
  const { state, view } = editor;
  const { doc, tr } = state;
  const index = doc.resolve(at).index(0);
  const node = doc.child(index);
  const other = doc.maybeChild(index + by);
  if (!other) return;
  const to = by < 0 ? at - other.nodeSize : at + other.nodeSize;
  tr.delete(at, at + node.nodeSize).insert(to, node);
  if (NodeSelection.isSelectable(node)) tr.setSelection(NodeSelection.create(tr.doc, to));
  view.dispatch(tr.scrollIntoView());
  requestAnimationFrame(() => {
    const dom = view.nodeDOM(to);
    if (dom instanceof HTMLElement) dom.querySelector<HTMLElement>(`[data-move="${by}"]`)?.focus();
  });
}

export function BlockButton({
  icon,
  label,
  onClick,
  ...rest
}: {
  icon: EditorIconName;
  label: string;
  onClick: () => void;
  'data-move'?: 1 | -1;
  disabled?: boolean;
}) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onClick}
      {...rest}
      className="inline-flex size-11 items-center justify-center rounded-paper text-ink-soft hover:text-sea disabled:opacity-40 disabled:hover:text-ink-soft"
    >
      <EditorIcon name={icon} />
    </button>
  );
}

type Props = {
  editor: Editor;
  getPos: () => number | undefined;
  name: string;
  onDelete: () => void;
  children?: ReactNode;
};

/** The name of a block, and the actions on it as a whole. */
export function BlockTools({ editor, getPos, name, onDelete, children }: Props) {
  const { words } = useEditorDesk();
  const go = (by: 1 | -1) => () => {
    const at = getPos();
    if (at !== undefined) move(editor, at, by);
  };
  function remove() {
    onDelete();
    editor.commands.focus();
  }
  return (
    <div
      contentEditable={false}
      className="flex flex-wrap items-center border-b border-hairline ps-3 font-sans text-caption"
    >
      <span data-drag-handle className="me-auto font-medium text-ink-soft">
        {name}
      </span>
      {children}
      <BlockButton icon="up" label={words.block.up} onClick={go(-1)} data-move={-1} />
      <BlockButton icon="down" label={words.block.down} onClick={go(1)} data-move={1} />
      <BlockButton icon="delete" label={words.block.delete} onClick={remove} />
    </div>
  );
}

/** The frame of a block in the editor; readers do not see it. */
export const blockFrame = 'editor-block rounded-paper border border-hairline bg-sheet';
