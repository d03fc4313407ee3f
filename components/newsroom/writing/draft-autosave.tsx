'use client';

import { useEffect, useRef, useState } from 'react';
import { formatTime, type DateSettings } from '#lib/arabic/dates.ts';
import { markSent, SENT } from '#components/newsroom/ui/unsent.ts';

export type AutosaveWords = Record<
  | 'saved'
  | 'savedAt'
  | 'waiting'
  | 'saving'
  | 'offline'
  | 'signedOut'
  | 'conflict'
  | 'invalid'
  | 'tooBig'
  | 'gone'
  | 'refused'
  | 'failed',
  string
>;
type Phase = Exclude<keyof AutosaveWords, 'savedAt'>;
type Props = {
  path: string;
  words: AutosaveWords;
  dates: DateSettings;
};

const AFTER_MS = 2000;
const AGAIN_MS = 10_000;
/** Timeout of a save: a pressed button waits for its response. */
const GIVE_UP_MS = 20_000;
const STATUS: Record<number, Phase> = {
  401: 'signedOut',
  403: 'refused',
  404: 'gone',
  409: 'conflict',
  410: 'gone',
  413: 'tooBig',
  422: 'invalid',
};

const valueOf = (form: HTMLFormElement, name: string) => {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : '';
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
    const end = new AbortController();
    const { signal } = end;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let [edits, isSending] = [0, false];
    let under = Promise.resolve();
    /** What a pressed button submitted, until the server has accepted it. */
    let pressed: { edits: number; stamp: string } | undefined;
    /**
     * A submission was rejected with the stamp of a colleague's text: only another submission may overwrite
     * that.
     */
    let isHeld = false;
    const stampOf = () => form.elements.namedItem('stamp') as HTMLInputElement;

    const soon = (after: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => save(), after);
    };
    function save(keepalive = false) {
      // Before the editor loads, the text is in a plain field. The editor takes it over and fires an event.
      if (!form!.elements.namedItem('doc')) return;
      if (isSending) return;
      // A submission is running, and reports its own result.
      if (form!.ariaBusy === 'true') return soon(AFTER_MS);
      if (pressed && pressed.stamp !== stampOf().value) isHeld = true;
      pressed = undefined;
      if (isHeld) setPhase('conflict');
      else if (edits > 0) under = send(keepalive);
    }
    async function send(keepalive: boolean) {
      isSending = true;
      const [sent, stamp] = [edits, stampOf().value];
      setPhase('saving');
      const body = JSON.stringify({
        title: valueOf(form!, 'title'),
        doc: valueOf(form!, 'doc'),
        stamp: Number(stamp),
      });
      const answer = await fetch(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
        signal: AbortSignal.timeout(GIVE_UP_MS),
        ...(keepalive && body.length < 60_000 && { keepalive }),
      }).catch(() => undefined);
      const saved =
        answer?.ok && !answer.redirected
          ? ((await answer.json().catch(() => undefined)) as { stamp: number } | undefined)
          : undefined;
      isSending = false;
      // A submission has saved meanwhile, and reported its own result.
      if (signal.aborted || stampOf().value !== stamp) return;
      if (!saved) {
        const isCutOff = !answer || (answer.ok && !answer.redirected);
        setPhase(
          isCutOff ? 'offline' : answer.redirected ? 'signedOut' : (STATUS[answer.status] ?? 'failed'),
        );
        if (isCutOff || !(answer.redirected || STATUS[answer.status])) soon(AGAIN_MS);
        return;
      }
      edits -= sent;
      stampOf().value = String(saved.stamp);
      // The browser's copy of the form must have the new stamp too.
      stampOf().dispatchEvent(new Event('input', { bubbles: true }));
      setSavedAt(new Date());
      if (edits > 0) return soon(AFTER_MS);
      markSent(form!);
      setPhase('saved');
    }
    form.addEventListener(
      'input',
      ({ target }) => {
        if (target === stampOf()) return;
        edits += 1;
        setPhase('waiting');
        soon(AFTER_MS);
      },
      { signal },
    );
    form.addEventListener(
      SENT,
      () => {
        if (!pressed) return;
        edits -= pressed.edits;
        pressed = undefined;
        if (edits === 0) setPhase('saved');
      },
      { signal },
    );
    // A submission waits for the running save: sent in parallel, it would conflict with it.
    form.addEventListener(
      'submit',
      (event) => {
        clearTimeout(timer);
        if (!isSending) {
          if (form.ariaBusy !== 'true') pressed = { edits, stamp: stampOf().value };
          isHeld = false;
          soon(AFTER_MS);
          return;
        }
        event.preventDefault();
        event.stopPropagation();
        const { submitter } = event;
        void under.then(() => form.requestSubmit(submitter));
      },
      { signal, capture: true },
    );
    window.addEventListener('online', () => soon(0), { signal });
    document.addEventListener('visibilitychange', () => document.hidden && save(true), { signal });
    document.addEventListener(
      'keydown',
      (event) => {
        // By the position of the key: an Arabic layout has another letter there.
        if (
          event.code !== 'KeyS' ||
          !(event.ctrlKey || event.metaKey) ||
          event.altKey ||
          event.shiftKey ||
          event.isComposing
        )
          return;
        event.preventDefault();
        event.stopPropagation();
        form.querySelector<HTMLButtonElement>('button[name=act][value=keep]')?.click();
      },
      { signal },
    );
    return () => {
      clearTimeout(timer);
      end.abort();
    };
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
