import { useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Act } from './acts.ts';
import { useEditorDesk } from './editor-context.ts';
import { EditorIcon } from './editor-icon.tsx';
import { placeMenu } from './place-menu.ts';

const ITEMS: Act[] = [
  'figure',
  'gallery',
  'document',
  'embed',
  'pullQuote',
  'readAlso',
  'table',
  'correctionBox',
  'separator',
  'code',
];
const FROM_LIBRARY: ReadonlySet<Act> = new Set(['figure', 'gallery', 'document']);

type Props = { isStop: boolean; onFocus: () => void; perform: (act: Act) => void };

/** The blocks that can be inserted, in words: icons alone would have to be learnt. */
export function InsertMenu({ isStop, onFocus, perform }: Props) {
  const { words, pick } = useEditorDesk();
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);

  // In the top layer: the page has its own bars at its edges.
  useLayoutEffect(() => {
    if (!isOpen) return;
    const place = () => menu.current && button.current && placeMenu(menu.current, button.current);
    menu.current?.showPopover();
    place();
    window.addEventListener('resize', place);
    window.addEventListener('scroll', place, { passive: true });
    return () => {
      window.removeEventListener('resize', place);
      window.removeEventListener('scroll', place);
    };
  }, [isOpen]);
  useEffect(() => {
    if (!isOpen) return;
    root.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
    const close = (event: Event) => !root.current?.contains(event.target as Node) && setIsOpen(false);
    document.addEventListener('pointerdown', close);
    document.addEventListener('focusin', close);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('focusin', close);
    };
  }, [isOpen]);

  function onKeyDown(event: KeyboardEvent) {
    const all = [...root.current!.querySelectorAll<HTMLElement>('[role=menuitem]')];
    const at = all.indexOf(document.activeElement as HTMLElement);
    const isRightToLeft = getComputedStyle(root.current!).direction === 'rtl';
    const [forward, back] = isRightToLeft ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
    const step = { ArrowDown: 1, [forward!]: 1, ArrowUp: -1, [back!]: -1 }[event.key];
    const to = step ? (at + step + all.length) % all.length : { Home: 0, End: all.length - 1 }[event.key];
    if (event.key === 'Escape' || event.key === 'Tab') {
      setIsOpen(false);
      button.current?.focus();
    } else if (to !== undefined) all[to]?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div ref={root} className="relative">
      <button
        ref={button}
        type="button"
        data-tool="insert"
        tabIndex={isStop ? 0 : -1}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        {...(isOpen && { 'aria-controls': id })}
        onMouseDown={(event) => event.preventDefault()}
        onFocus={onFocus}
        onClick={() => setIsOpen(!isOpen)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setIsOpen(true);
        }}
        className="inline-flex min-h-11 items-center justify-center gap-1 rounded-paper font-medium text-ink hover:text-sea aria-expanded:text-sea max-sm:w-11 sm:px-2"
      >
        <EditorIcon name="add" />
        <span className="max-sm:sr-only">{words.insert}</span>
      </button>
      {isOpen && (
        <div
          ref={menu}
          id={id}
          popover="manual"
          role="menu"
          aria-label={words.insert}
          tabIndex={-1}
          onKeyDown={onKeyDown}
          className="fixed inset-auto m-0 w-60 max-w-[calc(100vw-0.5rem)] overflow-y-auto rounded-paper border border-field bg-sheet py-1 text-ink sm:w-[28rem] sm:columns-2 sm:gap-0"
        >
          {ITEMS.filter((act) => pick || !FROM_LIBRARY.has(act)).map((act) => (
            <button
              key={act}
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => {
                setIsOpen(false);
                perform(act);
              }}
              className="flex min-h-11 w-full break-inside-avoid items-center gap-3 px-4 text-start hover:bg-paper hover:text-sea"
            >
              <EditorIcon name={act} />
              {words.tools[act]}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
