import { headers } from 'next/headers';
import { forbidden, redirect } from 'next/navigation';
import { cache } from 'react';
import type { Visitor } from '#db/people/auth.ts';
import { getTwoStepDue } from '#db/people/two-step.ts';
import { can, needsTwoSteps, type Capability, type Person } from '#lib/people/can.ts';
import { env } from '#lib/env.ts';
import { pageRequest } from '#lib/page-request.ts';

export { answerWith } from '#lib/page-request.ts';
import { cookieHeader, getSignedIn } from '#app/_request/signed-in.ts';

export type Staff = {
  person: Person;
  email: string;
  sessionId: string;
  /**
   * From when on they can do nothing before they have set up a second step; undefined for who has, or needs
   * none.
   */
  twoStepDue?: Date;
  /** The account that the house made: nothing is open before it has an owner's name, address and password. */
  mustSettle: boolean;
};

/** Where a second step is set up: the one page that is open before. */
const ACCOUNT = '/newsroom/account';
/** Where the first administrator says who they are: the one page that is open before that. */
export const SETTLE = '/newsroom/first';

/** Who asks, in the words of db/people/auth.ts. */
export async function getVisitor(): Promise<Visitor> {
  const sent = await headers();
  return {
    cookie: await cookieHeader(),
    address: pageRequest()?.clientAddress,
    userAgent: sent.get('user-agent') ?? undefined,
  };
}

/** The signed-in person, or null. */
export const getStaff = cache(async (): Promise<Staff | null> => {
  const found = await getSignedIn();
  if (!found || found.user.disabledAt) return null;
  const { user, session } = found;
  const person: Person = { id: user.id, name: user.name, role: user.role as Person['role'] };
  const twoStepDue =
    needsTwoSteps(person.role) && user.twoFactorEnabled !== true ? await getTwoStepDue(user.id) : undefined;
  const staff: Staff = {
    person,
    email: user.email,
    sessionId: session.id,
    mustSettle: user.mustSettle === true,
    ...(twoStepDue && { twoStepDue }),
  };
  const request = pageRequest();
  if (request && !staff.mustSettle && !isHeldBack(staff)) request.staffSession = session.id;
  return staff;
});

/** Whether somebody is kept at the door until their second step is set up. */
export const isHeldBack = ({ twoStepDue }: Staff, now = new Date()): boolean =>
  twoStepDue !== undefined && twoStepDue <= now;

/** Asked first in every page of the newsroom. `path` is where to come back to after signing in. */
export async function requireStaff(capability: Capability, path: string): Promise<Staff> {
  const staff = await getStaff();
  if (!staff) redirect(`/newsroom/sign-in?next=${encodeURIComponent(path)}`);
  if (path !== SETTLE && staff.mustSettle) redirect(`${SETTLE}?next=${encodeURIComponent(path)}`);
  if (path !== ACCOUNT && path !== SETTLE && isHeldBack(staff))
    redirect(`${ACCOUNT}?next=${encodeURIComponent(path)}`);
  if (!can(staff.person, capability)) forbidden();
  return staff;
}

/** The same for a route that answers scripts: nobody is led anywhere, the status says why not. */
export async function findStaff(capability: Capability): Promise<Staff | { status: 401 | 403 }> {
  const staff = await getStaff();
  if (!staff || staff.mustSettle || isHeldBack(staff)) return { status: 401 };
  return can(staff.person, capability) ? staff : { status: 403 };
}

/**
 * Only our own pages may send forms here; browsers say where a form comes from, and pages can't make them
 * lie.
 */
export async function requireOwnPage(): Promise<void> {
  const sent = await headers();
  if (sent.get('sec-fetch-site') === 'same-origin') return;
  const host = URL.parse(sent.get('origin') ?? '')?.host;
  if (!host || (host !== sent.get('host') && host !== new URL(env.siteUrl).host)) forbidden();
}

/** Asked first in every action of the newsroom. */
export async function requireStaffAction(capability: Capability, path: string): Promise<Staff> {
  await requireOwnPage();
  return requireStaff(capability, path);
}
