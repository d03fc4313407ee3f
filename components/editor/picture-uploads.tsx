import type { Editor } from '@tiptap/core';
import { useEffect, useEffectEvent, useState } from 'react';
import { createPortal } from 'react-dom';
import type { UploadWords } from '#components/newsroom/library/media-upload.tsx';
import { useUploads, type UploadItem } from '#components/newsroom/library/use-uploads.ts';
import type { PickedMedia } from './editor-context.ts';
import { pictureAttrs } from './paste.ts';
import { UploadCard } from './upload-card.tsx';
import { addPlaces, dropPlace, putPicture } from './upload-places.ts';

type Props = { editor: Editor; uploadWords: UploadWords; onPicture: (picture: PickedMedia) => void };

/**
 * On a drop outside the text, a browser would leave the page for the file. A dialog handles its own drops.
 */
function keepPage(event: DragEvent) {
  if (
    event.defaultPrevented ||
    !event.dataTransfer?.types.includes('Files') ||
    (event.target as Element).closest?.('dialog')
  )
    return;
  event.preventDefault();
  event.dataTransfer.dropEffect = 'none';
}

/**
 * Picture files that were pasted or dropped into the text. During the upload a card is shown in their place,
 * then a figure.
 */
export function PictureUploads({ editor, uploadWords, onPicture }: Props) {
  const [places] = useState(() => new Map<number, HTMLElement>());
  const uploads = useUploads({
    words: uploadWords,
    onlyPictures: true,
    onAdded(picture, item) {
      if (editor.isDestroyed) return;
      onPicture(picture);
      putPicture(editor, item.key, pictureAttrs(picture));
      forget(item);
    },
  });

  function forget(item: UploadItem) {
    places.delete(item.key);
    uploads.remove(item);
  }
  function giveUp(item: UploadItem) {
    forget(item);
    dropPlace(editor, item.key);
    editor.commands.focus();
  }

  /** The pressed button is gone, so the text gets the focus. */
  function retry(item: UploadItem) {
    uploads.retry(item);
    editor.commands.focus();
  }

  const take = useEffectEvent(({ files, pos }: { files: File[]; pos: number }) => {
    const added = uploads.add(files).map(({ key }) => ({ key, pos, dom: document.createElement('div') }));
    for (const { key, dom } of added) places.set(key, dom);
    addPlaces(editor, added);
    added[0]?.dom.scrollIntoView({ block: 'nearest' });
  });
  useEffect(() => {
    editor.on('files', take);
    document.addEventListener('dragover', keepPage);
    document.addEventListener('drop', keepPage);
    return () => {
      editor.off('files', take);
      document.removeEventListener('dragover', keepPage);
      document.removeEventListener('drop', keepPage);
    };
  }, [editor]);

  const isBusy = uploads.items.some(({ state }) => state !== 'failed' && state !== 'done');
  useEffect(() => {
    if (!isBusy) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isBusy]);

  return uploads.items.map((item) => {
    const place = places.get(item.key);
    return (
      place &&
      createPortal(
        <UploadCard
          item={item}
          uploadWords={uploadWords}
          onRetry={() => retry(item)}
          onGiveUp={() => giveUp(item)}
        />,
        place,
        item.key,
      )
    );
  });
}
