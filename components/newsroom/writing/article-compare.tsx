'use client';

import { useEffect, useId, useRef, useState, type RefObject } from 'react';
import { CONTENT_KEYS, contentLine, type ContentKey, type LineNames } from '#lib/articles/lines.ts';
import type { Doc } from '#lib/body/doc.ts';
import { isSameJson } from '#lib/articles/draft-sync.ts';
import { diffText } from '#lib/text/text-diff.ts';
import { MergedText } from './article-merged.tsx';
import type { WritingWords } from './article-words.ts';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import {
  type Compared,
  ComparedBody,
  ComparedField,
  type Key,
  type Side,
  type Text,
} from './compared-text.tsx';

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

function comparedLines({
  keys,
  mine,
  theirs,
  names,
}: Pick<Props, 'mine' | 'theirs' | 'names'> & { keys: ContentKey[] }): Compared[] {
  const lines: Compared[] = keys.map((key) => ({
    key,
    pieces: diffText(contentLine(theirs.content, key, names), contentLine(mine.content, key, names)),
  }));
  if (mine.notes !== theirs.notes) lines.push({ key: 'notes', pieces: diffText(theirs.notes, mine.notes) });
  return lines;
}

function CompareHead({
  id,
  title,
  words,
  onLater,
}: Pick<Props, 'title' | 'words'> & { id: string; onLater: () => void }) {
  return (
    <div className="flex items-center justify-between gap-4 border-b border-hairline px-4 py-1 sm:px-6">
      <h2 id={id} className="text-h3">
        {title}
      </h2>
      <button type="button" onClick={onLater} className={`${buttonStyle.text} shrink-0`}>
        {words.later}
      </button>
    </div>
  );
}

type ActsProps = Pick<Props, 'take' | 'words' | 'onDecide'> & { isMixed: boolean; onChosen: () => void };

function CompareActs({ take, words, isMixed, onDecide, onChosen }: ActsProps) {
  return (
    <div className="grid gap-2 border-t border-hairline px-4 py-3 max-sm:grid-cols-2 sm:flex sm:flex-wrap sm:px-6">
      <button
        type="button"
        onClick={() => onDecide('mine')}
        className={isMixed ? buttonStyle.plain : buttonStyle.main}
      >
        {take.mine}
      </button>
      <button type="button" onClick={() => onDecide('theirs')} className={buttonStyle.plain}>
        {take.theirs}
      </button>
      <button
        type="button"
        onClick={onChosen}
        className={`${isMixed ? buttonStyle.main : buttonStyle.plain} max-sm:col-span-2 sm:ms-auto`}
      >
        {words.useChosen}
      </button>
    </div>
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
  const lines = comparedLines({ keys, mine, theirs, names });
  const isOtherBody = !isSameJson(mine.content.body, theirs.content.body);

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
      <CompareHead {...{ id, title, words }} onLater={() => dialog.current?.close()} />
      <div className="min-h-0 grow overflow-y-auto px-4 py-3 sm:px-6">
        <p className="mb-3 text-ink-soft">{lead}</p>
        {lines.length === 0 && !isOtherBody && <p>{words.same}</p>}
        {lines.map(({ key, pieces }) => (
          <ComparedField key={key} {...{ name: key, pieces, choice, words }} lang={mine.content.locale} />
        ))}
        {isOtherBody && <ComparedBody {...{ mine, theirs, sides, choice, words }} />}
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
      <CompareActs
        take={take}
        words={words}
        isMixed={Object.values(chosen).includes('theirs')}
        onDecide={(side) => end(() => onDecide(side))}
        onChosen={() => end(finish)}
      />
    </dialog>
  );
}
