import { eq, inArray } from 'drizzle-orm';
import { tagSlug } from '#lib/arabic/slug.ts';
import type { ArticleContent } from '#lib/articles/content.ts';
import { mustBeAble, type Person } from '#lib/people/can.ts';
import { getKeys } from '#lib/security/keys.ts';
import {
  makePreviewToken,
  previewExpiry,
  previewPath,
  readPreviewToken,
} from '#lib/articles/preview-link.ts';
import { contentColumns } from './content.ts';
import { getSocialImage, listCorrectionsOf, type ArticlePage } from './articles.ts';
import { writeAudit } from '#db/people/audit-log.ts';
import { db } from '#db/engine/client.ts';
import { getDraft, openDraft } from './drafts.ts';
import { newId } from '#db/engine/ids.ts';
import { authors, drafts, media, sections, tags } from '#db/tables/tables.ts';

/** A link that shows the current working copy of one article to anyone who has the link, for some days. */
export async function getPreviewLink(
  articleId: string,
  person: Person,
  now: Date,
): Promise<{ path: string; expiresAt: Date } | { fault: 'gone' }> {
  const found = await getDraft(articleId);
  if (!found || found.article.status === 'trash') return { fault: 'gone' };
  mustBeAble(person, 'write', found.article);
  const expiresAt = previewExpiry(now);
  const token = makePreviewToken(getKeys().preview, {
    articleId,
    nonce: found.draft.previewNonce,
    expiresAt,
  });
  return { path: previewPath(found.draft.content.locale, token), expiresAt };
}

/** Revokes all preview links of an article. */
export async function endPreviewLinks(
  articleId: string,
  person: Person,
  now: Date,
): Promise<{ fault?: 'gone' }> {
  return db().transaction(async (tx) => {
    const found = await openDraft(tx, articleId);
    if (!found) return { fault: 'gone' as const };
    mustBeAble(person, 'write', found.article);
    await tx.update(drafts).set({ previewNonce: newId() }).where(eq(drafts.articleId, articleId));
    await writeAudit(
      {
        userId: person.id,
        action: 'article.previewsEnded',
        subject: articleId,
        detail: { number: found.article.number },
      },
      now,
      tx,
    );
    return {};
  });
}

async function listBylines({ authorIds }: ArticleContent): Promise<ArticlePage['authors']> {
  if (authorIds.length === 0) return [];
  const rows = await db()
    .select({ id: authors.id, slug: authors.slug, nameAr: authors.nameAr, nameEn: authors.nameEn })
    .from(authors)
    .where(inArray(authors.id, authorIds));
  return authorIds
    .flatMap((id) => rows.find((row) => row.id === id) ?? [])
    .map(({ slug, nameAr, nameEn }) => ({ slug, nameAr, nameEn }));
}

/**
 * The content's tags. Existing tags have their id, which finds related articles; new tags have an empty id.
 */
async function listTags({ tags: names }: ArticleContent): Promise<ArticlePage['tags']> {
  const written = names.map((name) => ({ id: '', name, slug: tagSlug(name) }));
  const known =
    written.length === 0
      ? []
      : await db()
          .select()
          .from(tags)
          .where(
            inArray(
              tags.slug,
              written.map(({ slug }) => slug),
            ),
          );
  return written.map((tag) => known.find(({ slug }) => slug === tag.slug) ?? tag);
}

/** The page as it would be if the working copy were published. */
async function toPage(
  { article, draft: { content } }: NonNullable<Awaited<ReturnType<typeof getDraft>>>,
  now: Date,
): Promise<ArticlePage | undefined> {
  const [[section], [image], byline, tagged, corrections, socialImage] = await Promise.all([
    db().select().from(sections).where(eq(sections.id, content.sectionId)),
    content.lead.mediaId ? db().select().from(media).where(eq(media.id, content.lead.mediaId)) : [],
    listBylines(content),
    listTags(content),
    listCorrectionsOf(article.id),
    getSocialImage(content.socialMediaId),
  ]);
  if (!section) return undefined;
  return {
    ...article,
    ...contentColumns(content),
    status: 'published',
    publishedAt: article.publishedAt ?? now,
    section,
    sectionSlug: section.slug,
    image: image ?? null,
    socialImage,
    authors: byline,
    corrections,
    tags: tagged,
  };
}

/**
 * The article behind a preview link. `ended` if the link has expired or was revoked, or the article is in the
 * trash or deleted. Undefined if the signature is invalid.
 */
export async function getPreview(
  token: string,
  now: Date,
): Promise<{ article: ArticlePage; nonce: string; expiresAt: Date } | 'ended' | undefined> {
  const asked = readPreviewToken(getKeys().preview, token);
  if (!asked) return undefined;
  const found = asked.expiresAt > now ? await getDraft(asked.articleId) : undefined;
  if (!found || found.article.status === 'trash' || found.draft.previewNonce !== asked.nonce) return 'ended';
  const article = await toPage(found, now);
  return article ? { article, nonce: asked.nonce, expiresAt: asked.expiresAt } : 'ended';
}
