'use client';

import { useEffect, useId, useRef, useState, type RefObject } from 'react';
import type { ArticleContent } from '#lib/articles/content.ts';
import { CONTENT_KEYS, contentLine, type ContentKey, type LineNames } from '#lib/articles/lines.ts';
import { diffBodies } from '#lib/body/block-diff.ts';
import type { Doc } from '#lib/body/doc.ts';
import { docText } from '#lib/body/doc-text.ts';
import { isSameJson } from '#lib/articles/draft-sync.ts';
import { diffText, type Piece } from '#lib/text/text-diff.ts';
import { MergedText } from './article-merged.tsx';
import type { WritingWords } from './article-words.ts';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { dirOf, type Locale } from '#lib/locales.ts';

type Text = { content: ArticleContent; notes: string };
type Side = 'mine' | 'theirs';
type Key = ContentKey | 'body' | 'notes';

type Props = {
  title: string;
  lead: string;
  mine: Text;
  theirs: Text;
  sides: Record<Side, string>;
  take: Record<Side, string>;
  names: LineNames;
  words: WritingWords;
  /** The current body of the editor: the choice is shown against it before it is saved. */
  now: Doc;
  /** Gets the focus after a decision: the button that opened the dialog is gone then. */
  after: RefObject<HTMLElement | null>;
  onDecide: (side: Side) => void;
  onChosen: (text: Text) => void;
  onClose: () => void;
};

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

/**
 * Two texts of one article side by side, field by field. The person takes one, the other, or the better one
 * of each field.
 */
export function ArticleCompare({
  title,
  lead,
  mine,
  theirs,
  sides,
  take,
  names,
  words,
  now,
  after,
  onDecide,
  onChosen,
  onClose,
}: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [chosen, setChosen] = useState<Partial<Record<Key, Side>>>({});
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const keys = CONTENT_KEYS.filter((key) => !isSameJson(mine.content[key], theirs.content[key]));
  const lines: { key: Key; pieces: Piece[] }[] = keys.map((key) => ({
    key,
    pieces: diffText(contentLine(theirs.content, key, names), contentLine(mine.content, key, names)),
  }));
  if (mine.notes !== theirs.notes) lines.push({ key: 'notes', pieces: diffText(theirs.notes, mine.notes) });
  const isOtherBody = !isSameJson(mine.content.body, theirs.content.body);
  const blocks = isOtherBody
    ? diffBodies(theirs.content.body, mine.content.body).filter(({ change }) => change !== 'same')
    : [];

  function end(decide: () => void) {
    dialog.current?.close();
    decide();
    after.current?.focus();
  }
  function finish() {
    const picked = Object.fromEntries(
      [...keys, 'body' as const]
        .filter((key) => chosen[key] === 'theirs')
        .map((key) => [key, theirs.content[key]]),
    );
    onChosen({
      content: { ...mine.content, ...picked },
      notes: chosen.notes === 'theirs' ? theirs.notes : mine.notes,
    });
  }

  const chosenBody = (chosen.body === 'theirs' ? theirs : mine).content.body;
  const isMixed = Object.values(chosen).includes('theirs');
  const choice = (key: Key, side: Side) => (
    <label className="flex min-h-11 items-center gap-2 text-caption">
      <input
        type="radio"
        name={`${id}-${key}`}
        checked={(chosen[key] ?? 'mine') === side}
        onChange={() => setChosen({ ...chosen, [key]: side })}
        className="size-5 accent-sea"
      />
      {sides[side]}
      <span className="sr-only"> ({words.fields[key]})</span>
    </label>
  );

  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onClose={onClose}
      className="m-auto flex h-dvh max-h-dvh w-full max-w-5xl flex-col rounded-paper border border-hairline bg-sheet text-ink not-open:hidden sm:h-fit sm:max-h-[90dvh]"
    >
      <div className="flex items-center justify-between gap-4 border-b border-hairline px-4 py-1 sm:px-6">
        <h2 id={id} className="text-h3">
          {title}
        </h2>
        <button
          type="button"
          onClick={() => dialog.current?.close()}
          className={`${buttonStyle.text} shrink-0`}
        >
          {words.later}
        </button>
      </div>
      <div className="min-h-0 grow overflow-y-auto px-4 py-3 sm:px-6">
        <p className="mb-3 text-ink-soft">{lead}</p>
        {lines.length === 0 && !isOtherBody && <p>{words.same}</p>}
        {lines.map(({ key, pieces }) => (
          <section key={key} aria-label={words.fields[key]} className="border-t border-hairline py-3">
            <h3 className="font-bold">{words.fields[key]}</h3>
            <div className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
              {(['mine', 'theirs'] as const).map((side) => (
                <div key={side}>
                  {choice(key, side)}
                  <Column pieces={pieces} side={side} words={words} lang={mine.content.locale} />
                </div>
              ))}
            </div>
          </section>
        ))}
        {isOtherBody && (
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
        )}
        {!isSameJson(now, chosenBody) && (
          <MergedText
            title={words.mergedTitle}
            before={now}
            after={chosenBody}
            lang={mine.content.locale}
            words={words}
          />
        )}
      </div>
      <div className="grid gap-2 border-t border-hairline px-4 py-3 max-sm:grid-cols-2 sm:flex sm:flex-wrap sm:px-6">
        <button
          type="button"
          onClick={() => end(() => onDecide('mine'))}
          className={isMixed ? buttonStyle.plain : buttonStyle.main}
        >
          {take.mine}
        </button>
        <button type="button" onClick={() => end(() => onDecide('theirs'))} className={buttonStyle.plain}>
          {take.theirs}
        </button>
        <button
          type="button"
          onClick={() => end(finish)}
          className={`${isMixed ? buttonStyle.main : buttonStyle.plain} max-sm:col-span-2 sm:ms-auto`}
        >
          {words.useChosen}
        </button>
      </div>
    </dialog>
  );
}
