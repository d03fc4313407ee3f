import { useEditorState } from '@tiptap/react';
import type { Editor } from '@tiptap/core';
import { redoDepth, undoDepth } from '@tiptap/pm/history';
import { Fragment, useRef, useState, type KeyboardEvent } from 'react';
import { readState, TABLE_ACTS, type Act } from './acts.ts';
import { useEditorDesk, type EditorWords } from './editor-context.ts';
import { InsertMenu } from './insert-menu.tsx';
import { ToolButton } from './tool-button.tsx';

type Group = [name: keyof EditorWords['groups'], acts: Act[]];
const GROUPS: Group[] = [
  ['history', ['undo', 'redo']],
  ['kinds', ['paragraph', 'heading2', 'heading3']],
  ['words', ['bold', 'italic', 'link', 'strike', 'sub', 'sup', 'ltr']],
  ['lists', ['bulletList', 'orderedList', 'quote', 'figure']],
];
/**
 * For a short text the most used tools come first; on a phone the others are reached by scrolling the line.
 */
const COMPACT: [before: Group[], after: Group[]] = [
  [
    ['words', ['bold', 'link']],
    ['lists', ['figure', 'quote', 'bulletList', 'orderedList']],
  ],
  [
    ['history', ['undo', 'redo']],
    ['kinds', ['paragraph', 'heading2', 'heading3']],
    ['words', ['italic', 'strike', 'sub', 'sup', 'ltr']],
  ],
];
const TABLE: Group = ['table', [...TABLE_ACTS]];
const LAST: Act[] = ['direction', 'clean', 'help'];
/** Acts that are on or off at the caret; the others only do something. */
const TOGGLES: ReadonlySet<Act> = new Set([
  'paragraph',
  'heading2',
  'heading3',
  'bold',
  'italic',
  'strike',
  'sub',
  'sup',
  'ltr',
  'link',
  'bulletList',
  'orderedList',
  'quote',
  'direction',
]);

type Props = { editor: Editor; id: string; perform: (act: Act) => void; isCompact?: boolean };

/** One stop of the Tab key; arrow keys move inside it, in the reading direction. */
export function Toolbar({ editor, id, perform, isCompact = false }: Props) {
  const { words, pick } = useEditorDesk();
  const bar = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState(isCompact ? 'bold' : 'undo');
  const state = useEditorState({
    editor,
    selector: ({ editor }) => ({
      ...readState(editor),
      undo: undoDepth(editor.state) > 0,
      redo: redoDepth(editor.state) > 0,
    }),
  });

  function onKeyDown(event: KeyboardEvent) {
    const items = [...bar.current!.querySelectorAll<HTMLElement>('[data-tool]')];
    const at = items.indexOf(event.target as HTMLElement);
    if (at < 0) return;
    const forward = getComputedStyle(bar.current!).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const back = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
    const to = {
      [forward]: (at + 1) % items.length,
      [back]: (at - 1 + items.length) % items.length,
      Home: 0,
      End: items.length - 1,
    }[event.key];
    if (event.key === 'Escape') editor.commands.focus();
    else if (to === undefined) return;
    else items[to]?.focus();
    event.preventDefault();
  }

  const table = state.inTable ? [TABLE] : [];
  const [first, then] = (
    isCompact ? [[...COMPACT[0], ...table], COMPACT[1]] : [[...GROUPS, ...table], []]
  ) as [Group[], Group[]];
  const all: string[] = [...[...first, ...then].flatMap(([, acts]) => acts), 'insert', ...LAST];
  const current = all.includes(stop) ? stop : all[0];
  const button = (act: Act) => (
    <ToolButton
      key={act}
      act={act}
      isStop={current === act}
      {...(TOGGLES.has(act) && { isOn: state[act as 'bold'] })}
      {...((act === 'undo' || act === 'redo') && { isOff: !state[act] })}
      onFocus={setStop}
      onPress={perform}
    />
  );
  const rule = <span aria-hidden="true" className="mx-1 h-6 border-s border-hairline max-sm:hidden" />;
  const shown = (groups: Group[]) =>
    groups.map(([name, acts]) => (
      <Fragment key={acts[0]}>
        <div role="group" aria-label={words.groups[name]} className="contents sm:flex">
          {acts.filter((act) => act !== 'figure' || pick).map(button)}
        </div>
        {rule}
      </Fragment>
    ));
  return (
    <div
      ref={bar}
      id={id}
      role="toolbar"
      aria-label={words.toolbar}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      className={`sticky top-0 z-20 flex flex-wrap items-center gap-y-px border-b border-hairline bg-sheet py-px sm:px-1 ${isCompact ? 'max-sm:[scrollbar-width:none] max-sm:flex-nowrap max-sm:overflow-x-auto max-sm:[&_[data-tool]]:shrink-0' : ''}`}
    >
      {shown(first)}
      <InsertMenu isStop={current === 'insert'} onFocus={() => setStop('insert')} perform={perform} />
      {rule}
      {shown(then)}
      <div role="group" aria-label={words.groups.more} className="contents sm:flex">
        {LAST.map(button)}
      </div>
    </div>
  );
}
