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
/** Only `ask` sets it, on requests that it makes itself: a browser's own header never gets here. */
const CLIENT_HEADER = 'x-midad-client';

/** A key that asked for neither finger nor number is one step, not two. */
function mustBeVerified(isVerified: boolean | undefined) {
  if (!isVerified)
    throw new APIError('FORBIDDEN', { code: 'USER_NOT_VERIFIED', message: 'User verification is required' });
}

/** The last gate of every way in: nobody who was shut out gets a session. */
async function isLetIn(userId: string): Promise<boolean> {
  const [user] = await db().select({ disabledAt: users.disabledAt }).from(users).where(eq(users.id, userId));
  return user !== undefined && user.disabledAt === null;
}

const makeAuth = () =>
  betterAuth({
    // The paper's name is a setting: where a device shows one, the request gives it (db/people/passkeys.ts;
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
    // Pages can't set cookies while they are rendered, so a session has a fixed life and is not stretched by
    // reading it.
    session: { expiresIn: 7 * DAY, disableSessionRefresh: true, cookieCache: { enabled: false } },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 900,
      max: 1000,
      // Passwords and codes are counted in db/people/lockout.ts, which knows a browser that was here before
      // from one that was not.
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
      // A lock on the account would shut out its owner: db/people/lockout.ts counts by where a code comes
      // from.
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

/** Better-auth on our tables; one for both module graphs. */
export const auth = (): Auth => (registry[KEY] ??= makeAuth());

/** Who asks: the cookies as a `Cookie` header, and the network address that the front door worked out. */
export type Visitor = { cookie: string; address: string | undefined; userAgent: string | undefined };
export type AuthAnswer = {
  status: number;
  code: string | undefined;
  data: Record<string, unknown>;
  setCookies: string[];
};

/**
 * Asks better-auth over its HTTP handler, because only that way its rate limit counts. The handler stands at
 * no public address: the callers are our own actions, which have checked where the request came from. Without
 * a body it is a question.
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

/** Whether this is somebody's password; takes as long as signing in. */
export async function isPassword(userId: string, password: string): Promise<boolean> {
  const [account] = await db()
    .select({ hash: accounts.password })
    .from(accounts)
    .where(and(eq(accounts.userId, userId), eq(accounts.providerId, 'credential')));
  return !!account?.hash && (await auth().$context).password.verify({ hash: account.hash, password });
}

export const hashPassword = async (password: string): Promise<string> =>
  (await auth().$context).password.hash(password);
