import { useEffect, useRef } from 'react';
import type { UploadWords } from '#components/newsroom/library/media-upload.tsx';
import type { UploadItem } from '#components/newsroom/library/use-uploads.ts';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { BlockButton, blockFrame } from './block-tools.tsx';
import { useEditorDesk } from './editor-context.ts';

type Props = { item: UploadItem; uploadWords: UploadWords; onRetry: () => void; onGiveUp: () => void };

/** A preview made from the file itself: the server has no picture yet. */
function Preview({ file }: { file: File }) {
  const image = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const url = URL.createObjectURL(file);
    image.current!.src = url;
    return () => URL.revokeObjectURL(url);
  }, [file]);
  return <img ref={image} alt="" className="h-14 w-20 shrink-0 bg-hairline object-cover" />;
}

/** Shown in the text for a picture that is uploading, or whose upload failed. */
export function UploadCard({ item, uploadWords, onRetry, onGiveUp }: Props) {
  const { words } = useEditorDesk();
  const { file, state, part, message } = item;
  const hasFailed = state === 'failed';
  return (
    <div
      role="group"
      aria-label={words.upload.name}
      data-upload-state={state}
      className={`${blockFrame} flex items-start gap-3 p-3 font-sans text-meta ${hasFailed ? 'border-madder' : ''}`}
    >
      {!hasFailed && <Preview file={file} />}
      <div className="min-w-0 flex-1 space-y-1 py-1">
        <p className="truncate font-medium">
          <bdi>{file.name}</bdi>
        </p>
        <p role="status" className={hasFailed ? 'text-madder' : 'text-caption text-ink-soft'}>
          <bdi>{hasFailed ? message : uploadWords[state]}</bdi>
        </p>
        {!hasFailed && (
          <progress
            aria-label={uploadWords.sending}
            max={1}
            {...(state === 'sending' && { value: part })}
            className="editor-progress"
          />
        )}
        {hasFailed && item.mayRetry && (
          <button type="button" onClick={onRetry} className={buttonStyle.text}>
            {uploadWords.retry}
          </button>
        )}
      </div>
      <BlockButton
        icon="close"
        label={hasFailed ? words.upload.dismiss : words.upload.cancel}
        onClick={onGiveUp}
      />
    </div>
  );
}
