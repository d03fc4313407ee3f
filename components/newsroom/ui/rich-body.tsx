'use client';

import {
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from 'react';
import { flushSync } from 'react-dom';
import type { Doc } from '#lib/body/doc.ts';
import { getEditor, loadEditor, type Editor } from './editor-part.ts';
import { WORDS_RESTORED, type FormWords } from './form-words.ts';
import { readDoc, RichField, type RichProps } from './rich-field.tsx';
import type { TypedCaret } from '#components/editor/put-doc.ts';
import { typedCaret } from './typed-caret.ts';
import { isCheck, isField } from './typed-early.ts';
import { released } from './use-scripts.ts';

type Props = RichProps & {
  label: string;
  /** The initial values of the plain fields, by name. */
  plain: Record<string, string>;
  /** Turns the values of the plain fields into a body. */
  toDoc: (typed: Record<string, string>, stored: Doc) => Doc;
  /** The fault of this body. The plain fields in `children` show it themselves. */
  fault: string | undefined;
  isCompact?: boolean;
  /** The plain fields. */
  children: ReactNode;
};

/** The current values of the plain fields. */
function readPlain(box: HTMLElement, plain: Record<string, string>): Record<string, string> {
  const typed = { ...plain };
  for (const field of box.querySelectorAll('input, textarea, select')) {
    if (!isField(field) || plain[field.name] === undefined) continue;
    // A select without its stored option (a deleted picture) was not changed by the person.
    const isUnknown =
      field instanceof HTMLSelectElement &&
      ![...field.options].some(({ value }) => value === plain[field.name]);
    if (isCheck(field)) typed[field.name] = field.checked ? field.value : '';
    else if (!isUnknown || field.value) typed[field.name] = field.value;
  }
  return typed;
}

/** Resolves when no request of the form is pending. Until then the form is as it was sent. */
async function answered(form: HTMLFormElement | null): Promise<void> {
  if (form?.ariaBusy !== 'true') return;
  await new Promise<void>((resolve) => {
    const watch = new MutationObserver(() => {
      if (form.ariaBusy === 'true') return;
      watch.disconnect();
      resolve();
    });
    watch.observe(form, { attributes: true, attributeFilter: ['aria-busy'] });
  });
}

const after = (words: Doc, more: Doc): Doc => ({ ...words, content: [...words.content, ...more.content] });

type Begun = {
  editor: Editor;
  typed?: Doc | undefined;
  hasFocus?: boolean;
  caret?: TypedCaret | undefined;
  isAtOnce?: boolean;
};

/** The text that was restored before the editor loaded. */
function useRestoredDoc(box: RefObject<HTMLElement | null>, isBegun: boolean): Doc | undefined {
  const [left, setLeft] = useState<Doc>();
  useLayoutEffect(() => {
    const form = box.current?.closest('form');
    if (isBegun || !form) return;
    const onWords = (event: Event) => {
      const doc = readDoc((event as CustomEvent<FormWords>).detail.doc?.[0]);
      if (doc) setLeft(doc);
    };
    form.addEventListener(WORDS_RESTORED, onWords);
    return () => form.removeEventListener(WORDS_RESTORED, onWords);
  }, [box, isBegun]);
  return left;
}

/**
 * A body in a form, written in the article editor. Until the editor has loaded, and without JavaScript, it is
 * written in plain fields. Their text then moves into the editor: text typed early, or text of a rejected
 * form.
 */
export function RichBody({ label, plain, toDoc, fault, isCompact = false, children, ...rich }: Props) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [begun, setBegun] = useState<Begun | undefined>(() => {
    const editor = getEditor();
    return editor && { editor };
  });
  const left = useRestoredDoc(box, begun !== undefined);
  const given = useRef({ plain, toDoc, initial: rich.initial, left });
  useLayoutEffect(() => {
    given.current = { plain, toDoc, initial: rich.initial, left };
  });

  useEffect(() => {
    let isOver = false;
    function begin(editor: Editor) {
      const place = box.current;
      if (isOver || !place) return;
      const { plain: first, toDoc: read, initial, left: words } = given.current;
      const typed = readPlain(place, first);
      const isTyped = Object.keys(first).some((name) => typed[name] !== first[name]);
      const fresh = isTyped ? read(typed, initial) : undefined;
      const active = document.activeElement;
      const next = {
        editor,
        typed: words && fresh ? after(words, fresh) : (words ?? fresh),
        isAtOnce: true,
        hasFocus: place.contains(active),
        caret: active instanceof HTMLTextAreaElement ? typedCaret(active) : undefined,
      };
      // Synchronous, with the focus: no keystroke may fall between the plain field and the editor.
      flushSync(() => setBegun(next));
    }
    // The editor takes more space than the plain fields, so it waits until nothing is pressed. If it does not
    // load, the plain fields stay.
    async function come() {
      const editor = await loadEditor().catch(() => undefined);
      await released();
      await answered(box.current?.closest('form') ?? null);
      if (editor) begin(editor);
    }
    void come();
    return () => {
      isOver = true;
    };
  }, []);

  const fromPlain = useCallback((words: FormWords) => {
    const { plain: first, toDoc: read, initial } = given.current;
    const known = Object.keys(first).filter((name) => words[name] !== undefined);
    return known.length === 0
      ? undefined
      : read(
          { ...first, ...Object.fromEntries(known.map((name) => [name, words[name]![0] ?? ''])) },
          initial,
        );
  }, []);

  if (!begun) {
    return (
      <div ref={box} data-plain="">
        {left && <input type="hidden" name="doc" data-kept="" defaultValue={JSON.stringify(left)} />}
        {/* The form sends the restored text. The fields are disabled, because text typed here would not
            be sent. */}
        <fieldset disabled={left !== undefined} className="min-w-0 space-y-3">
          {children}
        </fieldset>
      </div>
    );
  }
  return (
    <div>
      <p className="mb-1 font-medium" aria-hidden="true">
        {label}
      </p>
      <RichField
        {...rich}
        editor={begun.editor}
        name="doc"
        label={label}
        typed={begun.typed}
        fromPlain={fromPlain}
        isFaulty={fault !== undefined}
        isCompact={isCompact}
        hasFocus={begun.hasFocus ?? false}
        caret={begun.caret}
        isAtOnce={begun.isAtOnce ?? false}
        describedBy={fault && `${id}-fault`}
      />
      {fault && (
        <p id={`${id}-fault`} className="mt-1 text-madder">
          {fault}
        </p>
      )}
    </div>
  );
}
