import { and, desc, eq, gt, sql } from 'drizzle-orm';
import type { ArticleContent } from '#lib/articles/content.ts';
import { mustBeAble, type Person } from '#lib/people/can.ts';
import type { Locale } from '#lib/locales.ts';
import {
  cardFields,
  isOfEdition,
  isVisibleAmong,
  selectCards,
  type ArticleCard,
} from '#db/articles/cards.ts';
import { writeAudit } from '#db/people/audit-log.ts';
import { db, given, prepared, type Transaction } from '#db/engine/client.ts';
import { changeWaiting } from '#db/articles/scheduled.ts';
import { articles, drafts, media, sections } from '#db/tables/tables.ts';

/** The maximum number of lines in the bar at once; with more, nothing is breaking any more. */
export const BREAKING_LINES = 3;
const MOST_LISTED = 20;
/** The maximum for all editions together, including scheduled articles. */
const MOST_BREAKING = 200;
/** The maximum duration of a breaking line; a longer one would be a mistake. */
const LONGEST_HOURS = 72;
const HOUR = 3_600_000;

const breakingUntil = sql<Date>`${articles.breakingUntil}`.mapWith(articles.breakingUntil);
export type BreakingCard = ArticleCard & { breakingUntil: Date };

/** The ids of breaking articles, read before the articles: otherwise every page would scan all articles. */
const breaks = () =>
  db()
    .select({ id: articles.id })
    .from(articles)
    .where(
      and(eq(articles.status, 'published'), gt(articles.breakingUntil, given('now', articles.breakingUntil))),
    )
    .orderBy(desc(articles.breakingUntil))
    .limit(MOST_BREAKING)
    .as('breaks');

const breaking = prepared(() => {
  const found = breaks();
  return db()
    .select({ ...cardFields, breakingUntil })
    .from(found)
    .crossJoin(articles)
    .innerJoin(sections, eq(articles.sectionId, sections.id))
    .leftJoin(media, eq(articles.leadMediaId, media.id))
    .where(
      and(
        eq(articles.id, found.id),
        isVisibleAmong(given('now', articles.publishedAt)),
        isOfEdition(sql.placeholder('locale')),
      ),
    )
    .orderBy(desc(articles.publishedAt), desc(articles.number))
    .limit(MOST_LISTED)
    .prepare();
});

/** Articles whose breaking line has not ended, newest first. */
export const listBreaking = (locale: Locale, now: Date): Promise<BreakingCard[]> =>
  breaking().execute({ locale, now });

/** Scheduled articles that will be breaking when they appear. */
export const listBreakingLater = (locale: Locale, now: Date): Promise<ArticleCard[]> =>
  selectCards()
    .where(
      and(
        eq(articles.status, 'published'),
        eq(articles.locale, locale),
        gt(articles.publishedAt, now),
        gt(articles.breakingUntil, articles.publishedAt),
      ),
    )
    .orderBy(articles.publishedAt)
    .limit(MOST_LISTED);

type Broken = { headline: string; until: Date | null } | { fault: 'gone' | 'until' };

/**
 * Writes the time into the working copy, as a new version, and into a scheduled text. So an open editor
 * cannot write the old time back.
 */
async function tellDraft(tx: Transaction, articleId: string, until: Date | null, person: Person, now: Date) {
  const change = (content: ArticleContent): ArticleContent => ({
    ...content,
    breakingUntil: until?.toISOString() ?? null,
  });
  await changeWaiting(tx, articleId, change, person, now);
  const [draft] = await tx
    .select({ content: drafts.content, version: drafts.version })
    .from(drafts)
    .where(eq(drafts.articleId, articleId));
  if (!draft) return;
  await tx
    .update(drafts)
    .set({ content: change(draft.content), version: draft.version + 1, userId: person.id, updatedAt: now })
    .where(eq(drafts.articleId, articleId));
}

function change(
  articleId: string,
  until: Date | null,
  action: string,
  person: Person,
  now: Date,
): Promise<Broken> {
  return db().transaction(async (tx): Promise<Broken> => {
    const [article] = await tx
      .select({ status: articles.status, before: articles.breakingUntil })
      .from(articles)
      .where(eq(articles.id, articleId));
    if (article?.status !== 'published') return { fault: 'gone' };
    const [changed] = await tx
      .update(articles)
      .set({ breakingUntil: until })
      .where(eq(articles.id, articleId))
      .returning({ headline: articles.headline });
    await tellDraft(tx, articleId, until, person, now);
    const { before } = article;
    await writeAudit(
      {
        userId: person.id,
        action,
        subject: articleId,
        before: { breakingUntil: before },
        after: { breakingUntil: until },
      },
      now,
      tx,
    );
    return { headline: changed!.headline, until };
  });
}

/** Puts a published article into the breaking bar until a time, or changes that time. */
export async function setBreaking(
  { articleId, until }: { articleId: string; until: Date },
  person: Person,
  now = new Date(),
): Promise<Broken> {
  mustBeAble(person, 'curate');
  if (until <= now || until.getTime() > now.getTime() + LONGEST_HOURS * HOUR) return { fault: 'until' };
  return change(articleId, until, 'article.breakingSet', person, now);
}

/** Removes an article from the breaking bar before its end time. */
export async function endBreaking(articleId: string, person: Person, now = new Date()): Promise<Broken> {
  mustBeAble(person, 'curate');
  return change(articleId, null, 'article.breakingEnded', person, now);
}
