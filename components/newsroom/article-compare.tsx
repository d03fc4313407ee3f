'use client';

import { useEffect, useId, useRef, useState } from 'react';
import type { ArticleContent } from '#lib/article-content.ts';
import { CONTENT_KEYS, contentLine, type ContentKey, type LineNames } from '#lib/article-lines.ts';
import { diffBodies } from '#lib/body/block-diff.ts';
import { docText } from '#lib/body/doc-text.ts';
import { isSameJson } from '#lib/draft-sync.ts';
import { diffText, type Piece } from '#lib/text-diff.ts';
import type { WritingWords } from './article-words.ts';
import { buttonStyle } from './button.ts';
import { MarkedPieces } from './marked-pieces.tsx';

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
  onDecide: (side: Side) => void;
  onChosen: (text: Text) => void;
  onClose: () => void;
};

function Copy({ text, words }: { text: string; words: WritingWords }) {
  const [isDone, setIsDone] = useState(false);
  return (
    <button type="button" onClick={() => void navigator.clipboard?.writeText(text).then(() => setIsDone(true))} className={buttonStyle.text}>
      {isDone ? words.copied : words.copyText}
    </button>
  );
}

const textOf = (pieces: Piece[], side: Side) => pieces.filter(({ kind }) => kind === 'same' || kind === (side === 'mine' ? 'added' : 'removed')).map(({ text }) => text).join('');

function Column({ pieces, side, words, lang }: { pieces: Piece[]; side: Side; words: WritingWords; lang: 'ar' | 'en' }) {
  const text = textOf(pieces, side);
  return (
    <>
      <p dir={lang === 'ar' ? 'rtl' : 'ltr'} className="break-words whitespace-pre-wrap">
        {text ? <MarkedPieces pieces={pieces} words={words} side={side === 'mine' ? 'after' : 'before'} /> : <span className="text-ink-soft">{words.nothing}</span>}
      </p>
      {text.length > 30 && <Copy text={text} words={words} />}
    </>
  );
}

/** Two texts of one article beside each other, field by field. Whoever looks takes one, the other, or of each what is better. */
export function ArticleCompare({ title, lead, mine, theirs, sides, take, names, words, onDecide, onChosen, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [chosen, setChosen] = useState<Partial<Record<Key, Side>>>({});
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const keys = CONTENT_KEYS.filter((key) => !isSameJson(mine.content[key], theirs.content[key]));
  const lines: { key: Key; pieces: Piece[] }[] = keys.map((key) => ({ key, pieces: diffText(contentLine(theirs.content, key, names), contentLine(mine.content, key, names)) }));
  if (mine.notes !== theirs.notes) lines.push({ key: 'notes', pieces: diffText(theirs.notes, mine.notes) });
  const isOtherBody = !isSameJson(mine.content.body, theirs.content.body);
  const blocks = isOtherBody ? diffBodies(theirs.content.body, mine.content.body).filter(({ change }) => change !== 'same') : [];

  function finish() {
    const picked = Object.fromEntries([...keys, 'body' as const].filter((key) => chosen[key] === 'theirs').map((key) => [key, theirs.content[key]]));
    onChosen({ content: { ...mine.content, ...picked }, notes: chosen.notes === 'theirs' ? theirs.notes : mine.notes });
  }

  const choice = (key: Key, side: Side) => (
    <label className="flex min-h-11 items-center gap-2 text-caption">
      <input type="radio" name={`${id}-${key}`} checked={(chosen[key] ?? 'mine') === side} onChange={() => setChosen({ ...chosen, [key]: side })} className="size-5 accent-sea" />
      {sides[side]}
      <span className="sr-only"> ({words.fields[key]})</span>
    </label>
  );

  return (
    <dialog ref={dialog} aria-labelledby={id} onClose={onClose} className="m-auto max-h-dvh w-full max-w-5xl overflow-y-auto rounded-paper border border-hairline bg-sheet p-4 text-ink sm:p-6">
      <h2 id={id} className="text-h3">{title}</h2>
      <p className="mb-4 text-ink-soft">{lead}</p>
      <div className="mb-4 flex flex-wrap gap-2">
        <button type="button" onClick={() => onDecide('mine')} className={buttonStyle.main}>{take.mine}</button>
        <button type="button" onClick={() => onDecide('theirs')} className={buttonStyle.plain}>{take.theirs}</button>
        <button type="button" onClick={() => dialog.current?.close()} className={buttonStyle.text}>{words.later}</button>
      </div>
      {lines.length === 0 && !isOtherBody && <p>{words.same}</p>}
      {lines.map(({ key, pieces }) => (
        <section key={key} aria-label={words.fields[key]} className="border-t border-hairline py-3">
          <h3 className="font-bold">{words.fields[key]}</h3>
          <div className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
            {(['mine', 'theirs'] as const).map((side) => <div key={side}>{choice(key, side)}<Column pieces={pieces} side={side} words={words} lang={mine.content.locale} /></div>)}
          </div>
        </section>
      ))}
      {isOtherBody && (
        <section aria-label={words.fields.body} className="border-t border-hairline py-3">
          <h3 className="font-bold">{words.fields.body}</h3>
          <div className="grid gap-x-6 sm:grid-cols-2">
            {(['mine', 'theirs'] as const).map((side) => <div key={side} className="flex flex-wrap items-center gap-x-4">{choice('body', side)}<Copy text={docText((side === 'mine' ? mine : theirs).content.body)} words={words} /></div>)}
          </div>
          {blocks.map(({ pieces, change }, n) => (
            <div key={n} className="grid gap-x-6 gap-y-2 border-t border-dashed border-hairline py-2 sm:grid-cols-2">
              {change === 'restyled' && <p className="text-caption text-ink-soft sm:col-span-2">{words.restyled}</p>}
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
      <div className="border-t border-hairline pt-4"><button type="button" onClick={finish} className={buttonStyle.plain}>{words.useChosen}</button></div>
    </dialog>
  );
}
