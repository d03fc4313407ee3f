'use client';

import { useEffect, useId, useLayoutEffect, useRef, useState, type FormEvent } from 'react';
import { createPortal } from 'react-dom';
import { mostUnits } from '#lib/arabic/count-characters.ts';
import { ACCEPTED_DOCUMENTS, ACCEPTED_PICTURES } from '#lib/media/upload-rules.ts';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { MediaPickerItem } from './media-picker-item.tsx';
import { MediaUpload, type UploadWords } from './media-upload.tsx';
import type { MediaList, PickedMedia } from './picked-media.ts';

type KindWords = Record<'title' | 'search' | 'recent' | 'none' | 'empty' | 'uploadTitle' | 'unnamed', string>;
export type PickerWords = KindWords & { upload: UploadWords; documents: KindWords } & Record<
    'find' | 'results' | 'more' | 'loading' | 'failed' | 'close' | 'several' | 'add' | 'full',
    string
  >;

type Props = {
  words: PickerWords;
  type?: MediaType;
  /**
   * How many files can be taken in one opening. Without it the first press takes one and closes the dialog.
   */
  most?: number | undefined;
  /** In the order in which they were chosen. */
  onPick: (media: [PickedMedia, ...PickedMedia[]]) => void;
  onClose: () => void;
};
type MediaType = PickedMedia['type'];
type State = {
  items: PickedMedia[];
  page: number;
  pages: number;
  status: 'loading' | 'shown' | 'failed';
  query: string;
};

async function ask(type: MediaType, query: string, page: number): Promise<MediaList | undefined> {
  const answer = await fetch(
    `/newsroom/media/list?${new URLSearchParams({ q: query, page: String(page), type })}`,
  ).catch(() => undefined);
  return answer?.ok && !answer.redirected ? ((await answer.json()) as MediaList) : undefined;
}

/** Adds a page of the library to the list, unless a newer request was made meanwhile. */
async function bring(
  type: MediaType,
  query: string,
  page: number,
  turn: number,
  latest: { current: number },
  setState: (change: (old: State) => State) => void,
) {
  const found = await ask(type, query, page);
  if (turn !== latest.current) return;
  setState((old) =>
    found
      ? { ...found, items: page > 1 ? [...old.items, ...found.items] : found.items, query, status: 'shown' }
      : { ...old, status: 'failed' },
  );
}

function SearchForm({
  label,
  find,
  onSearch,
}: {
  label: string;
  find: string;
  onSearch: (query: string) => void;
}) {
  function search(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    event.stopPropagation(); // React events bubble through the portal to the form that opened the dialog
    onSearch(String(new FormData(event.currentTarget).get('q')));
  }
  return (
    <form role="search" onSubmit={search} className="flex gap-2">
      <input
        name="q"
        type="search"
        aria-label={label}
        placeholder={label}
        maxLength={mostUnits(200)}
        dir="auto"
        autoComplete="off"
        autoFocus
        className="min-h-11 w-full min-w-0 rounded-paper border border-field bg-paper px-3 placeholder:text-ink-soft placeholder-shown:text-start"
      />
      <button className={buttonStyle.plain}>{find}</button>
    </form>
  );
}

function PickerStatus({
  state: { status, items, query },
  words,
  kind,
}: {
  state: State;
  words: PickerWords;
  kind: KindWords;
}) {
  return (
    <div role="status" className="text-ink-soft">
      {status === 'loading'
        ? words.loading
        : status === 'failed'
          ? words.failed
          : items.length === 0
            ? query
              ? kind.none
              : kind.empty
            : query
              ? words.results
              : kind.recent}
    </div>
  );
}

type ItemsProps = {
  items: PickedMedia[];
  chosen: PickedMedia[];
  unnamed: string;
  press: (item: PickedMedia) => void;
  /** Whether several files can be taken. */
  isMany: boolean;
};

function PickerItems({ items, chosen, unnamed, press, isMany }: ItemsProps) {
  const placeOf = ({ id }: PickedMedia) => chosen.findIndex((each) => each.id === id) + 1;
  return (
    <ul className="grid grid-cols-2 gap-4 sm:grid-cols-3 md:grid-cols-4">
      {items.map((item) => (
        <li key={item.id}>
          <MediaPickerItem
            media={item}
            unnamed={unnamed}
            onPress={() => press(item)}
            {...(isMany && {
              isChosen: placeOf(item) > 0,
              place: placeOf(item) || undefined,
            })}
          />
        </li>
      ))}
    </ul>
  );
}

function PickerHead({
  id,
  title,
  close,
  onClose,
}: {
  id: string;
  title: string;
  close: string;
  onClose: () => void;
}) {
  return (
    <div className="flex items-center justify-between gap-4 border-b border-hairline px-4 py-2 sm:px-6">
      <h2 id={id} className="text-h3">
        {title}
      </h2>
      <button type="button" onClick={onClose} className={buttonStyle.text}>
        {close}
      </button>
    </div>
  );
}

function PickerFoot({ add, count, onAdd }: { add: string; count: number; onAdd: () => void }) {
  return (
    <div className="border-t border-hairline px-4 py-2 sm:px-6">
      <button type="button" disabled={count === 0} onClick={onAdd} className={buttonStyle.main}>
        {add} ({count})
      </button>
    </div>
  );
}

/**
 * The library as a dialog: the latest files, search, upload. It is open while it is mounted; then the focus
 * returns to where it was.
 */
export function MediaPicker({ words, type = 'image', most, onPick, onClose }: Props) {
  const kind = type === 'image' ? words : words.documents;
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const uploads = useRef<HTMLDetailsElement>(null);
  const latest = useRef(0);
  /** How many files were uploaded in this opening. */
  const sent = useRef(0);
  const [state, setState] = useState<State>({ items: [], page: 0, pages: 0, status: 'loading', query: '' });
  const [chosen, setChosen] = useState<PickedMedia[]>([]);

  async function load(query: string, page: number) {
    setState((old) => ({ ...old, query, status: 'loading' }));
    await bring(type, query, page, ++latest.current, latest, setState);
  }

  useLayoutEffect(() => {
    const element = dialog.current!;
    element.showModal();
    return () => element.close();
  }, []);
  useEffect(() => void bring(type, '', 1, ++latest.current, latest, setState), [type]);

  function take(media: PickedMedia[]) {
    const [first, ...others] = media;
    if (!first) return;
    dialog.current?.close();
    onPick([first, ...others]);
  }
  const isFull = most !== undefined && chosen.length >= most;
  function press(item: PickedMedia) {
    if (most === undefined) return take([item]);
    const others = chosen.filter(({ id }) => id !== item.id);
    if (others.length < chosen.length) setChosen(others);
    else if (!isFull) setChosen([...chosen, item]);
  }

  /** Puts an upload first in the list, once. Where several can be taken, it is also chosen. */
  function addFirst(media: PickedMedia) {
    if (media.type !== type) return;
    // One picture is wanted and one was uploaded: take it.
    if (most === undefined && sent.current === 1) return take([media]);
    setState((old) => ({ ...old, items: [media, ...old.items.filter((item) => item.id !== media.id)] }));
    if (most !== undefined)
      setChosen((old) =>
        old.length >= most || old.some(({ id }) => id === media.id) ? old : [...old, media],
      );
  }

  function beginUpload(count: number) {
    sent.current += count;
    if (uploads.current) uploads.current.open = true;
  }

  // Nothing to choose from: open the upload form.
  const isEmpty = state.status === 'shown' && state.items.length === 0 && !state.query;
  useEffect(() => {
    if (isEmpty && uploads.current) uploads.current.open = true;
  }, [isEmpty]);
  const { items, page, pages, status, query } = state;
  // A portal to the body, because a form cannot be inside another form.
  return createPortal(
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onClose={onClose}
      className="m-auto flex h-dvh max-h-dvh w-full max-w-4xl flex-col rounded-paper border border-hairline bg-sheet text-ink not-open:hidden sm:h-[90dvh]"
    >
      <PickerHead id={id} title={kind.title} close={words.close} onClose={() => dialog.current?.close()} />
      <div className="min-h-0 grow space-y-4 overflow-y-auto p-4 sm:p-6">
        <SearchForm label={kind.search} find={words.find} onSearch={(query) => void load(query, 1)} />
        <details ref={uploads}>
          <summary className={`${buttonStyle.text} cursor-pointer`}>{kind.uploadTitle}</summary>
          <MediaUpload
            words={words.upload}
            accept={type === 'image' ? ACCEPTED_PICTURES : ACCEPTED_DOCUMENTS}
            onlyPictures={type === 'image'}
            withLinks={false}
            onBegin={beginUpload}
            onAdded={addFirst}
          />
        </details>
        <PickerStatus state={state} words={words} kind={kind} />
        {most !== undefined && <p className="text-ink-soft">{isFull ? words.full : words.several}</p>}
        <PickerItems {...{ items, chosen, unnamed: kind.unnamed, press }} isMany={most !== undefined} />
        {status !== 'loading' && page < pages && (
          <button type="button" onClick={() => load(query, page + 1)} className={buttonStyle.plain}>
            {words.more}
          </button>
        )}
      </div>
      {most !== undefined && <PickerFoot add={words.add} count={chosen.length} onAdd={() => take(chosen)} />}
    </dialog>,
    document.body,
  );
}
