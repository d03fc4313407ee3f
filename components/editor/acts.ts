import type { Editor, JSONContent } from '@tiptap/core';
import * as tables from '@tiptap/pm/tables';
import { COLUMNS_MAX } from '#lib/body/from-editor.ts';
import type { Direction } from '#lib/body/paste-direction.ts';
import { isTurned, turnBlocks } from './turn-blocks.ts';

/** Acts that open a dialog first. */
export const ASKING = ['link', 'figure', 'gallery', 'document', 'embed', 'readAlso', 'help'] as const;
export type Asking = (typeof ASKING)[number];

/** All acts, whether triggered by button, menu or key. */
export type Act =
  | Asking
  | 'undo'
  | 'redo'
  | 'paragraph'
  | 'heading2'
  | 'heading3'
  | 'bold'
  | 'italic'
  | 'strike'
  | 'sub'
  | 'sup'
  | 'ltr'
  | 'bulletList'
  | 'orderedList'
  | 'quote'
  | 'direction'
  | 'clean'
  | 'pullQuote'
  | 'table'
  | 'code'
  | 'separator'
  | 'correctionBox'
  | TableAct;
export const TABLE_ACTS = [
  'rowBefore',
  'rowAfter',
  'rowDelete',
  'columnBefore',
  'columnAfter',
  'columnDelete',
  'headerRow',
  'tableDelete',
] as const;
type TableAct = (typeof TABLE_ACTS)[number];

const today = () =>
  new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date());
const cell = (type: string) => ({ type, content: [{ type: 'paragraph' }] });
const row = (type: string) => ({ type: 'tableRow', content: [cell(type), cell(type), cell(type)] });

/**
 * Inserts a block at the caret: instead of an empty paragraph, else after the current block. Blocks are at
 * the top level of the body, never in quotes, lists or cells.
 */
export function insertBlock(editor: Editor, node: JSONContent) {
  const { $to, $from } = editor.state.selection;
  const isBlank =
    $from.depth === 1 && $from.parent.type.name === 'paragraph' && $from.parent.content.size === 0;
  const at = isBlank
    ? { from: $from.before(1), to: $from.after(1) }
    : { from: $to.depth > 0 ? $to.after(1) : $to.pos, to: $to.depth > 0 ? $to.after(1) : $to.pos };
  editor
    .chain()
    .insertContentAt(at, node)
    .setTextSelection(at.from + 1)
    .focus()
    .scrollIntoView()
    .run();
}

function runOnTable(editor: Editor, act: TableAct) {
  const { state, dispatch } = editor.view;
  const map = tables.isInTable(state) ? tables.selectedRect(state).map : undefined;
  const grow = (command: typeof tables.addColumnAfter) =>
    map && map.width >= COLUMNS_MAX ? false : command(state, dispatch);
  const commands: Record<TableAct, () => boolean> = {
    rowBefore: () => tables.addRowBefore(state, dispatch),
    rowAfter: () => tables.addRowAfter(state, dispatch),
    // Deleting the only row or column deletes the table.
    rowDelete: () => (map?.height === 1 ? tables.deleteTable : tables.deleteRow)(state, dispatch),
    columnBefore: () => grow(tables.addColumnBefore),
    columnAfter: () => grow(tables.addColumnAfter),
    columnDelete: () => (map?.width === 1 ? tables.deleteTable : tables.deleteColumn)(state, dispatch),
    headerRow: () => tables.toggleHeaderRow(state, dispatch),
    tableDelete: () => tables.deleteTable(state, dispatch),
  };
  commands[act]();
  editor.commands.focus();
}

const isTableAct = (act: Act): act is TableAct => (TABLE_ACTS as readonly string[]).includes(act);

/** Runs an act that needs no dialog. */
export function run(editor: Editor, act: Exclude<Act, Asking>, direction: Direction) {
  if (isTableAct(act)) return runOnTable(editor, act);
  // Created where it runs: a chain holds the state that it was created in, and a change in between makes it
  // invalid.
  const chain = () => editor.chain().focus();
  switch (act) {
    case 'undo':
      return editor.chain().undo().focus().run();
    case 'redo':
      return editor.chain().redo().focus().run();
    case 'paragraph':
      return chain().setNode('paragraph').run();
    case 'heading2':
    case 'heading3':
      return chain()
        .toggleNode('heading', 'paragraph', { level: act === 'heading2' ? 2 : 3 })
        .run();
    case 'bold':
    case 'italic':
    case 'strike':
    case 'sub':
    case 'sup':
    case 'ltr':
      return chain().toggleMark(act).run();
    case 'bulletList':
    case 'orderedList':
      return chain().toggleList(act, 'listItem').run();
    case 'quote':
      // A quotation contains only paragraphs.
      return (editor.isActive('heading') ? chain().setNode('paragraph') : chain())
        .toggleWrap('blockquote')
        .run();
    case 'direction':
      return turnBlocks(editor, direction);
    case 'clean':
      return chain().unsetAllMarks().clearNodes().run();
    case 'code':
      return chain().toggleNode('codeBlock', 'paragraph').run();
    case 'pullQuote':
      return editor.isActive('paragraph') && editor.state.selection.$from.depth === 1
        ? chain().toggleNode('pullQuote', 'paragraph').run()
        : insertBlock(editor, { type: act });
    case 'separator':
      return insertBlock(editor, { type: 'horizontalRule' });
    case 'table':
      return insertBlock(editor, {
        type: act,
        content: [row('tableHeader'), row('tableCell'), row('tableCell')],
      });
    case 'correctionBox':
      return insertBlock(editor, { type: act, attrs: { date: today() }, content: [{ type: 'paragraph' }] });
  }
}

/** Which acts are active at the caret. Runs after every key, so it must not walk the document. */
export function readState(editor: Editor) {
  const { $from } = editor.state.selection;
  const around = Array.from({ length: $from.depth }, (_, at) => $from.node($from.depth - at));
  const has = (name: string) => around.some((node) => node.type.name === name);
  const heading = around.find((node) => node.type.name === 'heading');
  return {
    paragraph: $from.parent.type.name === 'paragraph' && $from.depth === 1,
    heading2: heading?.attrs.level === 2,
    heading3: heading?.attrs.level === 3,
    bold: editor.isActive('bold'),
    italic: editor.isActive('italic'),
    strike: editor.isActive('strike'),
    sub: editor.isActive('sub'),
    sup: editor.isActive('sup'),
    ltr: editor.isActive('ltr'),
    link: editor.isActive('link'),
    bulletList: around.find((node) => node.type.name.endsWith('List'))?.type.name === 'bulletList',
    orderedList: around.find((node) => node.type.name.endsWith('List'))?.type.name === 'orderedList',
    quote: has('blockquote'),
    pullQuote: has('pullQuote'),
    code: has('codeBlock'),
    direction: isTurned(editor),
    inTable: has('table'),
  };
}
