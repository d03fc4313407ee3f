'use client';

import { useState, useSyncExternalStore } from 'react';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { Notice } from '#components/newsroom/ui/notice.tsx';
import { byScript, useScripts } from '#components/newsroom/ui/use-scripts.ts';
import { ask, knowsPasskeys, neverChanges, wasCancelled } from './passkey-browser.ts';

type Props = { next: string; words: { submit: string; cancelled: string; failed: string } };

/** Signs in with one touch, which covers both steps. Only shown where the browser supports it. */
export function PasskeySignIn({ next, words }: Props) {
  const isReady = useScripts();
  const isKnown = useSyncExternalStore(neverChanges, knowsPasskeys, () => undefined);
  const [fault, setFault] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  if (isKnown === false) return null;

  async function begin() {
    setBusy(true);
    setFault(undefined);
    try {
      const { options } = await ask<{ options: PublicKeyCredentialRequestOptionsJSON }>(
        '/newsroom/sign-in/passkey/options',
      );
      const key = (await navigator.credentials.get({
        publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options),
      })) as PublicKeyCredential;
      await ask('/newsroom/sign-in/passkey', { response: key.toJSON() });
      location.assign(next);
    } catch (error) {
      setFault(
        wasCancelled(error)
          ? words.cancelled
          : (error instanceof Error && !(error instanceof TypeError) && error.message) || words.failed,
      );
      setBusy(false);
    }
  }

  return (
    <div className={`space-y-3 border-t border-hairline pt-4 ${byScript(isReady)}`}>
      {fault && <Notice tone="fault">{fault}</Notice>}
      <button type="button" disabled={isBusy} onClick={() => void begin()} className={buttonStyle.plain}>
        {words.submit}
      </button>
    </div>
  );
}
