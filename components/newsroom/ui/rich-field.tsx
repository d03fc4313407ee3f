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

export type RichWords = { editor: EditorWords; picker: PickerWords };
export type RichProps = {
  initial: Doc;
  /** Of who reads it: the text runs the way they read. */
  lang: 'ar' | 'en';
  pictures: PickedMedia[];
  cards: Record<number, { headline: string }>;
  numbers: DateSettings;
  words: RichWords;
};

type Props = RichProps & {
  editor: Editor;
  /** Of the hidden field that holds the body as JSON. */
  name: string;
  label: string;
  /** What stands there instead of `initial`; it was typed just now, and is to be kept. */
  typed?: Doc | undefined;
  /** Words of the plain fields as a body, where words come back from a page that had no editor. */
  fromPlain: (words: FormWords) => Doc | undefined;
  /** Ids of the fault and the hint. */
  describedBy?: string | undefined;
  isFaulty?: boolean;
  /** Its tools stand in one line on a phone, and it is as high as what is written. */
  isCompact?: boolean;
  hasFocus?: boolean;
  caret?: TypedCaret | undefined;
  /** It takes the place of a plain field in one step. */
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
 * The editor of articles as a field of a form: what is written stands in a hidden field, and is sent, kept
 * and brought back with the others. Drawn once the editor is there.
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

  // One element always: React puts a hidden field back to its default each time that it draws it.
  const hidden = useMemo(
    () => <input ref={field} type="hidden" name={name} data-kept="" defaultValue={JSON.stringify(first)} />,
    [name, first],
  );

  const write = useCallback((doc: Doc) => {
    const input = field.current;
    if (!input) return;
    input.value = JSON.stringify(doc);
    // Who keeps or sends what is typed listens for this.
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }, []);

  const isEarly = typed !== undefined;
  useEffect(() => {
    if (isEarly) field.current?.dispatchEvent(new Event('input', { bubbles: true }));
  }, [isEarly]);

  useLayoutEffect(() => {
    const form = field.current?.form;
    if (!form) return;
    // Words that come back from the browser's own copy, and a form that is empty again.
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
