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
  /** Puts the fields back to the values they had before, permanently. */
  forget: () => void;
};

/** Drops the kept copy of a form that the browser submitted itself and the server accepted. */
export async function dropSent(): Promise<void> {
  const sent = takenId();
  if (!sent) return;
  const copies = await listLeftCopies<FormWords>('midad.form.');
  await Promise.all(
    copies.filter(({ value }) => value[FORM_ID]?.[0] === sent).map(({ key }) => dropCopy(key)),
  );
}

/**
 * Keeps text typed in a form in the browser until it is sent, and restores it after an earlier page was left,
 * closed or killed. `keep` names the person and the subject; without it nothing is kept.
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
    // The person went back to this page: text typed now is another submission.
    const onBack = ({ persisted }: PageTransitionEvent) => {
      const field = sending();
      if (persisted && field && field.value === takenId()) field.value = newFormId();
    };
    const onLeave = () => 'unsent' in element.dataset && write(true);
    element.addEventListener('input', soon, { signal });
    // For text, `change` adds nothing to `input`. But a browser also fires it when it removes the field:
    // after a sent form renders again, it would keep the text that was sent.
    element.addEventListener('change', ({ target }) => target instanceof HTMLSelectElement && soon(), {
      signal,
    });
    // An autosave fires it too: text that the server has must not be restored over later text.
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
      // A field added by scripts waits for the same moment, and must exist by then.
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

  /** After a response: text that was rejected or only previewed is still unsent. */
  function settle(answer: unknown) {
    const state = answer as FormState | undefined;
    if (state?.faults || state?.preview !== undefined) return;
    if (form.current) return markSent(form.current);
    // The form has left the page; its copy goes with it.
    if (keep) void dropCopy(key.current);
  }

  /**
   * The server accepted the form, and more text was typed during the request. That text is another submission
   * and is kept as one.
   */
  function goOn(element: HTMLFormElement) {
    const field = element.querySelector<HTMLInputElement>(`input[name=${FORM_ID}]`);
    if (field) field.value = newFormId();
    element.dispatchEvent(new Event('input'));
  }

  return { left, settle, goOn };
}
