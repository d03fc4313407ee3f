'use client';

import { useEffect, useState } from 'react';

const EVERY_MS = 30_000;

/**
 * Reports that comments arrived since the page was rendered. The list itself never moves while someone works
 * on it.
 */
export function Arrivals({ since, href, link }: { since: string; href: string; link: string }) {
  const [text, setText] = useState('');
  useEffect(() => {
    const timer = setInterval(async () => {
      if (document.hidden) return;
      const answer = await fetch(`/newsroom/comments/arrivals?since=${encodeURIComponent(since)}`).catch(
        () => undefined,
      );
      if (!answer?.ok || answer.redirected) return;
      setText(((await answer.json()) as { text: string }).text);
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [since]);
  return (
    <p role="status" className={text ? 'border-s-4 border-sea bg-sheet px-4 py-2' : 'sr-only'}>
      {text && (
        <>
          {text}{' '}
          <a href={href} className="text-sea underline hover:text-ink">
            {link}
          </a>
        </>
      )}
    </p>
  );
}
