'use client';

import { lazy, Suspense, useState } from 'react';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import type { PickerWords } from './media-picker.tsx';
import { MediaThumb } from './media-thumb.tsx';
import type { PickedMedia } from './picked-media.ts';
import { byScript, useScripts } from '#components/newsroom/ui/use-scripts.ts';

// Loaded on first use: most people who see the form never open it.
const MediaPicker = lazy(() =>
  import('./media-picker.tsx').then((module) => ({ default: module.MediaPicker })),
);

/**
 * Beside a field for a picture's id: a button to choose a picture, which writes the id there. Without
 * JavaScript only the field is shown.
 */
export function PickPicture({ fieldId, words }: { fieldId: string; words: PickerWords }) {
  const isReady = useScripts();
  const [isOpen, setIsOpen] = useState(false);
  const [picked, setPicked] = useState<PickedMedia>();

  function pick([picture]: [PickedMedia, ...PickedMedia[]]) {
    const field = document.getElementById(fieldId);
    if (field instanceof HTMLInputElement) field.value = picture.id;
    setPicked(picture);
    setIsOpen(false);
  }

  return (
    <div className={`mt-2 flex items-center gap-4 ${byScript(isReady)}`}>
      <button type="button" onClick={() => setIsOpen(true)} className={buttonStyle.plain}>
        {words.title}
      </button>
      {picked && (
        <span className="flex min-w-0 items-center gap-2">
          <span className="w-16 shrink-0">
            <MediaThumb media={picked} sizes="4rem" />
          </span>
          <bdi className="line-clamp-2">{picked.alt || picked.fileName}</bdi>
        </span>
      )}
      {isOpen && (
        <Suspense>
          <MediaPicker words={words} onPick={pick} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}
