'use client';

import { usePathname } from 'next/navigation';
import { WaitingBadge, type Waiting } from '#components/newsroom/ui/waiting-count.tsx';

export type NavLink = { href: string; covers: string[]; label: string; waiting?: Waiting };
export type NavGroup = { label: string; links: NavLink[] };

/** The start page is above all others, so it is current only on its own path. */
const HOME = '/newsroom';

/** How much of the current path a link covers. The link with the longest match is current. */
const share =
  (here: string) =>
  ({ href, covers }: NavLink) =>
    Math.max(
      0,
      ...[href, ...covers]
        .filter((path) => here === path || (path !== HOME && here.startsWith(`${path}/`)))
        .map((path) => path.length),
    );

/** All links of the navigation, in groups. A page below a link's path marks that link. */
export function NavGroups({ groups }: { groups: NavGroup[] }) {
  const here = usePathname();
  const shareOf = share(here);
  const most = Math.max(1, ...groups.flatMap(({ links }) => links.map(shareOf)));
  return (
    <ul className="grid gap-x-4 gap-y-3 max-lg:grid-cols-2">
      {groups.map(({ label, links }) => (
        <li key={label}>
          <p className="px-3 text-caption text-ink-soft">{label}</p>
          <ul>
            {links.map((link) => (
              <li key={link.href}>
                <a
                  href={link.href}
                  {...(shareOf(link) === most && {
                    'aria-current': link.href === here ? ('page' as const) : ('true' as const),
                  })}
                  className="flex min-h-11 items-center justify-between gap-2 border-s-2 border-transparent px-3 hover:text-madder aria-[current]:border-madder aria-[current]:font-bold lg:pointer-fine:min-h-8"
                >
                  {link.label}
                  {link.waiting && <WaitingBadge key={link.waiting.count} waiting={link.waiting} />}
                </a>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
