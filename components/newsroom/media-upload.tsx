'use client';

import { useEffect, useId, useRef, useState, useSyncExternalStore, type DragEvent } from 'react';
import { ACCEPTED } from '#lib/media/upload-rules.ts';
import { buttonStyle } from './button.ts';
import type { PickedMedia } from './picked-media.ts';
import { UploadList, type UploadListWords } from './upload-list.tsx';
import { useUploads } from './use-uploads.ts';

export type UploadWords = UploadListWords & Record<'label' | 'one' | 'hint' | 'drop' | 'submit' | 'network' | 'signedOut' | 'tooBig' | 'empty' | 'known' | 'moving', string>;

type Props = {
  words: UploadWords;
  /** The id of what one new file shall take the place of. */
  replaces?: string;
  accept?: string;
  /** Of a form that was sent without scripts and refused. */
  fault?: string | undefined;
  /** Whether the list of what was sent leads to the files' own pages. */
  withLinks?: boolean;
  onAdded?: (media: PickedMedia) => void;
};

const onNothing = () => () => undefined;

/** A form for files; with scripts they go at once, each with its progress, and can be dropped or pasted as well. */
export function MediaUpload({ words, replaces, accept = ACCEPTED, fault, withLinks = true, onAdded = () => undefined }: Props) {
  const id = useId();
  const isReady = useSyncExternalStore(onNothing, () => true, () => false);
  const [isOver, setIsOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const { items, add, retry } = useUploads({ words, replaces, onAdded });
  const take = (files: FileList | null | undefined) => add(replaces ? [...(files ?? [])].slice(0, 1) : (files ?? []));

  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (!event.clipboardData?.files.length || input.current?.checkVisibility() === false) return;
      event.preventDefault();
      take(event.clipboardData.files);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  });

  function onDrop(event: DragEvent) {
    event.preventDefault();
    setIsOver(false);
    take(event.dataTransfer.files);
  }

  return (
    <div>
      <form
        method="post" action="/newsroom/media/upload" encType="multipart/form-data" data-upload={isReady ? 'ready' : 'plain'}
        onDragOver={(event) => { event.preventDefault(); setIsOver(true); }} onDragLeave={() => setIsOver(false)} onDrop={onDrop}
        className={`rounded-paper border-2 border-dashed p-4 sm:p-6 ${isOver ? 'border-sea bg-paper' : 'border-hairline'}`}
      >
        {replaces && <input type="hidden" name="replaces" value={replaces} />}
        <label htmlFor={id} className="mb-1 block font-medium">{replaces ? words.one : words.label}</label>
        <div className="flex flex-wrap gap-3">
          <input
            ref={input} id={id} type="file" name="file" multiple={!replaces} accept={accept}
            aria-describedby={`${fault ? `${id}-fault ` : ''}${id}-hint`} {...(fault && { 'aria-invalid': true })}
            onChange={(event) => { take(event.target.files); event.target.value = ''; }}
            className="min-h-11 min-w-0 grow basis-60 rounded-paper border border-field bg-paper p-1.5 file:me-3 file:min-h-8 file:cursor-pointer file:rounded-paper file:border-0 file:bg-hairline file:px-3 aria-invalid:border-madder"
          />
          {!isReady && <button className={buttonStyle.plain}>{words.submit}</button>}
        </div>
        {fault && <p id={`${id}-fault`} className="mt-1 text-madder">{fault}</p>}
        <p id={`${id}-hint`} className="mt-2 text-caption text-ink-soft">{words.hint} {isReady && words.drop}</p>
      </form>
      <UploadList items={items} words={words} withLinks={withLinks} onRetry={retry} />
    </div>
  );
}
