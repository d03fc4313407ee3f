'use client';

import { useRouter } from 'next/navigation';
import { useState, useSyncExternalStore, type FormEvent } from 'react';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { Field } from '#components/newsroom/ui/field.tsx';
import { Notice } from '#components/newsroom/ui/notice.tsx';
import { byScript, useScripts } from '#components/newsroom/ui/use-scripts.ts';
import { ask, knowsPasskeys, neverChanges, wasCancelled } from './passkey-browser.ts';

type Words = {
  required: string;
  name: string;
  hint: string;
  submit: string;
  added: string;
  cancelled: string;
  failed: string;
  unknown: string;
};

/** Creates a passkey on the device and registers it with the server. */
export function PasskeyAdd({ suggestion, words }: { suggestion: string; words: Words }) {
  const router = useRouter();
  const isReady = useScripts();
  const isKnown = useSyncExternalStore(neverChanges, knowsPasskeys, () => undefined);
  const [said, setSaid] = useState<{ tone: 'done' | 'fault'; text: string }>();
  const [isBusy, setBusy] = useState(false);
  if (isKnown === false) return <p className="text-ink-soft">{words.unknown}</p>;

  async function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name'));
    setBusy(true);
    setSaid(undefined);
    try {
      const { options } = await ask<{ options: PublicKeyCredentialCreationOptionsJSON }>(
        '/newsroom/account/passkeys/options',
      );
      const key = (await navigator.credentials.create({
        publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options),
      })) as PublicKeyCredential;
      await ask('/newsroom/account/passkeys', { name, response: key.toJSON() });
      setSaid({ tone: 'done', text: words.added });
      router.refresh();
    } catch (error) {
      const message =
        error instanceof Error && !(error instanceof TypeError || error instanceof DOMException)
          ? error.message
          : '';
      setSaid({ tone: 'fault', text: wasCancelled(error) ? words.cancelled : message || words.failed });
    }
    setBusy(false);
  }

  return (
    <>
      <p className="hidden text-ink-soft noscript:block">{words.unknown}</p>
      <form
        onSubmit={(event) => void add(event)}
        className={`max-w-md space-y-3 ${byScript(isReady)}`}
        aria-busy={isBusy}
      >
        {said && <Notice tone={said.tone}>{said.text}</Notice>}
        <p className="is-required-legend text-caption text-ink-soft">{words.required}</p>
        <Field
          name="name"
          label={words.name}
          isRequired
          hint={words.hint}
          isProse
          autoComplete="off"
          initial={suggestion}
        />
        <button disabled={isBusy} className={buttonStyle.plain}>
          {words.submit}
        </button>
      </form>
    </>
  );
}
