import { env } from '#lib/env.ts';
import { randomToken, signText, verifySigned } from '#lib/security/crypto.ts';
import { getKeys } from '#lib/security/keys.ts';

/*
 * A browser in which someone completed a sign-in carries a signed mark. The mark grants no access: it only
 * gives this browser its own count of attempts, so that attempts from elsewhere cannot lock out the owner.
 */
const SECURE = env.siteUrl.startsWith('https:');
const NAME = `${SECURE ? '__Secure-' : ''}midad.known`;
const YEAR_S = 365 * 86_400;
/** At most this many people can share a browser. */
const MOST_PEOPLE = 5;

export type KnownBrowser = { id: string; userIds: string[] };

function readMark(cookie: string): string | undefined {
  const found = cookie
    .split(/;\s*/)
    .find((part) => part.startsWith(`${NAME}=`))
    ?.slice(NAME.length + 1);
  try {
    return found && decodeURIComponent(found);
  } catch {
    return undefined;
  }
}

/** The content of a browser's mark; undefined without a valid one. */
export function readKnownBrowser(cookie: string): KnownBrowser | undefined {
  const payload = verifySigned(getKeys().auth, readMark(cookie) ?? '');
  const [kind, id, ...userIds] = payload?.split('~') ?? [];
  return kind === 'known' && id ? { id, userIds } : undefined;
}

/** The `Set-Cookie` line that marks a browser after a completed sign-in. */
export function markBrowser(cookie: string, userId: string): string {
  const known = readKnownBrowser(cookie);
  const userIds = [userId, ...(known?.userIds ?? []).filter((id) => id !== userId)].slice(0, MOST_PEOPLE);
  const mark = signText(getKeys().auth, ['known', known?.id ?? randomToken(12), ...userIds].join('~'));
  return `${NAME}=${mark}; Max-Age=${YEAR_S}; Path=/newsroom; HttpOnly; SameSite=Lax${SECURE ? '; Secure' : ''}`;
}
