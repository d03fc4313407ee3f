import { mustBeAble, type Person } from '#lib/can.ts';
import { getKeys } from '#lib/keys.ts';
import { pagePreviewId, readPagePreviewId } from '#lib/page-preview-link.ts';
import { makePreviewToken, previewExpiry, previewPath, readPreviewToken } from '#lib/preview-link.ts';
import { getPageDesk, type PageDesk } from './page-drafts.ts';

/** A link that shows a page's working copy to whoever holds it, as it stands when it is opened, for some days. */
export function getPagePreviewLink(desk: PageDesk, person: Person, now: Date): { path: string; expiresAt: Date } {
  mustBeAble(person, 'curate');
  const expiresAt = previewExpiry(now);
  const token = makePreviewToken(getKeys().preview, { articleId: pagePreviewId(desk), nonce: desk.previewNonce, expiresAt });
  return { path: previewPath(desk.locale, token), expiresAt };
}

/** The page behind such a link; undefined for a link of something else, and for one that has run out. */
export async function getPagePreview(token: string, now: Date): Promise<{ page: PageDesk; expiresAt: Date } | undefined> {
  const asked = readPreviewToken(getKeys().preview, token);
  const key = asked && asked.expiresAt > now && readPagePreviewId(asked.articleId);
  const page = key ? await getPageDesk(key) : undefined;
  return page && asked && page.previewNonce === asked.nonce ? { page, expiresAt: asked.expiresAt } : undefined;
}
