'use client';

import { useSyncExternalStore } from 'react';
import { buttonStyle } from '#components/newsroom/ui/button.ts';

const onNothing = () => () => undefined;
const readWords = () => document.getElementById('error-words')?.dataset;

/**
 * The layout renders the messages in the visitor's language, because loading them may be what failed. A page
 * that fails on its first load is rendered together with its layout. `useSyncExternalStore` therefore reads
 * them once more after both are in the document.
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
      {/* Only an error on the server has a digest and a line in the server's log. */}
      <p className="mt-2 mb-6 text-ink-soft">{error.digest ? words?.logged : words?.lead}</p>
      <button type="button" onClick={() => retry()} className={buttonStyle.main}>
        {words?.retry}
      </button>
    </main>
  );
}
