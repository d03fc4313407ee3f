import { useEffect, useRef, useState, type RefObject } from 'react';
import type { FormState } from './form-state.ts';
import { readWords, writeWords, type FormWords } from './form-words.ts';
import { copyKey, dropCopy, holdCopy, keepCopy, keepCopyAtOnce, listLeftCopies } from './kept-copies.ts';
import { newFormId, FORM_ID, takenId } from './form-id.ts';
import { markSent, SENT } from './unsent.ts';
import { released } from './use-scripts.ts';

const KEEP_AFTER_MS = 300;

export type LeftWords = {
  keptAt: string;
  /** Empties the fields of it again, for good. */
  forget: () => void;
};

/** Drops what a page kept of a form that the browser itself sent, and that was taken. */
export async function dropSent(): Promise<void> {
  const sent = takenId();
  if (!sent) return;
  const copies = await listLeftCopies<FormWords>('midad.form.');
  await Promise.all(
    copies.filter(({ value }) => value[FORM_ID]?.[0] === sent).map(({ key }) => dropCopy(key)),
  );
}

/**
 * Keeps what is typed in a form in the browser until it was sent, and puts it back where an earlier page was
 * left, closed or killed. `keep` names whose words they are and of what; without it nothing is kept.
 */
export function useKeptWords(form: RefObject<HTMLFormElement | null>, keep?: string) {
  const [left, setLeft] = useState<LeftWords | null>(null);
  const key = useRef('');
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  useEffect(() => {
    const element = form.current;
    if (!keep || !element) return;
    const prefix = `midad.form.${keep}.`;
    key.current = copyKey(prefix);
    const end = new AbortController();
    const { signal } = end;
    holdCopy(key.current, signal);
    const sending = () => element.querySelector<HTMLInputElement>(`input[name=${FORM_ID}]`);
    const write = (ends: boolean) => {
      clearTimeout(timer.current);
      timer.current = undefined;
      const words = { ...readWords(element), [FORM_ID]: [sending()?.value ?? ''] };
      if (ends) keepCopyAtOnce(key.current, words);
      void keepCopy(key.current, words);
    };
    const soon = () => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => write(false), KEEP_AFTER_MS);
    };
    // Gone back to: what is written in it now is another sending.
    const onBack = ({ persisted }: PageTransitionEvent) => {
      const field = sending();
      if (persisted && field && field.value === takenId()) field.value = newFormId();
    };
    const onLeave = () => 'unsent' in element.dataset && write(true);
    element.addEventListener('input', soon, { signal });
    // Of a text `change` tells nothing new, but a browser fires it too as it takes the field away: of a form
    // that was sent and drawn anew it would keep the words that were sent.
    element.addEventListener('change', ({ target }) => target instanceof HTMLSelectElement && soon(), {
      signal,
    });
    // Also by an autosave: what the server has must not come back over what somebody wrote after it.
    element.addEventListener(
      SENT,
      () => {
        clearTimeout(timer.current);
        timer.current = undefined;
        void dropCopy(key.current);
        setLeft(null);
      },
      { signal },
    );
    window.addEventListener('pageshow', onBack, { signal });
    window.addEventListener('pagehide', onLeave, { signal });
    document.addEventListener('visibilitychange', () => document.hidden && onLeave(), { signal });

    async function takeUp() {
      // A field that scripts bring waits for that too, and must be there.
      await released();
      await dropSent();
      const [found, ...older] = await listLeftCopies<FormWords>(prefix);
      if (!found || signal.aborted) return;
      const before = readWords(element!);
      for (const { key: old } of older) void dropCopy(old);
      await keepCopy(key.current, found.value);
      void dropCopy(found.key);
      const { [FORM_ID]: _, ...words } = found.value;
      if (JSON.stringify(before) === JSON.stringify(words)) return void dropCopy(key.current);
      writeWords(element!, words);
      const forget = () => {
        writeWords(element!, before);
        markSent(element!);
      };
      setLeft({ keptAt: found.keptAt, forget });
    }
    void takeUp();
    return () => {
      if (timer.current !== undefined) write(false);
      end.abort();
    };
  }, [form, keep]);

  /** The form was answered: what was refused, or only looked at, is still unsent. */
  function settle(answer: unknown) {
    const state = answer as FormState | undefined;
    if (state?.faults || state?.preview !== undefined) return;
    if (form.current) return markSent(form.current);
    // It is gone with its page, and its last words with it.
    if (keep) void dropCopy(key.current);
  }

  /**
   * The form was taken, and somebody went on typing in it meanwhile: that is another sending, and is kept as
   * one.
   */
  function goOn(element: HTMLFormElement) {
    const field = element.querySelector<HTMLInputElement>(`input[name=${FORM_ID}]`);
    if (field) field.value = newFormId();
    element.dispatchEvent(new Event('input'));
  }

  return { left, settle, goOn };
}
