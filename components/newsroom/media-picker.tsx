'use client';

import { useEffect, useId, useLayoutEffect, useRef, useState, type FormEvent } from 'react';
import { createPortal } from 'react-dom';
import { ACCEPTED_PICTURES } from '#lib/media/upload-rules.ts';
import { buttonStyle } from './button.ts';
import { MediaThumb } from './media-thumb.tsx';
import { MediaUpload, type UploadWords } from './media-upload.tsx';
import type { MediaList, PickedMedia } from './picked-media.ts';

export type PickerWords = { upload: UploadWords } & Record<
  'title' | 'search' | 'find' | 'recent' | 'results' | 'none' | 'more' | 'loading' | 'failed' | 'close' | 'uploadTitle' | 'unnamed', string
>;

type Props = { words: PickerWords; onPick: (picture: PickedMedia) => void; onClose: () => void };
type State = { items: PickedMedia[]; page: number; pages: number; status: 'loading' | 'shown' | 'failed'; query: string };

async function ask(query: string, page: number): Promise<MediaList | undefined> {
  const answer = await fetch(`/newsroom/media/list?${new URLSearchParams({ q: query, page: String(page), type: 'image' })}`).catch(() => undefined);
  return answer?.ok && !answer.redirected ? ((await answer.json()) as MediaList) : undefined;
}

/** Puts a page of the library into the list, unless something else was asked for meanwhile. */
async function bring(query: string, page: number, turn: number, latest: { current: number }, setState: (change: (old: State) => State) => void) {
  const found = await ask(query, page);
  if (turn !== latest.current) return;
  setState((old) => (found ? { ...found, items: page > 1 ? [...old.items, ...found.items] : found.items, query, status: 'shown' } : { ...old, status: 'failed' }));
}

/** The library as a dialog: newest pictures, search, a way to upload. Open as long as it is mounted; where the focus was it goes back. */
export function MediaPicker({ words, onPick, onClose }: Props) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const uploads = useRef<HTMLDetailsElement>(null);
  const latest = useRef(0);
  const [state, setState] = useState<State>({ items: [], page: 0, pages: 0, status: 'loading', query: '' });

  async function load(query: string, page: number) {
    setState((old) => ({ ...old, query, status: 'loading' }));
    await bring(query, page, ++latest.current, latest, setState);
  }

  useLayoutEffect(() => {
    const element = dialog.current!;
    element.showModal();
    return () => element.close();
  }, []);
  useEffect(() => void bring('', 1, ++latest.current, latest, setState), []);

  function search(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    event.stopPropagation(); // React's way up leads through the form that opened the dialog
    void load(String(new FormData(event.currentTarget).get('q')), 1);
  }

  function pick(picture: PickedMedia) {
    dialog.current?.close();
    onPick(picture);
  }

  /** What was uploaded stands first, once. */
  const addFirst = (picture: PickedMedia) =>
    setState((old) => ({ ...old, items: [picture, ...old.items.filter((item) => item.id !== picture.id)] }));

  const showUploads = () => {
    if (uploads.current) uploads.current.open = true;
  };

  const { items, page, pages, status, query } = state;
  // Not where it is called: a form cannot stand inside another.
  return createPortal(
    <dialog
      ref={dialog} aria-labelledby={id} onClose={onClose}
      className="m-auto flex h-dvh max-h-dvh w-full max-w-4xl flex-col rounded-paper border border-hairline bg-sheet text-ink not-open:hidden sm:h-[90dvh]"
    >
      <div className="flex items-center justify-between gap-4 border-b border-hairline px-4 py-2 sm:px-6">
        <h2 id={id} className="text-h3">{words.title}</h2>
        <button type="button" onClick={() => dialog.current?.close()} className={buttonStyle.text}>{words.close}</button>
      </div>
      <div className="min-h-0 grow space-y-4 overflow-y-auto p-4 sm:p-6">
        <form role="search" onSubmit={search} className="flex gap-2">
          <input
            name="q" type="search" aria-label={words.search} placeholder={words.search} maxLength={200} dir="auto" autoComplete="off" autoFocus
            className="min-h-11 w-full min-w-0 rounded-paper border border-field bg-paper px-3 placeholder:text-ink-soft placeholder-shown:text-start"
          />
          <button className={buttonStyle.plain}>{words.find}</button>
        </form>
        <details ref={uploads}>
          <summary className={`${buttonStyle.text} cursor-pointer`}>{words.uploadTitle}</summary>
          <MediaUpload words={words.upload} accept={ACCEPTED_PICTURES} onlyPictures withLinks={false} onBegin={showUploads} onAdded={addFirst} />
        </details>
        <div role="status" className="text-ink-soft">
          {status === 'loading' ? words.loading : status === 'failed' ? words.failed : items.length === 0 ? words.none : query ? words.results : words.recent}
        </div>
        <ul className="grid grid-cols-2 gap-4 sm:grid-cols-3 md:grid-cols-4">
          {items.map((item) => (
            <li key={item.id}>
              <button type="button" onClick={() => pick(item)} data-pick={item.id} className="block w-full text-start hover:text-sea">
                <MediaThumb media={item} sizes="(width >= 48rem) 200px, 45vw" />
                <bdi className="mt-1 line-clamp-2 wrap-anywhere">{item.alt || item.fileName || words.unnamed}</bdi>
                {item.credit && <bdi className="block text-caption text-ink-soft">{item.credit}</bdi>}
              </button>
            </li>
          ))}
        </ul>
        {status !== 'loading' && page < pages && <button type="button" onClick={() => load(query, page + 1)} className={buttonStyle.plain}>{words.more}</button>}
      </div>
    </dialog>,
    document.body,
  );
}
