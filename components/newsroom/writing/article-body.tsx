import dynamic from 'next/dynamic';
import { memo, useLayoutEffect, useMemo, useRef } from 'react';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { docText } from '#lib/body/doc-text.ts';
import type { Doc } from '#lib/body/doc.ts';
import type { EditorWords, PickerProps } from '#components/editor/editor-context.ts';
import { fieldAnchor } from './article-field.tsx';
import type { WritingWords } from './article-words.ts';
import { isSameBut } from './beside-body.ts';
import { MediaPicker, type PickerWords } from '#components/newsroom/library/media-picker.tsx';
import type { PickedMedia } from '#components/newsroom/library/picked-media.ts';
import { useEditorHandle } from '#components/newsroom/ui/use-editor-handle.ts';
import { dirOf, type Locale } from '#lib/locales.ts';

const ArticleEditor = dynamic(
  () => import('#components/editor/article-editor.tsx').then((module) => module.ArticleEditor),
  { ssr: false },
);

type Props = {
  /** Typed text comes back here; that does not render the editor again. */
  initial: Doc;
  /** Increases when `initial` is a text from elsewhere, which must be shown. */
  turn: number;
  lang: Locale;
  onChange: (doc: Doc) => void;
  onPicture: (picture: PickedMedia) => void;
  pictures: Record<string, PickedMedia>;
  cards: Record<number, { headline: string }>;
  numbers: DateSettings;
  isReady: boolean;
  words: WritingWords;
  editorWords: EditorWords;
  pickerWords: PickerWords;
};

/** The body itself. Without JavaScript it can be read here, not written. */
export const ArticleBody = memo(function ArticleBody({
  initial,
  turn,
  lang,
  onChange,
  onPicture,
  pictures,
  cards,
  numbers,
  isReady,
  words,
  editorWords,
  pickerWords,
}: Props) {
  const Picker = useMemo(
    () =>
      function Library({ onPick, ...props }: PickerProps) {
        return (
          <MediaPicker
            {...props}
            words={pickerWords}
            onPick={(media) => {
              for (const each of media) onPicture(each);
              onPick(media);
            }}
          />
        );
      },
    [pickerWords, onPicture],
  );
  const { take, put } = useEditorHandle();
  const shown = useRef(turn);
  useLayoutEffect(() => {
    if (shown.current === turn) return;
    shown.current = turn;
    put(initial, 'merge');
  }, [turn, initial, put]);
  if (isReady) {
    return (
      <div id={fieldAnchor('body')}>
        <ArticleEditor
          handle={take}
          initial={initial}
          locale={lang}
          words={editorWords}
          pictures={pictures}
          cards={cards}
          onChange={onChange}
          picker={Picker}
          numbers={numbers}
          upload={{ words: pickerWords.upload, onPicture }}
        />
      </div>
    );
  }
  return (
    <section
      id={fieldAnchor('body')}
      aria-label={words.fields.body}
      lang={lang}
      dir={dirOf(lang)}
      className="min-h-96 space-y-3 rounded-paper border border-hairline bg-sheet p-4 font-serif text-comment"
    >
      {docText(initial)
        .split('\n')
        .filter(Boolean)
        .map((line, n) => (
          <p key={n}>{line}</p>
        ))}
      <p className="font-sans text-meta text-ink-soft">{words.bodyNeedsScript}</p>
    </section>
  );
}, isSameBut('initial'));
