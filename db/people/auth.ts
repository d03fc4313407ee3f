import { passkey } from '@better-auth/passkey';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { APIError } from 'better-auth/api';
import { betterAuth } from 'better-auth/minimal';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { and, eq } from 'drizzle-orm';
import { MAX_PASSWORD, MIN_PASSWORD } from '#lib/people/password-rules.ts';
import { env } from '#lib/env.ts';
import { makeBackupCodes } from '#lib/people/readable-code.ts';
import { getKeys } from '#lib/security/keys.ts';
import { withEveryDomain } from './auth-address.ts';
import { db } from '#db/engine/client.ts';
import { engine } from '#db/engine/engine.ts';
import { newId } from '#db/engine/ids.ts';
import {
  accounts,
  passkeys,
  rateLimits,
  sessions,
  twoFactors,
  users,
  verifications,
} from '#db/tables/tables.ts';

export const AUTH_PATH = '/newsroom/api/auth';
const DAY = 86_400;
const HOST = new URL(env.siteUrl).hostname;
/** Only `askAuth` sets this header, on the requests that it builds; a header of a browser never gets here. */
const CLIENT_HEADER = 'x-midad-client';

/** A passkey without user verification (fingerprint or PIN) is one step, not two. */
function mustBeVerified(isVerified: boolean | undefined) {
  if (!isVerified)
    throw new APIError('FORBIDDEN', { code: 'USER_NOT_VERIFIED', message: 'User verification is required' });
}

/** The last check of every sign-in: a disabled account gets no session. */
async function isLetIn(userId: string): Promise<boolean> {
  const [user] = await db().select({ disabledAt: users.disabledAt }).from(users).where(eq(users.id, userId));
  return user !== undefined && user.disabledAt === null;
}

const makeAuth = () =>
  betterAuth({
    // The site's name is a setting: where a device shows it, the request passes it (db/people/passkeys.ts;
    // the QR code of the account page).
    appName: HOST,
    baseURL: env.siteUrl,
    basePath: AUTH_PATH,
    secret: getKeys().auth.toString('hex'),
    database: withEveryDomain(
      drizzleAdapter(db(), {
        provider: engine.authProvider,
        schema: {
          user: users,
          session: sessions,
          account: accounts,
          verification: verifications,
          twoFactor: twoFactors,
          passkey: passkeys,
          rateLimit: rateLimits,
        },
      }),
    ),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: MIN_PASSWORD,
      maxPasswordLength: MAX_PASSWORD,
    },
    user: {
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        locale: { type: 'string', required: false, input: false },
        disabledAt: { type: 'date', required: false, input: false },
        mustSettle: { type: 'boolean', required: false, input: false },
      },
    },
    // Pages can't set cookies while they render, so a session has a fixed lifetime and reading does not
    // extend it.
    session: { expiresIn: 7 * DAY, disableSessionRefresh: true, cookieCache: { enabled: false } },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 900,
      max: 1000,
      // db/people/lockout.ts counts passwords and codes, as it tells known browsers from unknown ones.
      customRules: {
        '/sign-in/email': false,
        '/change-password': false,
        '/two-factor/*': false,
        '/passkey/*': { window: 60, max: 40 },
      },
    },
    databaseHooks: {
      session: { create: { before: async ({ userId }) => ((await isLetIn(userId)) ? undefined : false) } },
    },
    plugins: [
      // Locking the account would shut out its owner: db/people/lockout.ts counts codes by their origin.
      twoFactor({
        accountLockout: { enabled: false },
        backupCodeOptions: { customBackupCodesGenerate: makeBackupCodes },
      }),
      passkey({
        rpID: HOST,
        origin: new URL(env.siteUrl).origin,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        registration: {
          afterVerification: ({ verification }) =>
            mustBeVerified(verification.registrationInfo?.userVerified),
        },
        authentication: {
          afterVerification: ({ verification }) =>
            mustBeVerified(verification.authenticationInfo.userVerified),
        },
      }),
    ],
    advanced: {
      cookiePrefix: 'midad',
      defaultCookieAttributes: { path: '/newsroom', sameSite: 'lax', httpOnly: true },
      database: { generateId: () => newId() },
      ipAddress: { ipAddressHeaders: [CLIENT_HEADER] },
    },
    trustedOrigins: [env.siteUrl, `http://localhost:${env.port}`, `http://127.0.0.1:${env.port}`],
    telemetry: { enabled: false },
    logger: { level: 'error' },
  });

type Auth = ReturnType<typeof makeAuth>;
const KEY = Symbol.for('midad.auth');
const registry = globalThis as { [KEY]?: Auth };

/** Better-auth with our tables; one instance for both module graphs. */
export const auth = (): Auth => (registry[KEY] ??= makeAuth());

/** The client: its cookies as a `Cookie` header, and the network address that the front door determined. */
export type Visitor = { cookie: string; address: string | undefined; userAgent: string | undefined };
export type AuthAnswer = {
  status: number;
  code: string | undefined;
  data: Record<string, unknown>;
  setCookies: string[];
};

/**
 * Calls better-auth through its HTTP handler, because its rate limit counts only there. The handler has no
 * public route: the callers are server actions, which have checked the origin of the request. Without a body
 * it sends a GET.
 */
export async function askAuth(
  path: string,
  body: Record<string, unknown> | null,
  visitor: Visitor,
): Promise<AuthAnswer> {
  const headers = new Headers({ 'Content-Type': 'application/json', Origin: new URL(env.siteUrl).origin });
  if (visitor.cookie) headers.set('Cookie', visitor.cookie);
  if (visitor.address) headers.set(CLIENT_HEADER, visitor.address);
  if (visitor.userAgent) headers.set('User-Agent', visitor.userAgent);
  const request = new Request(
    `${env.siteUrl}${AUTH_PATH}${path}`,
    body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers },
  );
  const response = await auth().handler(request);
  const data = (await response.json().catch(() => null)) as Record<string, unknown> | null;
  return {
    status: response.status,
    code: typeof data?.code === 'string' ? data.code : undefined,
    data: data ?? {},
    setCookies: response.headers.getSetCookie(),
  };
}

/** The signed-in person and their session, or null. */
export const getSession = (cookie: string) =>
  auth().api.getSession({ headers: new Headers({ Cookie: cookie }) });

/** Whether this is the user's password; takes as long as a sign-in. */
export async function isPassword(userId: string, password: string): Promise<boolean> {
  const [account] = await db()
    .select({ hash: accounts.password })
    .from(accounts)
    .where(and(eq(accounts.userId, userId), eq(accounts.providerId, 'credential')));
  return !!account?.hash && (await auth().$context).password.verify({ hash: account.hash, password });
}

export const hashPassword = async (password: string): Promise<string> =>
  (await auth().$context).password.hash(password);
