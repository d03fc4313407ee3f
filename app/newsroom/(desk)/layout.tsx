import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Desk } from '#components/newsroom/desk.tsx';
import type { NavLink } from '#components/newsroom/nav-links.tsx';
import { countQueue } from '#db/moderation-queue.ts';
import { getDateSettings } from '#db/settings.ts';
import { can } from '#lib/can.ts';
import { getStaff } from '../_session.ts';
import { IncidentLines } from './comments/_incident-lines.tsx';
import { NAV } from './_nav.ts';
import { showCount } from './_show-count.ts';

/** Draws; lets nobody in or out: a layout is not asked again for every page. Each page asks for itself. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const staff = await getStaff();
  if (!staff) return children;
  const t = await getTranslations('newsroom.nav');
  const { person } = staff;
  const waiting = can(person, 'moderate') ? await countQueue({ queue: 'pending' }) : 0;
  const n = showCount(waiting, await getDateSettings(await getLocale()));
  const groups = NAV.map(({ group, places }) => ({
    label: t(`groups.${group}`),
    links: places.filter(({ needs }) => can(person, needs)).map(({ href, key }): NavLink => ({
      href, label: t(key), ...(key === 'comments' && waiting > 0 && { count: { text: n, spoken: t('waiting', { count: waiting, n }) } }),
    })),
  })).filter(({ links }) => links.length > 0);
  return (
    <Desk person={person} groups={groups}>
      <IncidentLines person={person} />
      {children}
    </Desk>
  );
}
