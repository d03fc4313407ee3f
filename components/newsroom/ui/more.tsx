import type { ReactNode } from 'react';

type Props = {
  summary: ReactNode;
  children: ReactNode;
  menu?: string;
  /** Open on the first render. */
  isOpen?: boolean;
};

/** A disclosure that needs no script. Open, it takes the whole line. */
export function More({ summary, children, menu, isOpen = false }: Props) {
  return (
    <details open={isOpen} {...(menu && { 'data-menu': menu })} className="open:w-full">
      <summary className="inline-flex min-h-11 cursor-pointer items-center gap-2 text-sea marker:content-none hover:text-ink">
        <span className="underline">{summary}</span>
      </summary>
      <div className="mb-3 rounded-paper border border-hairline bg-paper p-4">{children}</div>
    </details>
  );
}
