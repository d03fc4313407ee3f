import { and, asc, count, desc, eq, inArray, like, ne, notExists, notInArray } from 'drizzle-orm';
import { z } from 'zod';
import { MOST_COUNTED } from '#lib/most-counted.ts';
import { joinSpellings } from '#lib/arabic/fold.ts';
import { tagSlug } from '#lib/arabic/slug.ts';
import { mustBeAble, type Person } from '#lib/people/can.ts';
import { filledLine } from '#lib/text/text-field.ts';
import { writeAudit } from '#db/people/audit-log.ts';
import { articlesOf } from './article-counts.ts';
import { db, type Transaction } from '#db/engine/client.ts';
import { engine } from '#db/engine/engine.ts';
import { foldedColumn } from '#db/engine/folded-column.ts';
import { newId } from '#db/engine/ids.ts';
import { enqueueJob } from '#db/jobs/jobs.ts';
import { writeRedirect } from './redirects.ts';
import { articleCounts, articleTags, redirects, tags, type Tag } from '#db/tables/tables.ts';
import { editions } from '#lib/locales.ts';

const tagPath = (slug: string) => `/tag/${slug}`;

export async function getTag(slug: string): Promise<Tag | undefined> {
  const [row] = await db().select().from(tags).where(eq(tags.slug, slug));
  return row;
}

export async function getTagById(id: string): Promise<Tag | undefined> {
  const [row] = await db().select().from(tags).where(eq(tags.id, id));
  return row;
}

/**
 * The current slug of a tag that was renamed or merged, for names that older drafts still hold. A manual
 * redirect does not count.
 */
async function followMoves(tx: Transaction, slugs: string[]): Promise<(slug: string) => string> {
  const left = and(inArray(redirects.fromPath, slugs.map(tagPath)), eq(redirects.isAutomatic, true));
  const rows = await tx
    .select({ from: redirects.fromPath, to: redirects.toPath })
    .from(redirects)
    .where(left);
  const moves = new Map(rows.map(({ from, to }) => [from, /^\/tag\/([^/]+)$/.exec(to)?.[1]]));
  return (slug) => moves.get(tagPath(slug)) ?? slug;
}

/**
 * The tags with these names, in the given order. Any spelling of the letters matches (ه for ة, ا for أ);
 * missing tags are created.
 */
export async function ensureTags(tx: Transaction, names: string[]): Promise<Tag[]> {
  const written = names
    .map((name) => ({ name: name.trim(), slug: tagSlug(name) }))
    .filter(({ slug }) => slug);
  if (written.length === 0) return [];
  const now = await followMoves(
    tx,
    written.map(({ slug }) => slug),
  );
  const folded = foldedColumn(tags.slug);
  const known = await tx
    .select({ slug: tags.slug, folded })
    .from(tags)
    .where(
      inArray(
        folded,
        written.map(({ slug }) => joinSpellings(now(slug))),
      ),
    )
    .orderBy(asc(tags.id));
  const wanted = written.map(({ name, slug }) => {
    const own = { slug: now(slug), folded: joinSpellings(now(slug)) };
    const found =
      known.find((tag) => tag.slug === own.slug) ?? known.find((tag) => tag.folded === own.folded);
    if (!found) known.push(own);
    return { id: newId(), name, slug: (found ?? own).slug };
  });
  await tx.insert(tags).values(wanted).onConflictDoNothing({ target: tags.slug });
  const slugs = [...new Set(wanted.map((tag) => tag.slug))];
  const rows = await tx.select().from(tags).where(inArray(tags.slug, slugs));
  return slugs.flatMap((slug) => rows.find((row) => row.slug === slug) ?? []);
}

/** The existing tags with these names, by exact slug or a former name. For drafts, which create no tags. */
export async function findTags(tx: Transaction, names: string[]): Promise<Tag[]> {
  const slugs = names.map((name) => tagSlug(name)).filter(Boolean);
  if (slugs.length === 0) return [];
  const now = await followMoves(tx, slugs);
  const wanted = [...new Set(slugs.map(now))];
  const rows = await tx.select().from(tags).where(inArray(tags.slug, wanted));
  return wanted.flatMap((slug) => rows.find((row) => row.slug === slug) ?? []);
}

/** Slugs hold no diacritics and one form of every digit; the search text is folded the same way. */
const holds = (q: string) => like(foldedColumn(tags.slug), `%${joinSpellings(tagSlug(q))}%`);

const fields = { id: tags.id, slug: tags.slug, name: tags.name };

/** No search shows more tags than this. */
const MOST_FOUND = 1000;

/** The most used tags, read in the order of their numbers. */
const mostUsed = () =>
  db()
    .select({ ...fields, articles: articleCounts.articles })
    .from(engine.through(articleCounts, 'article_counts_order'))
    .crossJoin(tags)
    .where(and(eq(articleCounts.of, 'tag'), eq(tags.id, articleCounts.id)))
    .orderBy(desc(articleCounts.articles), desc(articleCounts.id));

const byName = () =>
  db()
    .select({ ...fields, articles: articlesOf('tag', tags.id) })
    .from(engine.through(tags, 'tags_name'))
    .orderBy(asc(tags.name), asc(tags.id));

/** The ids of the tags that a text finds. The index has the folded slugs, so they are not folded again. */
const foundIds = (q: string) =>
  db().select({ id: tags.id }).from(engine.through(tags, 'tags_folded')).where(holds(q)).limit(MOST_FOUND);

function found(q: string, order: 'used' | 'name') {
  const articles = articlesOf('tag', tags.id);
  const ids = foundIds(q).as('found');
  return db()
    .select({ ...fields, articles })
    .from(ids)
    .crossJoin(tags)
    .where(eq(tags.id, ids.id))
    .orderBy(...(order === 'used' ? [desc(articles)] : []), asc(tags.name));
}

/**
 * One page of the tags with their numbers of articles; the most used first, or by name. `total` is at most
 * one more than `MOST_COUNTED`.
 */
export async function listTagsForDesk({
  q = '',
  order = 'used',
  page,
  perPage,
}: {
  q?: string;
  order?: 'used' | 'name';
  page: number;
  perPage: number;
}) {
  const isSearch = tagSlug(q) !== '';
  const rows = isSearch ? found(q, order) : order === 'used' ? mostUsed() : byName();
  const some = isSearch
    ? foundIds(q)
    : db()
        .select({ id: tags.id })
        .from(tags)
        .limit(MOST_COUNTED + 1);
  const [items, [total]] = await Promise.all([
    rows.limit(perPage).offset((page - 1) * perPage),
    db().select({ count: count() }).from(some.as('some')),
  ]);
  return { items, total: total!.count };
}

/** Number of articles with a tag, in any state. */
export async function countTagged(id: string): Promise<number> {
  const [row] = await db()
    .select({ count: articleCounts.articles })
    .from(articleCounts)
    .where(and(eq(articleCounts.of, 'tag'), eq(articleCounts.id, id)));
  return row?.count ?? 0;
}

export const tagSchema = z.object({ name: filledLine(60).refine((name) => tagSlug(name) !== '') });
export type TagResult = { tag: Tag } | { fault: 'known' | 'gone'; tag?: Tag };

async function redirectTag(tx: Transaction, from: string, to: string, userId: string, now: Date) {
  for (const edition of editions.prefixes)
    await writeRedirect(tx, { from: edition + tagPath(from), to: edition + tagPath(to), userId }, now);
}

/**
 * Renames a tag; its old address redirects to the new one. A name that another tag has needs a merge instead.
 * A job reindexes the articles afterwards: there may be too many for one transaction.
 */
export async function renameTag(
  id: string,
  { name }: z.output<typeof tagSchema>,
  actor: Person,
  now = new Date(),
): Promise<TagResult> {
  mustBeAble(actor, 'curate');
  const slug = tagSlug(name);
  return db().transaction(async (tx) => {
    const [before] = await tx.select().from(tags).where(eq(tags.id, id));
    if (!before) return { fault: 'gone' };
    const [other] = await tx
      .select()
      .from(tags)
      .where(and(eq(tags.slug, slug), ne(tags.id, id)));
    if (other) return { fault: 'known', tag: other };
    const [tag] = await tx.update(tags).set({ name, slug }).where(eq(tags.id, id)).returning();
    if (slug !== before.slug) await redirectTag(tx, before.slug, slug, actor.id, now);
    await writeAudit(
      {
        userId: actor.id,
        action: 'tag.renamed',
        subject: id,
        before: { name: before.name },
        after: { name },
      },
      now,
      tx,
    );
    await enqueueJob(tx, 'reindex', { tagId: id }, now);
    return { tag: tag! };
  });
}

/** Replaces tag `id` with `intoId` on every article; the old address redirects to that of `intoId`. */
export async function mergeTags(
  id: string,
  intoId: string,
  actor: Person,
  now = new Date(),
): Promise<TagResult> {
  mustBeAble(actor, 'curate');
  return db().transaction(async (tx) => {
    const rows = await tx
      .select()
      .from(tags)
      .where(inArray(tags.id, [id, intoId]));
    const [from, into] = [rows.find((row) => row.id === id), rows.find((row) => row.id === intoId)];
    if (!from || !into || from.id === into.id) return { fault: 'gone' };
    const [carried] = await tx.select({ count: count() }).from(articleTags).where(eq(articleTags.tagId, id));
    const both = tx
      .select({ id: articleTags.articleId })
      .from(articleTags)
      .where(eq(articleTags.tagId, intoId));
    await tx
      .update(articleTags)
      .set({ tagId: intoId })
      .where(and(eq(articleTags.tagId, id), notInArray(articleTags.articleId, both)));
    await tx.delete(tags).where(eq(tags.id, id));
    await redirectTag(tx, from.slug, into.slug, actor.id, now);
    await writeAudit(
      {
        userId: actor.id,
        action: 'tag.merged',
        subject: intoId,
        before: { name: from.name },
        after: { name: into.name },
        detail: { articles: carried!.count },
      },
      now,
      tx,
    );
    await enqueueJob(tx, 'reindex', { tagId: intoId }, now);
    return { tag: into };
  });
}

/** Removes a tag that no article has. */
export async function removeTag(
  id: string,
  actor: Person,
  now = new Date(),
): Promise<{ removed: true } | { fault: 'used' }> {
  mustBeAble(actor, 'curate');
  return db().transaction(async (tx) => {
    const carried = tx.select({ id: articleTags.tagId }).from(articleTags).where(eq(articleTags.tagId, id));
    const [gone] = await tx
      .delete(tags)
      .where(and(eq(tags.id, id), notExists(carried)))
      .returning();
    if (!gone) return { fault: 'used' };
    await writeAudit(
      { userId: actor.id, action: 'tag.removed', subject: id, before: { name: gone.name } },
      now,
      tx,
    );
    return { removed: true };
  });
}
