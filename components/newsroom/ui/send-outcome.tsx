'use client';

import { useEffect, useRef } from 'react';
import { buttonStyle } from './button.ts';
import { Notice } from './notice.tsx';
import { reloadWithWords } from './reload-with-words.ts';
import { sendWords } from './send-words.ts';
import type { Sending } from './use-sending.ts';

/** Near the submit button: why the submission failed, and that the text is still there. */
export function SendOutcome({ failure, left }: Pick<Sending, 'failure' | 'left'>) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (failure) box.current?.scrollIntoView({ block: 'nearest' });
  }, [failure]);
  if (!failure && !left) return null;
  const words = sendWords();
  return (
    <div ref={box} data-send-failure={failure ?? undefined} className="w-full basis-full space-y-2">
      {left && !failure && (
        <Notice tone="waiting">
          <p>{words.restored}</p>
          <button type="button" onClick={left.forget} className={buttonStyle.text}>
            {words.forget}
          </button>
        </Notice>
      )}
      {failure && (
        <Notice tone="fault">
          <p>{words[failure]}</p>
          {failure === 'signedOut' && (
            <a href="/newsroom/sign-in" target="_blank" rel="noopener" className={buttonStyle.text}>
              {words.signIn}
            </a>
          )}
          {failure === 'newBuild' && (
            <button type="button" onClick={reloadWithWords} className={buttonStyle.text}>
              {words.reload}
            </button>
          )}
        </Notice>
      )}
    </div>
  );
}
