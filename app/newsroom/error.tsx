'use client';

import { useSyncExternalStore } from 'react';
import { buttonStyle } from '#components/newsroom/ui/button.ts';

const onNothing = () => () => undefined;
const readWords = () => document.getElementById('error-words')?.dataset;

/**
 * The words stand ready in the layout, in the language of who asked: what failed may be what finds them. A
 * page that fails as it is opened is drawn together with its layout, so the words are looked for once more
 * when both are there.
 */
export default function NewsroomError({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  const words = useSyncExternalStore(onNothing, readWords, () => undefined);
  return (
    <main id="main" className="mx-auto max-w-xl px-4 py-16">
      <h1 className="text-h2">{words?.title}</h1>
      {/* Only what failed on the server has a digest, and a line in its log. */}
      <p className="mt-2 mb-6 text-ink-soft">{error.digest ? words?.logged : words?.lead}</p>
      <button type="button" onClick={() => retry()} className={buttonStyle.main}>
        {words?.retry}
      </button>
    </main>
  );
}
