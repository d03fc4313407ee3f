import { createHmac, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import type { Role } from '#lib/people/can.ts';
import { base, dataDir } from './instance.ts';
import { inDatabase } from './in-database.ts';

/** The cookie that better-auth makes of a session token: signed with the instance's key. */
function sessionCookie(token: string): string {
  const keys = JSON.parse(readFileSync(join(dataDir, 'keys.json'), 'utf8')) as { auth: string };
  return `${token}.${createHmac('sha256', Buffer.from(keys.auth, 'hex').toString('hex')).update(token).digest('base64')}`;
}

export type Member = { id: string; name: string; email: string; cookie: string };

export const findMember = (email: string) =>
  inDatabase((database) =>
    database.prepare('select id, name, email from users where email = ?').get(email),
  ) as Omit<Member, 'cookie'>;

/** Adds a session, as a sign-in from another browser would. */
export function addSession<M extends Omit<Member, 'cookie'>>(member: M): M & Member {
  const [token, now] = [randomUUID().replaceAll('-', ''), Date.now()];
  inDatabase((database) =>
    database
      .prepare(
        'insert into sessions (id, user_id, token, expires_at, created_at, updated_at) values (?, ?, ?, ?, ?, ?)',
      )
      .run(randomUUID(), member.id, token, now + 86_400_000, now, now),
  );
  return { ...member, cookie: `midad.session_token=${encodeURIComponent(sessionCookie(token))}` };
}

/**
 * Adds a person with a role and two-step sign-in, already signed in. Writes the rows directly that an
 * invitation and a sign-in would create.
 */
export function addMember(role: Role, { twoStepOn = true } = {}): Member {
  const id = randomUUID();
  const [name, email, now] = [`عضو ${role}`, `${role}-${id.slice(0, 8)}@midad.example`, Date.now()];
  inDatabase((database) =>
    database
      .prepare(
        'insert into users (id, name, email, email_verified, two_factor_enabled, role, locale, created_at, updated_at) values (?, ?, ?, 1, ?, ?, ?, ?, ?)',
      )
      .run(id, name, email, Number(twoStepOn), role, 'ar', now, now),
  );
  return addSession({ id, name, email });
}

/** Gives the browser the session of this member, from the next page on. */
export async function becomeMember(context: BrowserContext, { cookie }: Member) {
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([
    { name, value, domain: new URL(base).hostname, path: '/newsroom', httpOnly: true, sameSite: 'Lax' },
  ]);
}

/** Renames a table while `work` runs, so that every query of it fails. */
export async function withoutTable(table: string, work: () => Promise<void>) {
  inDatabase((database) => database.exec(`alter table ${table} rename to ${table}_away`));
  try {
    await work();
  } finally {
    inDatabase((database) => database.exec(`alter table ${table}_away rename to ${table}`));
  }
}
