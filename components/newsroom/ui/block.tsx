import { useId, type ReactNode } from 'react';

type Props = { title: string; lead?: ReactNode; aside?: ReactNode; children: ReactNode };

/** A titled section of a newsroom page. */
export function Block({ title, lead, aside, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="rounded-paper border border-hairline bg-sheet p-4 sm:p-6">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={id} className="text-h3">
          {title}
        </h2>
        {aside}
      </div>
      {lead && <p className="mb-4 text-ink-soft">{lead}</p>}
      {children}
    </section>
  );
}
