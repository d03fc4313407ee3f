'use client';

import { useEffect, useRef, useState } from 'react';
import { MAX_BYTES } from '#lib/media/upload-rules.ts';
import type { PickedMedia } from './picked-media.ts';
import { sendFile } from './send-file.ts';

export type UploadItem = {
  key: number;
  file: File;
  state: 'waiting' | 'sending' | 'working' | 'done' | 'failed';
  part: number;
  message: string;
  /** Whether sending the same file again may succeed. */
  mayRetry?: boolean;
  media?: PickedMedia;
};

/** The server processes one file while the next is uploading. */
const AT_ONCE = 2;

type Words = Record<
  'network' | 'signedOut' | 'refused' | 'tooBig' | 'onlyPictures' | 'empty' | 'known' | 'moving',
  string
>;
type Options = {
  words: Words;
  replaces?: string | undefined;
  /** Rejects other files. */
  onlyPictures?: boolean;
  onAdded: (media: PickedMedia, item: UploadItem) => void;
};

/** The files that are uploading, and functions to add, remove and retry. */
export function useUploads({ words, replaces, onlyPictures = false, onAdded }: Options) {
  const [items, setItems] = useState<UploadItem[]>([]);
  const nextKey = useRef(1);
  const started = useRef(new Map<number, AbortController>());

  const change = (key: number, changes: Partial<UploadItem>) =>
    setItems((all) => all.map((item) => (item.key === key ? { ...item, ...changes } : item)));

  async function send(item: UploadItem, { signal }: AbortController) {
    const { key, file } = item;
    change(key, { state: 'sending', part: 0, message: '' });
    const sent = await sendFile(
      file,
      { ...(replaces && { replaces }), ...(onlyPictures && { only: 'pictures' }) },
      (part) => change(key, { part, state: part < 1 ? 'sending' : 'working' }),
      signal,
    );
    if (signal.aborted) return;
    if ('broken' in sent)
      return change(key, {
        state: 'failed',
        message: words[sent.broken],
        mayRetry: sent.broken !== 'refused',
      });
    if ('fault' in sent.answer)
      return change(key, {
        state: 'failed',
        message: sent.answer.message,
        mayRetry: sent.answer.fault === 'failed',
      });
    const { media, wasKnown, isMoving } = sent.answer;
    change(key, { state: 'done', media, message: wasKnown ? words.known : isMoving ? words.moving : '' });
    onAdded(media, item);
  }

  useEffect(() => {
    const busy = items.filter(({ state }) => state === 'sending' || state === 'working').length;
    for (const item of items
      .filter(({ state, key }) => state === 'waiting' && !started.current.has(key))
      .slice(0, Math.max(0, AT_ONCE - busy))) {
      const end = new AbortController();
      started.current.set(item.key, end);
      void send(item, end);
    }
  });

  function toItem(file: File): UploadItem {
    const isNone = onlyPictures && file.type !== '' && !file.type.startsWith('image/');
    const fault = isNone
      ? words.onlyPictures
      : file.size > MAX_BYTES
        ? words.tooBig
        : file.size === 0
          ? words.empty
          : '';
    return { key: nextKey.current++, file, state: fault ? 'failed' : 'waiting', part: 0, message: fault };
  }

  return {
    items,
    add(files: Iterable<File>): UploadItem[] {
      const added = Array.from(files, toItem);
      setItems((all) => [...all, ...added]);
      return added;
    },
    /** Removes a file from the list and aborts its upload. */
    remove({ key }: UploadItem) {
      started.current.get(key)?.abort();
      setItems((all) => all.filter((item) => item.key !== key));
    },
    retry: ({ key }: UploadItem) => {
      started.current.delete(key);
      change(key, { state: 'waiting', part: 0, message: '' });
    },
  };
}
