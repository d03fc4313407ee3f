import type { IncomingMessage } from 'node:http';
import { commitCounter, getVersions } from '#db/paper/content-version.ts';
import { isInPreview, isMediaPublic, isStaffSession } from '#db/articles/media-access.ts';
import { signText, verifySigned } from '#lib/security/crypto.ts';
import { env } from '#lib/env.ts';
import { getKeys } from '#lib/security/keys.ts';
import type { PageRequest } from '#lib/page-request.ts';

/*
 * A file that is in no published article is open to staff, and to clients with a preview of the article that
 * contains it. The session cookie is sent only below /newsroom, so pages that were opened with it set a pass
 * for /media.
 */
const COOKIE = 'media_pass';
const PREVIEW_SECONDS = 3600;
const MOST_KNOWN = 20_000;

/**
 * Hashes that were public at the last check. Others are checked each time, because their time of publication
 * may come without a write.
 */
const known = new Set<string>();
/** Those of them that were checked at the content version read last. */
const current = new Set<string>();
let counter = -1;
let version = -1;

async function isPublic(hash: string, now: Date): Promise<boolean> {
  const seen = commitCounter();
  if (seen !== counter) {
    const read = await getVersions();
    if (read.version !== version) current.clear();
    version = read.version;
    counter = seen;
  }
  if (current.has(hash)) return true;
  const found = await isMediaPublic(hash, now);
  // A replaced file has no row any more; cached pages may still name it.
  if (found === undefined) return known.has(hash);
  if (!found) return (known.delete(hash), false);
  if (known.size >= MOST_KNOWN) {
    known.clear();
    current.clear();
  }
  known.add(hash);
  current.add(hash);
  return true;
}

const passOf = (payload: string, seconds?: number) =>
  `${COOKIE}=${encodeURIComponent(signText(getKeys().preview, payload))}; Path=/media; HttpOnly; SameSite=Lax${env.siteUrl.startsWith('https:') ? '; Secure' : ''}${seconds ? `; Max-Age=${seconds}` : ''}`;

/** The cookie with the pass, for a page that was opened by staff or with a preview link. */
export function mediaPass({ staffSession, previewOf }: PageRequest, now = new Date()): string | undefined {
  if (staffSession) return passOf(`media-staff ${staffSession}`);
  if (!previewOf) return undefined;
  const { id, nonce, expiresAt } = previewOf;
  const seconds = Math.max(
    1,
    Math.min(PREVIEW_SECONDS, Math.floor((expiresAt.getTime() - now.getTime()) / 1000)),
  );
  return passOf(`media-preview ${id} ${now.getTime() + seconds * 1000} ${nonce}`, seconds);
}

async function holdsPass(request: IncomingMessage, hash: string, now: Date): Promise<boolean> {
  const sent = (request.headers.cookie ?? '')
    .split(/;\s*/)
    .filter((each) => each.startsWith(`${COOKIE}=`))
    .slice(0, 4);
  for (const each of sent) {
    const signed = URL.parse(`x:?${each}`)?.searchParams.get(COOKIE) ?? '';
    const [kind, id = '', until = '0', nonce] = (verifySigned(getKeys().preview, signed) ?? '').split(' ');
    if (kind === 'media-staff' && (await isStaffSession(id, now))) return true;
    // Revoking a link also ends its passes. Passes without a nonce are from an older version and are invalid.
    if (
      kind === 'media-preview' &&
      nonce !== undefined &&
      Number(until) > now.getTime() &&
      (await isInPreview({ id, nonce }, hash))
    )
      return true;
  }
  return false;
}

/** Who may read a file below /media: everyone, only this client, or no one (undefined). */
export async function mediaAccess(
  request: IncomingMessage,
  name: string,
  now = new Date(),
): Promise<'public' | 'private' | undefined> {
  const hash = /^[0-9a-f]{16}(?=[-.])/.exec(name)?.[0];
  if (!hash) return undefined;
  if (await isPublic(hash, now)) return 'public';
  return (await holdsPass(request, hash, now)) ? 'private' : undefined;
}
