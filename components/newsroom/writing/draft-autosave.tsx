'use client';

import { useEffect, useRef, useState } from 'react';
import { formatTime, type DateSettings } from '#lib/arabic/dates.ts';
import { FormAutosaver, type Phase } from './form-autosaver.ts';

export type AutosaveWords = Record<Phase | 'savedAt', string>;
type Props = {
  path: string;
  words: AutosaveWords;
  dates: DateSettings;
};

/**
 * Saves the text of the surrounding form to the working copy, shortly after it is typed. Readers see none of
 * it.
 */
export function DraftAutosave({ path, words, dates }: Props) {
  const place = useRef<HTMLParagraphElement>(null);
  const [phase, setPhase] = useState<Phase>('saved');
  const [savedAt, setSavedAt] = useState<Date>();

  useEffect(() => {
    const form = place.current?.closest('form');
    if (!form) return;
    return new FormAutosaver(form, path, {
      onPhase: setPhase,
      onSaved: () => setSavedAt(new Date()),
    }).start();
  }, [path]);

  const isTrouble = phase !== 'saved' && phase !== 'waiting' && phase !== 'saving';
  return (
    // A save every few seconds is not read aloud; a problem is.
    <p
      ref={place}
      role="status"
      aria-live={isTrouble ? 'polite' : 'off'}
      data-autosave={phase}
      className={isTrouble ? 'text-madder' : 'text-caption text-ink-soft'}
    >
      {phase === 'saved' && savedAt
        ? words.savedAt.replace('{time}', formatTime(savedAt, dates))
        : words[phase]}
    </p>
  );
}
