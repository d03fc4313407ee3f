import { env } from '#lib/env.ts';
import { randomToken, signText, verifySigned } from '#lib/security/crypto.ts';
import { getKeys } from '#lib/security/keys.ts';

/*
 * A browser that somebody came in with, all the way, carries a signed mark of it. The mark opens nothing: it
 * says only that this browser's tries are counted by themselves, so that what others try elsewhere can't keep
 * its owner out.
 */
const SECURE = env.siteUrl.startsWith('https:');
const NAME = `${SECURE ? '__Secure-' : ''}midad.known`;
const YEAR_S = 365 * 86_400;
/** So many people may share a browser. */
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

/** What a browser's mark says, or undefined when it has none of ours. */
export function readKnownBrowser(cookie: string): KnownBrowser | undefined {
  const payload = verifySigned(getKeys().auth, readMark(cookie) ?? '');
  const [kind, id, ...userIds] = payload?.split('~') ?? [];
  return kind === 'known' && id ? { id, userIds } : undefined;
}

/** The `Set-Cookie` line of a browser that somebody came in with. */
export function markBrowser(cookie: string, userId: string): string {
  const known = readKnownBrowser(cookie);
  const userIds = [userId, ...(known?.userIds ?? []).filter((id) => id !== userId)].slice(0, MOST_PEOPLE);
  const mark = signText(getKeys().auth, ['known', known?.id ?? randomToken(12), ...userIds].join('~'));
  return `${NAME}=${mark}; Max-Age=${YEAR_S}; Path=/newsroom; HttpOnly; SameSite=Lax${SECURE ? '; Secure' : ''}`;
}
