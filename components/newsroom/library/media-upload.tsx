'use client';

import { useEffect, useId, useRef, useState } from 'react';
import { ACCEPTED } from '#lib/media/upload-rules.ts';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import type { PickedMedia } from './picked-media.ts';
import { UploadList, type UploadListWords } from './upload-list.tsx';
import { byScript, useScripts } from '#components/newsroom/ui/use-scripts.ts';
import { useUploads } from './use-uploads.ts';

export type UploadWords = UploadListWords &
  Record<
    | 'label'
    | 'one'
    | 'hint'
    | 'drop'
    | 'submit'
    | 'network'
    | 'signedOut'
    | 'refused'
    | 'tooBig'
    | 'onlyPictures'
    | 'empty'
    | 'known'
    | 'moving',
    string
  >;

type Props = {
  words: UploadWords;
  /** The id of the file that one new file replaces. */
  replaces?: string;
  accept?: string;
  onlyPictures?: boolean;
  /** The error to show after the form was submitted without JavaScript and rejected. */
  fault?: string | undefined;
  /** Whether the list of uploads links to the files' own pages. */
  withLinks?: boolean;
  /** Gets the number of files. */
  onBegin?: (count: number) => void;
  onAdded?: (media: PickedMedia) => void;
};

const doNothing = () => undefined;

/**
 * A form for files. With JavaScript they upload at once, each with its progress, and can be dropped or pasted
 * as well.
 */
export function MediaUpload({
  words,
  replaces,
  accept = ACCEPTED,
  onlyPictures = false,
  fault,
  withLinks = true,
  onBegin = doNothing,
  onAdded = doNothing,
}: Props) {
  const id = useId();
  const isReady = useScripts();
  const field = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const { items, add, retry } = useUploads({ words, replaces, onlyPictures, onAdded });
  const take = (files: FileList | null) => {
    const taken = [...(files ?? [])].slice(0, replaces ? 1 : undefined);
    if (taken.length > 0) onBegin(taken.length);
    add(taken);
  };

  // Files that were chosen before the scripts ran.
  useEffect(() => {
    if (!field.current?.files?.length) return;
    take(field.current.files);
    field.current.value = '';
  });

  // The whole page accepts dropped and pasted files: on a drop outside the form, a browser would leave the
  // page for the file.
  useEffect(() => {
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const onOver = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setIsOver(true);
    };
    const onLeave = (event: DragEvent) => !event.relatedTarget && setIsOver(false);
    const onFiles = (event: DragEvent | ClipboardEvent) => {
      const files = 'dataTransfer' in event ? event.dataTransfer?.files : event.clipboardData?.files;
      setIsOver(false);
      if (!files?.length) return;
      event.preventDefault();
      take(files);
    };
    document.addEventListener('dragover', onOver);
    document.addEventListener('dragleave', onLeave);
    document.addEventListener('drop', onFiles);
    document.addEventListener('paste', onFiles);
    return () => {
      document.removeEventListener('dragover', onOver);
      document.removeEventListener('dragleave', onLeave);
      document.removeEventListener('drop', onFiles);
      document.removeEventListener('paste', onFiles);
    };
  });

  return (
    <div>
      <form
        method="post"
        action="/newsroom/media/upload"
        encType="multipart/form-data"
        data-upload={isReady ? 'ready' : 'plain'}
        className={`rounded-paper border-2 border-dashed p-4 sm:p-6 ${isOver ? 'border-sea bg-paper' : 'border-hairline'}`}
      >
        {replaces && <input type="hidden" name="replaces" value={replaces} />}
        <label htmlFor={id} className="mb-1 block font-medium">
          {replaces ? words.one : words.label}
        </label>
        <div className="flex flex-wrap gap-3">
          <input
            ref={field}
            id={id}
            type="file"
            name="file"
            multiple={!replaces}
            accept={accept}
            aria-describedby={`${fault ? `${id}-fault ` : ''}${id}-hint`}
            {...(fault && { 'aria-invalid': true })}
            onChange={(event) => {
              take(event.target.files);
              event.target.value = '';
            }}
            className="min-h-11 min-w-0 grow basis-60 rounded-paper border border-field bg-paper p-1.5 file:me-3 file:min-h-8 file:cursor-pointer file:rounded-paper file:border-0 file:bg-hairline file:px-3 aria-invalid:border-madder"
          />
          {/* The submit button until scripts run. Then it keeps its space, so that nothing moves. */}
          <button className={`${buttonStyle.plain} ${isReady ? 'invisible' : ''}`}>{words.submit}</button>
        </div>
        {fault && (
          <p id={`${id}-fault`} className="mt-1 text-madder">
            {fault}
          </p>
        )}
        <p id={`${id}-hint`} className="mt-2 text-caption text-ink-soft">
          {words.hint} <span className={byScript(isReady)}>{words.drop}</span>
        </p>
      </form>
      <UploadList items={items} words={words} withLinks={withLinks} onRetry={retry} />
    </div>
  );
}
