import { and, asc, eq, isNotNull, ne, or, sql, type Column } from 'drizzle-orm';
import { z } from 'zod';
import { slugify } from '#lib/arabic/slug.ts';
import { mustBeAble, type Person } from '#lib/people/can.ts';
import { changesBetween } from '#lib/articles/changes.ts';
import { stampOf } from '#lib/stamp-of.ts';
import { filledLine, line, prose, slugField } from '#lib/text/text-field.ts';
import { writeAudit } from '#db/people/audit-log.ts';
import { articlesOf } from './article-counts.ts';
import { db, type Transaction } from '#db/engine/client.ts';
import { isUniqueViolation } from '#db/engine/errors.ts';
import { newId } from '#db/engine/ids.ts';
import { setMediaUsages } from '#db/media/usages.ts';
import { writeRedirect } from './redirects.ts';
import {
  articleAuthors,
  articles,
  authors,
  drafts,
  media,
  revisions,
  scheduledRevisions,
  users,
  type Author,
} from '#db/tables/tables.ts';
import { editions } from '#lib/locales.ts';

/** The author with their picture, for the page of a byline. */
export async function getAuthor(slug: string) {
  const [row] = await db()
    .select({ author: authors, image: media })
    .from(authors)
    .leftJoin(media, eq(authors.mediaId, media.id))
    .where(eq(authors.slug, slug));
  return row && { ...row.author, image: row.image };
}

export async function getAuthorById(id: string): Promise<Author | undefined> {
  const [row] = await db().select().from(authors).where(eq(authors.id, id));
  return row;
}

/** All authors, by name, with or without articles. */
export const listAuthors = (): Promise<Author[]> => db().select().from(authors).orderBy(asc(authors.nameAr));

/** All authors, by name, each with the number of articles that name them, drafts included. */
export const listAuthorsForDesk = () =>
  db()
    .select({
      id: authors.id,
      slug: authors.slug,
      nameAr: authors.nameAr,
      nameEn: authors.nameEn,
      titleAr: authors.titleAr,
      titleEn: authors.titleEn,
      staffName: users.name,
      articles: articlesOf('author', authors.id),
    })
    .from(authors)
    .leftJoin(users, eq(authors.userId, users.id))
    .orderBy(asc(authors.nameAr));

const LINKS_MAX = 6;

/** One link a line, as «label https://…». */
const linksText = prose(2000).transform((text, context) => {
  const links = text
    .split('\n')
    .map((each) => each.trim())
    .filter(Boolean)
    .map((each) => {
      const [, label = '', url = ''] = /^(.*?)\s*(https?:\/\/\S+)$/u.exec(each) ?? [];
      return { label: label || (URL.parse(url)?.hostname ?? ''), url };
    });
  if (links.length > LINKS_MAX || links.some(({ url }) => !URL.canParse(url)))
    context.addIssue({ code: 'custom', message: 'links' });
  return links;
});

export const authorSchema = z
  .object({
    nameAr: filledLine(80, 2),
    nameEn: line(80),
    slug: slugField,
    titleAr: line(120),
    titleEn: line(120),
    bioAr: prose(2000),
    bioEn: prose(2000),
    links: linksText,
    mediaId: z
      .string()
      .trim()
      .max(64)
      .transform((id) => id || null),
    userId: z
      .string()
      .trim()
      .max(64)
      .transform((id) => id || null),
  })
  .transform((author) => ({
    ...author,
    nameEn: author.nameEn || author.nameAr,
    slug: author.slug || slugify(author.nameEn || author.nameAr),
  }))
  .refine(({ slug }) => slug !== '', { path: ['slug'] });
export type AuthorInput = z.output<typeof authorSchema>;
export type AuthorResult = { author: Author } | { fault: 'known' | 'gone' | 'picture' | 'user' };
type Changed = AuthorResult | { fault: 'conflict'; stamp: string };

export const authorStamp = (author: Author): string => stampOf(author);

async function findFault(
  tx: Transaction,
  { mediaId, userId }: AuthorInput,
): Promise<'picture' | 'user' | undefined> {
  if (
    mediaId &&
    (
      await tx
        .select({ id: media.id })
        .from(media)
        .where(and(eq(media.id, mediaId), eq(media.type, 'image')))
    ).length === 0
  )
    return 'picture';
  if (userId && (await tx.select({ id: users.id }).from(users).where(eq(users.id, userId))).length === 0)
    return 'user';
  return undefined;
}

async function orKnown<T>(work: () => Promise<T>): Promise<T | { fault: 'known' }> {
  try {
    return await work();
  } catch (error) {
    if (isUniqueViolation(error)) return { fault: 'known' };
    throw error;
  }
}

export async function addAuthor(input: AuthorInput, actor: Person, now = new Date()): Promise<AuthorResult> {
  mustBeAble(actor, 'curate');
  return orKnown(() =>
    db().transaction(async (tx): Promise<AuthorResult> => {
      const fault = await findFault(tx, input);
      if (fault) return { fault };
      const [author] = await tx
        .insert(authors)
        .values({ id: newId(), ...input })
        .returning();
      await setMediaUsages(tx, 'author', author!.id, [input.mediaId]);
      await writeAudit(
        { userId: actor.id, action: 'author.added', subject: author!.id, after: input },
        now,
        tx,
      );
      return { author: author! };
    }),
  );
}

export async function changeAuthor(
  { id, stamp }: { id: string; stamp: string },
  input: AuthorInput,
  actor: Person,
  now = new Date(),
): Promise<Changed> {
  mustBeAble(actor, 'curate');
  return orKnown(() =>
    db().transaction(async (tx): Promise<Changed> => {
      const [before] = await tx.select().from(authors).where(eq(authors.id, id));
      if (!before) return { fault: 'gone' };
      const fault = await findFault(tx, input);
      if (fault) return { fault };
      const changed = changesBetween<Record<string, unknown>>(before, input);
      if (!changed) return { author: before };
      if (authorStamp(before) !== stamp) return { fault: 'conflict', stamp: authorStamp(before) };
      const [author] = await tx.update(authors).set(input).where(eq(authors.id, id)).returning();
      await setMediaUsages(tx, 'author', id, [input.mediaId]);
      if (before.slug !== input.slug) {
        for (const edition of editions.prefixes)
          await writeRedirect(
            tx,
            {
              from: `${edition}/author/${before.slug}`,
              to: `${edition}/author/${input.slug}`,
              userId: actor.id,
            },
            now,
          );
      }
      await writeAudit({ userId: actor.id, action: 'author.changed', subject: id, ...changed }, now, tx);
      return { author: author! };
    }),
  );
}

/**
 * Whether an article, a working copy or a scheduled revision names the author, so that readers see the name
 * now or later. An article in the trash that was never published does not count.
 */
async function isNamed(tx: Transaction, id: string): Promise<boolean> {
  const counts = or(ne(articles.status, 'trash'), isNotNull(articles.publishedAt));
  // An id is unique text, so searching the serialized content finds no false match.
  const names = (content: Column) => sql`cast(${content} as text) like ${`%"${id}"%`}`;
  const signed = await tx
    .select({ id: articles.id })
    .from(articleAuthors)
    .innerJoin(articles, eq(articleAuthors.articleId, articles.id))
    .where(and(eq(articleAuthors.authorId, id), counts))
    .limit(1);
  const typed = await tx
    .select({ id: articles.id })
    .from(drafts)
    .innerJoin(articles, eq(drafts.articleId, articles.id))
    .where(and(names(drafts.content), counts))
    .limit(1);
  const waiting = await tx
    .select({ id: revisions.id })
    .from(scheduledRevisions)
    .innerJoin(revisions, eq(scheduledRevisions.revisionId, revisions.id))
    .where(names(revisions.content))
    .limit(1);
  return signed.length + typed.length + waiting.length > 0;
}

/** Removes only an author who signed nothing: a published byline is permanent. */
export async function removeAuthor(
  id: string,
  actor: Person,
  now = new Date(),
): Promise<{ removed: true } | { fault: 'used' }> {
  mustBeAble(actor, 'curate');
  return db().transaction(async (tx) => {
    if (await isNamed(tx, id)) return { fault: 'used' };
    await setMediaUsages(tx, 'author', id, []);
    const [gone] = await tx.delete(authors).where(eq(authors.id, id)).returning();
    if (!gone) return { fault: 'used' };
    await writeAudit(
      {
        userId: actor.id,
        action: 'author.removed',
        subject: id,
        before: { nameAr: gone.nameAr, nameEn: gone.nameEn },
      },
      now,
      tx,
    );
    return { removed: true };
  });
}
