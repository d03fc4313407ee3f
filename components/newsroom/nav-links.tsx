'use client';

import { usePathname } from 'next/navigation';
import { WaitingBadge, type Waiting } from './waiting-count.tsx';

export type NavLink = { href: string; label: string; waiting?: Waiting };

/** The address is shown as current only on its own page, so a list and its history are two places. */
export function NavLinks({ links }: { links: NavLink[] }) {
  const here = usePathname();
  return links.map(({ href, label, waiting }) => (
    <li key={href} className="shrink-0">
      <a
        href={href}
        {...(href === here && { 'aria-current': 'page' as const })}
        className="flex min-h-11 items-center justify-between gap-2 border-b-2 border-transparent px-3 hover:text-madder aria-[current]:border-madder aria-[current]:font-bold lg:border-s-2 lg:border-b-0"
      >
        {label}
        {waiting && <WaitingBadge key={waiting.count} waiting={waiting} />}
      </a>
    </li>
  ));
}
