import type { ReactNode } from 'react';

type Props = { tone: 'done' | 'fault' | 'waiting'; children: ReactNode; label?: string };

const tones = { done: 'border-leaf', fault: 'border-madder', waiting: 'border-amber' };

/** A line that reports what happened. Screen readers announce a fault at once. */
export function Notice({ tone, children, label }: Props) {
  return (
    <div
      role={tone === 'fault' ? 'alert' : 'status'}
      {...(label && { 'aria-label': label })}
      className={`flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-s-4 bg-sheet px-4 py-2 ${tones[tone]}`}
    >
      {children}
    </div>
  );
}
