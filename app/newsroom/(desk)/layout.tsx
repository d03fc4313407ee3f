import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Desk } from '#components/newsroom/desk.tsx';
import type { NavLink } from '#components/newsroom/nav-links.tsx';
import { can } from '#lib/can.ts';
import { getStaff } from '../_session.ts';
import { IncidentLines } from './comments/_incident-lines.tsx';
import { NAV } from './_nav.ts';
import { readWaiting } from './_waiting.ts';

/** Draws; lets nobody in or out: a layout is not asked again for every page. Each page asks for itself. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const staff = await getStaff();
  if (!staff) return children;
  const t = await getTranslations('newsroom.nav');
  const { person } = staff;
  const waiting = can(person, 'moderate') ? await readWaiting() : undefined;
  const groups = NAV.map(({ group, places }) => ({
    label: t(`groups.${group}`),
    links: places.filter(({ needs }) => can(person, needs)).map(({ href, key }): NavLink => ({
      href, label: t(key), ...(key === 'comments' && waiting && { waiting }),
    })),
  })).filter(({ links }) => links.length > 0);
  return (
    <Desk person={person} groups={groups}>
      <IncidentLines person={person} />
      {children}
    </Desk>
  );
}
