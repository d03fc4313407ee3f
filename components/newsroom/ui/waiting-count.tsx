'use client';

import { useEffect, useState } from 'react';

/** How many comments wait: as a number, as displayed, and as read aloud. */
export type Waiting = { count: number; text: string; spoken: string };

const CHANGED = 'midad:waiting';

/**
 * After a decision, updates every count on the page. The list itself is not reloaded while someone works on
 * it.
 */
export const tellWaiting = (waiting: Waiting): void =>
  void window.dispatchEvent(new CustomEvent(CHANGED, { detail: waiting }));

function useWaiting(given: Waiting): Waiting {
  const [told, setTold] = useState<Waiting>();
  useEffect(() => {
    const onChange = (event: Event) => setTold((event as CustomEvent<Waiting>).detail);
    window.addEventListener(CHANGED, onChange);
    return () => window.removeEventListener(CHANGED, onChange);
  }, []);
  return told ?? given;
}

/** Beside the link to the queue; empty when no comment waits. */
export function WaitingBadge({ waiting }: { waiting: Waiting }) {
  const { count, text, spoken } = useWaiting(waiting);
  if (count === 0) return null;
  return (
    <>
      <span aria-hidden="true" className="rounded-full bg-sea px-2 text-caption text-on-sea">
        {text}
      </span>
      <span className="sr-only">{spoken}</span>
    </>
  );
}

/** On the list itself, which reloads after a bulk decision. Then it updates the other counts. */
export function WaitingNumber({ waiting }: { waiting: Waiting }) {
  useEffect(() => tellWaiting(waiting), [waiting]);
  return useWaiting(waiting).text;
}
