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
   * From this time on the person can do nothing until they set up a second step. Undefined if they have one
   * or need none.
   */
  twoStepDue?: Date;
  /**
   * The account that the instance created. Nothing is open until its owner sets a name, address and password.
   */
  mustSettle: boolean;
};

/** Where a second step is set up; the only page that is open until then. */
const ACCOUNT = '/newsroom/account';
/** Where the first administrator enters who they are; the only page that is open until then. */
export const SETTLE = '/newsroom/first';

/** The visitor of the request, in the terms of db/people/auth.ts. */
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

/** Whether the person has no access until they set up their second step. */
export const isHeldBack = ({ twoStepDue }: Staff, now = new Date()): boolean =>
  twoStepDue !== undefined && twoStepDue <= now;

/** The first call of every page of the newsroom. `path` is where to return to after sign-in. */
export async function requireStaff(capability: Capability, path: string): Promise<Staff> {
  const staff = await getStaff();
  if (!staff) redirect(`/newsroom/sign-in?next=${encodeURIComponent(path)}`);
  if (path !== SETTLE && staff.mustSettle) redirect(`${SETTLE}?next=${encodeURIComponent(path)}`);
  if (path !== ACCOUNT && path !== SETTLE && isHeldBack(staff))
    redirect(`${ACCOUNT}?next=${encodeURIComponent(path)}`);
  if (!can(staff.person, capability)) forbidden();
  return staff;
}

/** The same for a route that answers scripts: it never redirects, but returns the error status. */
export async function findStaff(capability: Capability): Promise<Staff | { status: 401 | 403 }> {
  const staff = await getStaff();
  if (!staff || staff.mustSettle || isHeldBack(staff)) return { status: 401 };
  return can(staff.person, capability) ? staff : { status: 403 };
}

/**
 * Only our own pages may send forms here. Browsers state where a form comes from, and pages cannot forge
 * that.
 */
export async function requireOwnPage(): Promise<void> {
  const sent = await headers();
  if (sent.get('sec-fetch-site') === 'same-origin') return;
  const host = URL.parse(sent.get('origin') ?? '')?.host;
  if (!host || (host !== sent.get('host') && host !== new URL(env.siteUrl).host)) forbidden();
}

/** The first call of every action of the newsroom. */
export async function requireStaffAction(capability: Capability, path: string): Promise<Staff> {
  await requireOwnPage();
  return requireStaff(capability, path);
}
