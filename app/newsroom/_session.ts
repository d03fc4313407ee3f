import { cookies, headers } from 'next/headers';
import { forbidden, redirect } from 'next/navigation';
import { cache } from 'react';
import { getSession, type Visitor } from '#db/auth.ts';
import { can, type Capability, type Person } from '#lib/can.ts';
import { env } from '#lib/env.ts';
import { pageRequest } from '#lib/page-request.ts';

export type Staff = { person: Person; email: string; twoStepOn: boolean; sessionId: string };

/** Written anew from the jar: in an action, cookies that it has just set count already. */
async function cookieHeader(): Promise<string> {
  const jar = await cookies();
  return jar.getAll().map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
}

/** Who asks, in the words of db/auth.ts. */
export async function getVisitor(): Promise<Visitor> {
  const sent = await headers();
  return { cookie: await cookieHeader(), address: pageRequest()?.clientAddress, userAgent: sent.get('user-agent') ?? undefined };
}

/** The signed-in person, or null. One look into the database for all parts of a page. */
export const getStaff = cache(async (): Promise<Staff | null> => {
  const found = await getSession(await cookieHeader());
  if (!found) return null;
  const { user, session } = found;
  return {
    person: { id: user.id, name: user.name, role: user.role as Person['role'] },
    email: user.email,
    twoStepOn: user.twoFactorEnabled === true,
    sessionId: session.id,
  };
});

/** Asked first in every page of the newsroom. `path` is where to come back to after signing in. */
export async function requireStaff(capability: Capability, path: string): Promise<Staff> {
  const staff = await getStaff();
  if (!staff) redirect(`/newsroom/sign-in?next=${encodeURIComponent(path)}`);
  if (!can(staff.person, capability)) forbidden();
  return staff;
}

/** Only our own pages may send forms here; browsers say where a form comes from, and pages can't make them lie. */
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

/** The status of the page that an action shows again; see server/front-door.ts. */
export function answerWith(status: number): void {
  const request = pageRequest();
  if (request) request.status = status;
}
