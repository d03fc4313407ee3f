'use client';

import dynamic from 'next/dynamic';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { DateSettings } from '#lib/arabic/dates.ts';
import type { Doc } from '#lib/body/doc.ts';
import type { EditorWords, PickerProps } from '../editor/editor-context.ts';
import { WORDS_RESTORED } from './form-words.ts';
import { MediaPicker, type PickerWords } from './media-picker.tsx';
import type { PickedMedia } from './picked-media.ts';

const ArticleEditor = dynamic(() => import('../editor/article-editor.tsx').then((module) => module.ArticleEditor), { ssr: false });

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
  /** Of the hidden field that holds the body as JSON. */
  name: string;
  label: string;
  /** What was sent and came back. */
  value?: string | undefined;
  /** Ids of the fault and the hint. */
  describedBy?: string | undefined;
  isFaulty?: boolean;
  /** `value` was typed just now, and is to be kept. */
  isEarly?: boolean;
};

function read(json: string | undefined): Doc | undefined {
  try {
    const doc = JSON.parse(json ?? '') as Doc;
    return Array.isArray(doc.content) ? doc : undefined;
  } catch {
    return undefined;
  }
}

/** The editor of articles as a field of a form: what is written stands in a hidden field, and is sent, kept and brought back with the others. */
export function RichField({ name, label, value, describedBy, isFaulty = false, isEarly = false, initial, lang, pictures, cards, numbers, words }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [known, setKnown] = useState(() => Object.fromEntries(pictures.map((each) => [each.id, each])));
  // Another text needs another editor.
  const [shown, setShown] = useState(() => ({ doc: read(value) ?? initial, turn: 0 }));
  const show = useCallback((doc: Doc) => setShown((last) => ({ doc, turn: last.turn + 1 })), []);
  const learn = useCallback((picture: PickedMedia) => setKnown((all) => ({ ...all, [picture.id]: picture })), []);

  const Picker = useMemo(() => function Library({ onPick, ...props }: PickerProps) {
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
  }, [words.picker, learn]);

  // One element for as long as the text is this one: React puts a hidden field back to its default each time that it draws it.
  const hidden = useMemo(() => <input ref={field} type="hidden" name={name} data-kept="" defaultValue={JSON.stringify(shown.doc)} key={shown.turn} />, [name, shown]);

  const write = useCallback((doc: Doc) => {
    const input = field.current;
    if (!input) return;
    input.value = JSON.stringify(doc);
    // Who keeps or sends what is typed listens for this.
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }, []);

  useEffect(() => {
    if (isEarly) field.current?.dispatchEvent(new Event('input', { bubbles: true }));
  }, [isEarly]);

  useEffect(() => {
    const form = field.current?.form;
    if (!form) return;
    // Words that come back from the browser's own copy, and a form that is empty again.
    const onWords = (event: Event) => {
      const doc = read((event as CustomEvent<Record<string, string[]>>).detail?.[name]?.[0]);
      if (doc) show(doc);
    };
    form.addEventListener(WORDS_RESTORED, onWords);
    return () => form.removeEventListener(WORDS_RESTORED, onWords);
  }, [name, show]);

  return (
    <div role="group" aria-label={label} {...(describedBy && { 'aria-describedby': describedBy })} className={isFaulty ? 'rounded-paper outline-2 outline-madder' : ''}>
      {hidden}
      <ArticleEditor
        key={`editor ${shown.turn}`} initial={shown.doc} locale={lang} words={words.editor} pictures={known} cards={cards} onChange={write} picker={Picker} numbers={numbers}
        upload={{ words: words.picker.upload, onPicture: learn }}
      />
    </div>
  );
}
