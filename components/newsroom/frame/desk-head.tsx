import type { ReactNode } from 'react';

/** The title of a newsroom page, and what the page is for. */
export function DeskHead({ title, lead, aside }: { title: ReactNode; lead?: ReactNode; aside?: ReactNode }) {
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
      <div className="min-w-0">
        <h1 className="text-h2">{title}</h1>
        {lead && <p className="text-ink-soft">{lead}</p>}
      </div>
      {aside}
    </div>
  );
}
