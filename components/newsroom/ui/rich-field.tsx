'use client';

import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { DateSettings } from '#lib/arabic/dates.ts';
import type { Doc } from '#lib/body/doc.ts';
import type { EditorWords, PickerProps } from '#components/editor/editor-context.ts';
import type { TypedCaret } from '#components/editor/put-doc.ts';
import type { Editor } from './editor-part.ts';
import { WORDS_RESTORED, type FormWords } from './form-words.ts';
import { MediaPicker, type PickerWords } from '#components/newsroom/library/media-picker.tsx';
import type { PickedMedia } from '#components/newsroom/library/picked-media.ts';
import { useEditorHandle } from './use-editor-handle.ts';
import type { Locale } from '#lib/locales.ts';

export type RichWords = { editor: EditorWords; picker: PickerWords };
export type RichProps = {
  initial: Doc;
  /** The language of its readers; it sets the direction of the text. */
  lang: Locale;
  pictures: PickedMedia[];
  cards: Record<number, { headline: string }>;
  numbers: DateSettings;
  words: RichWords;
};

type Props = RichProps & {
  editor: Editor;
  /** Name of the hidden field that holds the body as JSON. */
  name: string;
  label: string;
  /** Replaces `initial`: text that was just typed and must be kept. */
  typed?: Doc | undefined;
  /**
   * Turns restored values of the plain fields into a body, when the copy comes from a page without an editor.
   */
  fromPlain: (words: FormWords) => Doc | undefined;
  /** Ids of the fault and the hint. */
  describedBy?: string | undefined;
  isFaulty?: boolean;
  /** Its tools take one line on a phone, and its height follows the text. */
  isCompact?: boolean;
  hasFocus?: boolean;
  caret?: TypedCaret | undefined;
  /** Replaces a plain field in one step. */
  isAtOnce?: boolean;
};

export function readDoc(json: string | undefined): Doc | undefined {
  try {
    const doc = JSON.parse(json ?? '') as Doc;
    return Array.isArray(doc.content) ? doc : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The article editor as a form field. A hidden field holds the body, so it is sent, kept and restored with
 * the other fields. Renders once the editor has loaded.
 */
export function RichField(props: Props) {
  const {
    editor: ArticleEditor,
    name,
    label,
    typed,
    fromPlain,
    describedBy,
    isFaulty = false,
    isCompact = false,
    hasFocus = false,
    caret,
    isAtOnce = false,
    initial,
    lang,
    pictures,
    cards,
    numbers,
    words,
  } = props;
  const field = useRef<HTMLInputElement>(null);
  const [known, setKnown] = useState(() => Object.fromEntries(pictures.map((each) => [each.id, each])));
  const [first] = useState(typed ?? initial);
  const { take, put } = useEditorHandle();
  const learn = useCallback(
    (picture: PickedMedia) => setKnown((all) => ({ ...all, [picture.id]: picture })),
    [],
  );

  const Picker = useMemo(
    () =>
      function Library({ onPick, ...props }: PickerProps) {
        return (
          <MediaPicker
            {...props}
            words={words.picker}
            onPick={(media) => {
              for (const each of media) learn(each);
              onPick(media);
            }}
          />
        );
      },
    [words.picker, learn],
  );

  // Always the same element: React resets a hidden field to its default on every render.
  const hidden = useMemo(
    () => <input ref={field} type="hidden" name={name} data-kept="" defaultValue={JSON.stringify(first)} />,
    [name, first],
  );

  const write = useCallback((doc: Doc) => {
    const input = field.current;
    if (!input) return;
    input.value = JSON.stringify(doc);
    // The code that keeps or sends typed text listens for this event.
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }, []);

  const isEarly = typed !== undefined;
  useEffect(() => {
    if (isEarly) field.current?.dispatchEvent(new Event('input', { bubbles: true }));
  }, [isEarly]);

  useLayoutEffect(() => {
    const form = field.current?.form;
    if (!form) return;
    // Text restored from the browser's copy, and a form that was emptied.
    const onWords = (event: Event) => {
      const { detail } = event as CustomEvent<FormWords>;
      const doc = readDoc(detail[name]?.[0]) ?? fromPlain(detail);
      if (!doc) return;
      put(doc, 'new');
      field.current!.value = JSON.stringify(doc);
    };
    form.addEventListener(WORDS_RESTORED, onWords);
    return () => form.removeEventListener(WORDS_RESTORED, onWords);
  }, [name, put, fromPlain]);

  return (
    <div role="group" aria-label={label} className={isFaulty ? 'rounded-paper outline-2 outline-madder' : ''}>
      {hidden}
      <ArticleEditor
        handle={take}
        initial={first}
        locale={lang}
        words={words.editor}
        pictures={known}
        cards={cards}
        onChange={write}
        picker={Picker}
        numbers={numbers}
        upload={{ words: words.picker.upload, onPicture: learn }}
        isCompact={isCompact}
        isFaulty={isFaulty}
        describedBy={describedBy}
        hasFocus={hasFocus}
        caret={caret}
        isAtOnce={isAtOnce}
      />
    </div>
  );
}
