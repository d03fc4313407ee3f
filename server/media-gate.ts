import type { IncomingMessage } from 'node:http';
import { commitCounter, getVersions } from '#db/paper/content-version.ts';
import { isInPreview, isMediaPublic, isStaffSession } from '#db/articles/media-access.ts';
import { signText, verifySigned } from '#lib/security/crypto.ts';
import { env } from '#lib/env.ts';
import { getKeys } from '#lib/security/keys.ts';
import type { PageRequest } from '#lib/page-request.ts';

/*
 * A file that nothing published shows is opened to those who work here, and to who holds a preview of the
 * article that it stands in. The session's own cookie is sent below /newsroom only; pages that were opened
 * with it give a pass for /media.
 */
const COOKIE = 'media_pass';
const PREVIEW_SECONDS = 3600;
const MOST_KNOWN = 20_000;

/**
 * Hashes that were public when last asked; what is not is asked for anew each time, for its hour may come
 * without anybody writing.
 */
const known = new Set<string>();
/** Of those, the ones that are so at the content version that was read last. */
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
  // One that was replaced has no row any more; pages that name it may still lie in caches.
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

/** The pass that a page hands out which was opened by staff or with a preview's link. */
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
    // A link that was revoked ends its passes too; those from before passes named theirs are worth nothing.
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

/** Who may have a file below /media: everybody, this one, or nobody who asks so. */
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
