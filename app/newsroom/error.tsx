'use client';

import { buttonStyle } from '#components/newsroom/button.ts';

/** The words stand ready in the layout, in the language of who asked: what failed may be what finds them. */
export default function NewsroomError({ reset }: { reset: () => void }) {
  const words = typeof document === 'undefined' ? undefined : document.getElementById('error-words')?.dataset;
  return (
    <main id="main" className="mx-auto max-w-xl px-4 py-16">
      <h1 className="text-h2">{words?.title}</h1>
      <p className="mt-2 mb-6 text-ink-soft">{words?.lead}</p>
      <button type="button" onClick={reset} className={buttonStyle.main}>{words?.retry}</button>
    </main>
  );
}
