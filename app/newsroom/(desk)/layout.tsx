import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Desk } from '#components/newsroom/frame/desk.tsx';
import { UnsentGuard } from '#components/newsroom/ui/unsent-guard.tsx';
import type { NavLink } from '#components/newsroom/frame/nav-groups.tsx';
import { can } from '#lib/people/can.ts';
import { getStaff, isHeldBack } from '../_session.ts';
import { readSiteFace } from '../_site.ts';
import { TwoStepLine } from './account/_two-step-line.tsx';
import { IncidentLines } from './comments/_incident-lines.tsx';
import { NAV } from './_nav.ts';
import { readWaiting } from './_waiting.ts';

/**
 * Renders the frame and does not authorize: Next does not render a layout again for every page. Each page
 * checks.
 */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const staff = await getStaff();
  if (!staff) return children;
  const t = await getTranslations('newsroom.nav');
  const { person, twoStepDue } = staff;
  const isHeld = isHeldBack(staff);
  const waiting = !isHeld && can(person, 'moderate') ? await readWaiting() : undefined;
  // People who must set up a second step get no links, because each would redirect back here.
  const open = isHeld ? NAV.filter(({ group }) => group === 'own') : NAV;
  const groups = open
    .map(({ group, places }) => ({
      label: t(`groups.${group}`),
      links: places
        .filter(({ needs }) => can(person, needs))
        .map(({ href, key, covers }): NavLink => ({
          href,
          covers: covers ?? [],
          label: t(key),
          ...(key === 'comments' && waiting && { waiting }),
        })),
    }))
    .filter(({ links }) => links.length > 0);
  return (
    <Desk site={await readSiteFace()} person={person} groups={groups}>
      {!isHeld && twoStepDue && <TwoStepLine due={twoStepDue} />}
      {!isHeld && <IncidentLines person={person} />}
      {children}
      <UnsentGuard />
    </Desk>
  );
}
