'use client';

import { useActionState, useEffect, useId, useRef, type KeyboardEvent } from 'react';
import { buttonStyle } from './button.ts';
import type { FormAction } from './form-state.ts';
import { Notice } from './notice.tsx';

type Words = Record<'body' | 'bodyHint' | 'headline' | 'headlineHint' | 'at' | 'atHint' | 'isKey' | 'isPinned' | 'send' | 'preview' | 'previewed' | 'keys', string>;
type Props = {
  action: FormAction;
  words: Words;
  /** What the fields hold before anything is typed. */
  initial: { headline: string; body: string; at: string; isKey: boolean; isPinned: boolean };
  hidden: Record<string, string>;
  /** Of the coverage: its text runs the way its readers read. */
  lang: 'ar' | 'en';
};

const look = 'block w-full rounded-paper border border-field bg-paper px-3 text-start text-ui aria-invalid:border-madder';

/** Writes an entry, or changes one. An ordinary form; with scripts Ctrl or ⌘ with Enter sends it, and it is empty again for the next. */
export function LiveComposer({ action, words, initial, hidden, lang }: Props) {
  const [state, send, isSending] = useActionState(action, null);
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  const values = state?.values;
  const faults = state?.faults ?? {};
  useEffect(() => {
    if (state?.faults) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
    else if (state?.notice) form.current?.querySelector('textarea')?.focus();
  }, [state]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    form.current?.requestSubmit(form.current.querySelector<HTMLButtonElement>('[data-send]'));
  }

  const notes = (name: string, hint = false) => ({
    ...(faults[name] && { 'aria-invalid': true }),
    ...((faults[name] || hint) && { 'aria-describedby': [faults[name] && `${id}-${name}-fault`, hint && `${id}-${name}-hint`].filter(Boolean).join(' ') }),
  });
  const said = (name: string, hint?: string) => (
    <>
      {faults[name] && <p id={`${id}-${name}-fault`} className="mt-1 text-madder">{faults[name]}</p>}
      {hint && <p id={`${id}-${name}-hint`} className="mt-1 text-caption text-ink-soft">{hint}</p>}
    </>
  );
  const box = (name: 'isKey' | 'isPinned') => (
    <label className="inline-flex min-h-11 items-center gap-2">
      <input key={String(values?.[name])} type="checkbox" name={name} value="1" defaultChecked={values ? values[name] === '1' : initial[name]} className="size-5 accent-sea" />
      {words[name]}
    </label>
  );
  return (
    <form ref={form} action={send} noValidate aria-busy={isSending} className="space-y-3">
      {faults.form && <Notice tone="fault">{faults.form}</Notice>}
      {state?.notice && <Notice tone="done">{state.notice}</Notice>}
      {Object.entries(hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      <div>
        <label htmlFor={`${id}-body`} className="mb-1 block font-medium">{words.body}</label>
        <textarea
          id={`${id}-body`} name="body" rows={5} lang={lang} dir={lang === 'ar' ? 'rtl' : 'ltr'} defaultValue={values?.body ?? initial.body} maxLength={10_000}
          onKeyDown={onKeyDown} {...notes('body', true)} className={`${look} py-2`}
        />
        {said('body', words.bodyHint)}
      </div>
      <div className="grid gap-3 sm:grid-cols-2">
        <div>
          <label htmlFor={`${id}-headline`} className="mb-1 block font-medium">{words.headline}</label>
          <input
            id={`${id}-headline`} name="headline" lang={lang} dir={lang === 'ar' ? 'rtl' : 'ltr'} defaultValue={values?.headline ?? initial.headline} maxLength={200}
            autoComplete="off" onKeyDown={onKeyDown} {...notes('headline', true)} className={`${look} min-h-11`}
          />
          {said('headline', words.headlineHint)}
        </div>
        <div>
          <label htmlFor={`${id}-at`} className="mb-1 block font-medium">{words.at}</label>
          <input
            id={`${id}-at`} name="at" type="datetime-local" dir="ltr" defaultValue={values?.at ?? initial.at} {...notes('at', true)} className={`${look} min-h-11`}
          />
          {said('at', words.atHint)}
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        {box('isKey')}
        {box('isPinned')}
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <button data-send="" disabled={isSending} aria-keyshortcuts="Control+Enter Meta+Enter" className={buttonStyle.main}>{words.send}</button>
        <button name="act" value="preview" disabled={isSending} className={buttonStyle.plain}>{words.preview}</button>
        <span className="text-caption text-ink-soft max-sm:hidden">{words.keys}</span>
      </div>
      {state?.preview !== undefined && (
        <section aria-label={words.previewed} className="border-s-4 border-amber bg-paper px-4 py-3">
          <p className="mb-2 text-caption text-ink-soft">{words.previewed}</p>
          {/* Made by bodyHtml: our own elements, and everything written escaped. */}
          <div lang={lang} dir={lang === 'ar' ? 'rtl' : 'ltr'} className="live-words" dangerouslySetInnerHTML={{ __html: state.preview }} />
        </section>
      )}
    </form>
  );
}
