'use client';

import { useEffect, useState, type KeyboardEvent, type ReactNode } from 'react';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import type { FormAction } from '#components/newsroom/ui/form-state.ts';
import { WORDS_RESTORED } from '#components/newsroom/ui/form-words.ts';
import { LiveBody, type LiveBodyWords } from './live-body.tsx';
import { LiveField } from './live-field.tsx';
import { Notice } from '#components/newsroom/ui/notice.tsx';
import type { PickedMedia } from '#components/newsroom/library/picked-media.ts';
import type { RichProps } from '#components/newsroom/ui/rich-field.tsx';
import { SendOutcome } from '#components/newsroom/ui/send-outcome.tsx';
import { useFormSending } from '#components/newsroom/ui/use-sending.ts';
import { dirOf, type Locale } from '#lib/locales.ts';

type Words = LiveBodyWords &
  Record<
    | 'headline'
    | 'headlineHint'
    | 'at'
    | 'atHint'
    | 'isKey'
    | 'isPinned'
    | 'send'
    | 'preview'
    | 'previewed'
    | 'keys',
    string
  >;
type Props = {
  action: FormAction;
  words: Words;
  rich: RichProps;
  pictures: PickedMedia[];
  textHint: ReactNode;
  signs: ReactNode;
  /** The values of the fields before anything is typed. */
  initial: Record<string, string>;
  hidden: Record<string, string>;
  /** The language of the coverage; it sets the direction of the text. */
  lang: Locale;
  /** Names the copy that the browser keeps until the form is sent. */
  keep: string;
};

/**
 * Writes or changes an entry. An ordinary form; with JavaScript, Ctrl or ⌘ with Enter sends it, and it is
 * then empty for the next entry.
 */
export function LiveComposer(props: Props) {
  // Without the editor the form has plain fields and disclosures: a new form instance empties all of them.
  const [round, setRound] = useState(0);
  return <ComposerForm key={round} {...props} onPlainSent={() => setRound((last) => last + 1)} />;
}

/** The entry as readers would see it. */
function Preview({ html, lang, title }: { html: string; lang: Props['lang']; title: string }) {
  return (
    <section aria-label={title} className="border-s-4 border-amber bg-paper px-4 py-3">
      <p className="mb-2 text-caption text-ink-soft">{title}</p>
      {/* Made by bodyHtml: only our own elements, with all typed text escaped. */}
      <div lang={lang} dir={dirOf(lang)} className="live-words" dangerouslySetInnerHTML={{ __html: html }} />
    </section>
  );
}

function Sends({ words, isSending }: { words: Words; isSending: boolean }) {
  return (
    <div className="flex flex-wrap items-center gap-3">
      <button
        data-send=""
        disabled={isSending}
        aria-keyshortcuts="Control+Enter Meta+Enter"
        className={buttonStyle.main}
      >
        {words.send}
      </button>
      <button name="act" value="preview" disabled={isSending} className={buttonStyle.plain}>
        {words.preview}
      </button>
      <span className="text-caption text-ink-soft max-sm:hidden">{words.keys}</span>
    </div>
  );
}

type FormProps = Props & { onPlainSent: () => void };

function ComposerForm({
  action,
  words,
  rich,
  pictures,
  textHint,
  signs,
  initial,
  hidden,
  lang,
  keep,
  onPlainSent,
}: FormProps) {
  const { state, send, isSending, failure, left, form, onSubmit } = useFormSending(
    action,
    keep,
    (typed, sender) => {
      // A changed entry redirects to another page.
      if (hidden.entryId) return;
      const hasEditor = sender.querySelector('.ProseMirror') !== null;
      if (!hasEditor && typed.length === 0) return onPlainSent();
      // After sending by keyboard, the person goes on in the same editor. Text typed during the request
      // stays, for the next entry.
      const detail = { doc: [JSON.stringify(rich.initial)] };
      if (hasEditor && !typed.includes('doc'))
        sender.dispatchEvent(new CustomEvent(WORDS_RESTORED, { detail }));
    },
  );
  const faults = state?.faults ?? {};
  const valueOf = (name: string) => (state?.values ?? initial)[name] ?? '';
  useEffect(() => {
    if (state?.faults) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [state, form]);

  // Handles the key before the editor, where it ends a line.
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    if ((event.target as Element).closest('dialog')) return;
    event.preventDefault();
    event.stopPropagation();
    form.current?.requestSubmit(form.current.querySelector<HTMLButtonElement>('[data-send]'));
  }

  const box = (name: 'isKey' | 'isPinned') => (
    <label className="inline-flex min-h-11 items-center gap-2">
      <input
        key={valueOf(name)}
        type="checkbox"
        name={name}
        value="1"
        defaultChecked={valueOf(name) === '1'}
        className="size-5 accent-sea"
      />
      {words[name]}
    </label>
  );
  const typed = (name: string) => ({ name, value: valueOf(name), fault: faults[name] });
  return (
    <form
      ref={form}
      action={send}
      onSubmit={onSubmit}
      onKeyDownCapture={onKeyDown}
      data-guarded=""
      noValidate
      aria-busy={isSending}
      className="space-y-3"
    >
      {faults.form && <Notice tone="fault">{faults.form}</Notice>}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <LiveBody {...{ words, rich, pictures, textHint, signs, initial, valueOf, faults, lang }} />
      <div className="grid gap-3 sm:grid-cols-2">
        <LiveField
          {...typed('headline')}
          label={words.headline}
          hint={words.headlineHint}
          lang={lang}
          max={200}
        />
        <LiveField {...typed('at')} label={words.at} hint={words.atHint} type="datetime-local" />
      </div>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        {box('isKey')}
        {box('isPinned')}
      </div>
      <SendOutcome failure={failure} left={left} />
      <Sends words={words} isSending={isSending} />
      {state?.preview !== undefined && <Preview html={state.preview} lang={lang} title={words.previewed} />}
    </form>
  );
}
