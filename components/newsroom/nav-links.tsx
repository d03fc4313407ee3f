'use client';

import { usePathname } from 'next/navigation';

export type NavLink = { href: string; label: string; count?: { text: string; spoken: string } };

/** The address is shown as current only on its own page, so a list and its history are two places. */
export function NavLinks({ links }: { links: NavLink[] }) {
  const here = usePathname();
  return links.map(({ href, label, count }) => (
    <li key={href} className="shrink-0">
      <a
        href={href}
        {...(href === here && { 'aria-current': 'page' as const })}
        className="flex min-h-11 items-center justify-between gap-2 border-b-2 border-transparent px-3 hover:text-madder aria-[current]:border-madder aria-[current]:font-bold lg:border-s-2 lg:border-b-0"
      >
        {label}
        {count && (
          <>
            <span aria-hidden="true" className="rounded-full bg-sea px-2 text-caption text-on-sea">{count.text}</span>
            <span className="sr-only">{count.spoken}</span>
          </>
        )}
      </a>
    </li>
  ));
}
