import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Desk } from '#components/newsroom/desk.tsx';
import type { NavLink } from '#components/newsroom/nav-links.tsx';
import { countQueue } from '#db/moderation-queue.ts';
import { getDateSettings } from '#db/settings.ts';
import { can } from '#lib/can.ts';
import { getStaff } from '../_session.ts';
import { IncidentLines } from './comments/_incident-lines.tsx';
import { showCount } from './_show-count.ts';

/** Draws; lets nobody in or out: a layout is not asked again for every page. Each page asks for itself. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const staff = await getStaff();
  if (!staff) return children;
  const t = await getTranslations('newsroom.nav');
  const { person } = staff;
  const links: NavLink[] = [{ href: '/newsroom', label: t('dashboard') }];
  if (can(person, 'moderate')) {
    const count = await countQueue({ queue: 'pending' });
    const n = showCount(count, await getDateSettings('ar'));
    links.push(
      { href: '/newsroom/comments', label: t('comments'), ...(count > 0 && { count: { text: n, spoken: t('waiting', { count, n }) } }) },
      { href: '/newsroom/comments/history', label: t('history') },
      { href: '/newsroom/comments/rules', label: t('tools') },
      { href: '/newsroom/comments/bans', label: t('bans') },
    );
  }
  links.push({ href: '/newsroom/account', label: t('account') });
  return (
    <Desk person={person} links={links}>
      <IncidentLines person={person} />
      {children}
    </Desk>
  );
}
