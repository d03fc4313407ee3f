'use client';

import messages from '#messages/ar.json';
import { buttonStyle } from '#components/newsroom/button.ts';

/** The words come straight from the file: what failed may be what finds them. */
export default function NewsroomError({ reset }: { reset: () => void }) {
  const t = messages.newsroom.error;
  return (
    <main id="main" className="mx-auto max-w-xl px-4 py-16">
      <h1 className="text-h2">{t.title}</h1>
      <p className="mt-2 mb-6 text-ink-soft">{t.lead}</p>
      <button type="button" onClick={reset} className={buttonStyle.main}>{t.retry}</button>
    </main>
  );
}
