import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { betterAuth } from 'better-auth/minimal';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { MAX_PASSWORD, MIN_PASSWORD } from '#lib/password-rules.ts';
import { env } from '#lib/env.ts';
import { getKeys } from '#lib/keys.ts';
import { db } from './client.ts';
import { newId } from './ids.ts';
import { accounts, rateLimits, sessions, twoFactors, users, verifications } from './tables.ts';

export const AUTH_PATH = '/newsroom/api/auth';
const DAY = 86_400;
/** Only `ask` sets it, on requests that it makes itself: a browser's own header never gets here. */
const CLIENT_HEADER = 'x-midad-client';

const makeAuth = () =>
  betterAuth({
    appName: 'مداد',
    baseURL: env.siteUrl,
    basePath: AUTH_PATH,
    secret: getKeys().auth.toString('hex'),
    database: drizzleAdapter(db(), {
      provider: 'sqlite',
      schema: { user: users, session: sessions, account: accounts, verification: verifications, twoFactor: twoFactors, rateLimit: rateLimits },
    }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: MIN_PASSWORD, maxPasswordLength: MAX_PASSWORD },
    user: { additionalFields: { role: { type: 'string', required: true, input: false } } },
    // Pages can't set cookies while they are rendered, so a session has a fixed life and is not stretched by reading it.
    session: { expiresIn: 7 * DAY, disableSessionRefresh: true, cookieCache: { enabled: false } },
    rateLimit: {
      enabled: true,
      storage: 'database',
      // The longest window says when rows are swept, and db/lockout.ts keeps its rows in the same table.
      window: 900,
      max: 1000,
      customRules: { '/sign-in/email': { window: 60, max: 20 }, '/two-factor/*': { window: 60, max: 20 } },
    },
    plugins: [twoFactor({ issuer: 'مداد' })],
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

/** better-auth on our tables; one for both module graphs. */
export const auth = (): Auth => (registry[KEY] ??= makeAuth());

/** Who asks: the cookies as a `Cookie` header, and the network address that the front door worked out. */
export type Visitor = { cookie: string; address: string | undefined; userAgent: string | undefined };
export type AuthAnswer = { status: number; code: string | undefined; data: Record<string, unknown>; setCookies: string[] };

/**
 * Asks better-auth over its HTTP handler, because only that way its rate limit counts. The handler stands at no public
 * address: the callers are our own actions, which have checked where the request came from.
 */
export async function askAuth(path: string, body: Record<string, unknown>, visitor: Visitor): Promise<AuthAnswer> {
  const headers = new Headers({ 'Content-Type': 'application/json', Origin: new URL(env.siteUrl).origin });
  if (visitor.cookie) headers.set('Cookie', visitor.cookie);
  if (visitor.address) headers.set(CLIENT_HEADER, visitor.address);
  if (visitor.userAgent) headers.set('User-Agent', visitor.userAgent);
  const request = new Request(`${env.siteUrl}${AUTH_PATH}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
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
export const getSession = (cookie: string) => auth().api.getSession({ headers: new Headers({ Cookie: cookie }) });

export const hashPassword = async (password: string): Promise<string> => (await auth().$context).password.hash(password);
