import { useState, type ReactNode } from 'react';
import type { ArticleContent } from '#lib/articles/content.ts';
import type { ContentKey } from '#lib/articles/lines.ts';
import { diffBodies } from '#lib/body/block-diff.ts';
import { docText } from '#lib/body/doc-text.ts';
import type { Piece } from '#lib/text/text-diff.ts';
import type { WritingWords } from './article-words.ts';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { dirOf, type Locale } from '#lib/locales.ts';

export type Text = { content: ArticleContent; notes: string };
export type Side = 'mine' | 'theirs';
export type Key = ContentKey | 'body' | 'notes';

function Copy({ text, words }: { text: string; words: WritingWords }) {
  const [isDone, setIsDone] = useState(false);
  return (
    <button
      type="button"
      onClick={() => void navigator.clipboard?.writeText(text).then(() => setIsDone(true))}
      className={buttonStyle.text}
    >
      {isDone ? words.copied : words.copyText}
    </button>
  );
}

/** Neither text is the older one: what only one of them has is underlined, and nothing is struck out. */
const MARKS = { mine: 'bg-leaf/10 decoration-leaf', theirs: 'bg-amber/10 decoration-amber' };

function Column({
  pieces,
  side,
  words,
  lang,
}: {
  pieces: Piece[];
  side: Side;
  words: WritingWords;
  lang: Locale;
}) {
  const own = pieces.filter(
    ({ kind }) => kind === 'same' || kind === (side === 'mine' ? 'added' : 'removed'),
  );
  const text = own.map((piece) => piece.text).join('');
  return (
    <>
      <p dir={dirOf(lang)} className="break-words whitespace-pre-wrap">
        {text ? (
          own.map((piece, n) =>
            piece.kind === 'same' ? (
              piece.text
            ) : (
              <mark key={n} className={`text-ink underline decoration-2 underline-offset-4 ${MARKS[side]}`}>
                {piece.text}
              </mark>
            ),
          )
        ) : (
          <span className="text-ink-soft">{words.nothing}</span>
        )}
      </p>
      {text.length > 30 && <Copy text={text} words={words} />}
    </>
  );
}

export type Compared = { key: Key; pieces: Piece[] };
/** The radio button that takes one side of a field. */
type Choice = (key: Key, side: Side) => ReactNode;

export function ComparedField({
  name: key,
  pieces,
  choice,
  words,
  lang,
}: {
  name: Key;
  pieces: Piece[];
  choice: Choice;
  words: WritingWords;
  lang: Locale;
}) {
  return (
    <section aria-label={words.fields[key]} className="border-t border-hairline py-3">
      <h3 className="font-bold">{words.fields[key]}</h3>
      <div className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
        {(['mine', 'theirs'] as const).map((side) => (
          <div key={side}>
            {choice(key, side)}
            <Column pieces={pieces} side={side} words={words} lang={lang} />
          </div>
        ))}
      </div>
    </section>
  );
}

/** Both bodies, by the blocks that differ. */
export function ComparedBody({
  mine,
  theirs,
  sides,
  choice,
  words,
}: {
  mine: Text;
  theirs: Text;
  sides: Record<Side, string>;
  choice: Choice;
  words: WritingWords;
}) {
  const blocks = diffBodies(theirs.content.body, mine.content.body).filter(({ change }) => change !== 'same');
  return (
    <section aria-label={words.fields.body} className="border-t border-hairline py-3">
      <h3 className="font-bold">{words.fields.body}</h3>
      <div className="grid gap-x-6 sm:grid-cols-2">
        {(['mine', 'theirs'] as const).map((side) => (
          <div key={side} className="flex flex-wrap items-center gap-x-4">
            {choice('body', side)}
            <Copy text={docText((side === 'mine' ? mine : theirs).content.body)} words={words} />
          </div>
        ))}
      </div>
      {blocks.map(({ pieces, change }, n) => (
        <div
          key={n}
          className="grid gap-x-6 gap-y-2 border-t border-dashed border-hairline py-2 sm:grid-cols-2"
        >
          {change === 'restyled' && (
            <p className="text-caption text-ink-soft sm:col-span-2">{words.restyled}</p>
          )}
          {(['mine', 'theirs'] as const).map((side) => (
            <div key={side}>
              <span className="text-caption text-ink-soft sm:sr-only">{sides[side]}</span>
              <Column pieces={pieces} side={side} words={words} lang={mine.content.locale} />
            </div>
          ))}
        </div>
      ))}
    </section>
  );
}
