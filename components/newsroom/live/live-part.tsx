import type { ReactNode } from 'react';

/** A part of an entry that most entries do not use. */
export function LivePart({
  title,
  isOpen,
  children,
}: {
  title: string;
  isOpen: boolean;
  children: ReactNode;
}) {
  return (
    <details open={isOpen} className="group/part border-t border-hairline last:border-b">
      <summary className="flex min-h-11 cursor-pointer items-center justify-between font-medium marker:content-none hover:text-sea">
        {title}
        <span aria-hidden="true" className="text-ink-soft group-open/part:hidden">
          +
        </span>
        <span aria-hidden="true" className="hidden text-ink-soft group-open/part:inline">
          −
        </span>
      </summary>
      <div className="space-y-3 pb-4">{children}</div>
    </details>
  );
}
