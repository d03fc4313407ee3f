import { mustBeAble, type Person } from '#lib/people/can.ts';
import { getKeys } from '#lib/security/keys.ts';
import { pagePreviewId, readPagePreviewId } from '#lib/articles/page-preview-link.ts';
import {
  makePreviewToken,
  previewExpiry,
  previewPath,
  readPreviewToken,
} from '#lib/articles/preview-link.ts';
import { writeAudit } from '#db/people/audit-log.ts';
import { db } from '#db/engine/client.ts';
import { newId } from '#db/engine/ids.ts';
import { getPageDesk, type PageDesk } from './page-drafts.ts';
import type { PageKey } from './page-key.ts';
import { pageDrafts } from '#db/tables/tables.ts';

/** A link that shows the current working copy of a page to anyone who has it, for some days. */
export function getPagePreviewLink(
  desk: PageDesk,
  person: Person,
  now: Date,
): { path: string; expiresAt: Date } {
  mustBeAble(person, 'curate');
  const expiresAt = previewExpiry(now);
  const token = makePreviewToken(getKeys().preview, {
    articleId: pagePreviewId(desk),
    nonce: desk.previewNonce,
    expiresAt,
  });
  return { path: previewPath(desk.locale, token), expiresAt };
}

/** Ends all preview links of a page. */
export async function endPagePreviewLinks(
  { slug, locale }: PageKey,
  person: Person,
  now = new Date(),
): Promise<{ fault?: 'gone' }> {
  mustBeAble(person, 'curate');
  return db().transaction(async (tx) => {
    const desk = await getPageDesk({ slug, locale }, tx);
    if (!desk) return { fault: 'gone' as const };
    const previewNonce = newId();
    // A page without edits has no working copy yet, so this inserts one to hold the new nonce.
    const first = {
      title: desk.title,
      body: desk.body,
      version: desk.version,
      userId: null,
      updatedAt: desk.updatedAt,
    };
    await tx
      .insert(pageDrafts)
      .values({ slug, locale, ...first, previewNonce })
      .onConflictDoUpdate({ target: [pageDrafts.slug, pageDrafts.locale], set: { previewNonce } });
    await writeAudit(
      { userId: person.id, action: 'page.previewsEnded', subject: `${locale}/${slug}` },
      now,
      tx,
    );
    return {};
  });
}

/** The page of a preview link; undefined if the link is for something else, has expired or was ended. */
export async function getPagePreview(
  token: string,
  now: Date,
): Promise<{ page: PageDesk; expiresAt: Date } | undefined> {
  const asked = readPreviewToken(getKeys().preview, token);
  const key = asked && asked.expiresAt > now && readPagePreviewId(asked.articleId);
  const page = key ? await getPageDesk(key) : undefined;
  return page && asked && page.previewNonce === asked.nonce
    ? { page, expiresAt: asked.expiresAt }
    : undefined;
}
