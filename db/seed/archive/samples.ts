import { and, asc, count, desc, eq, gte, isNotNull, sql } from 'drizzle-orm';
import { articlePath } from '#lib/articles/path.ts';
import { isStopWord } from '#lib/arabic/stop-words.ts';
import { isVisible } from '#db/articles/cards.ts';
import { db } from '#db/engine/client.ts';
import { changeSettings } from '#db/paper/settings.ts';
import {
  articleAuthors,
  articles,
  articleTags,
  authors,
  comments,
  redirects,
  sections,
  tags,
} from '#db/tables/tables.ts';
import { listDemoWords } from './texts.ts';

const LOCALE = 'ar';
const LATELY_MS = 90 * 86_400_000;

const isShown = (now: Date) => and(isVisible(now), eq(articles.locale, LOCALE));

const addressed = {
  id: articles.id,
  number: articles.number,
  locale: articles.locale,
  slug: articles.slug,
  sectionSlug: sections.slug,
};

/** The paths of the newest articles, in all editions. */
export async function listNewestPaths(now: Date, limit: number): Promise<string[]> {
  const rows = await db()
    .select(addressed)
    .from(articles)
    .innerJoin(sections, eq(articles.sectionId, sections.id))
    .where(isVisible(now))
    .orderBy(desc(articles.publishedAt))
    .limit(limit);
  return rows.map(articlePath);
}

/** The articles of the last months with the number of their comments. */
const listTalk = (now: Date) =>
  db()
    .select({ ...addressed, comments: count(comments.id) })
    .from(articles)
    .innerJoin(sections, eq(articles.sectionId, sections.id))
    .leftJoin(comments, eq(comments.articleId, articles.id))
    .where(
      and(
        isShown(now),
        eq(articles.kind, 'article'),
        eq(articles.commentsOpen, true),
        gte(articles.publishedAt, new Date(now.getTime() - LATELY_MS)),
      ),
    )
    .groupBy(articles.id)
    .orderBy(desc(count(comments.id)), desc(articles.publishedAt));

const listTags = (now: Date, order: 'most' | 'fewest') =>
  db()
    .select({ slug: tags.slug, name: tags.name, count: count() })
    .from(articleTags)
    .innerJoin(tags, eq(tags.id, articleTags.tagId))
    .innerJoin(articles, eq(articles.id, articleTags.articleId))
    .where(isShown(now))
    .groupBy(tags.id)
    .orderBy(order === 'most' ? desc(count()) : asc(count()))
    .limit(1);

const listAuthors = (now: Date) =>
  db()
    .select({ slug: authors.slug, count: count() })
    .from(articleAuthors)
    .innerJoin(authors, eq(authors.id, articleAuthors.authorId))
    .innerJoin(articles, eq(articles.id, articleAuthors.articleId))
    .where(isShown(now))
    .groupBy(authors.id)
    .orderBy(desc(count()))
    .limit(1);

const listSections = (now: Date) =>
  db()
    .select({ slug: sections.slug, count: count() })
    .from(articles)
    .innerJoin(sections, eq(articles.sectionId, sections.id))
    .where(isShown(now))
    .groupBy(sections.id)
    .orderBy(desc(count()))
    .limit(1);

/** A word that the demo's texts do not have, from a headline in the middle of the archive. */
async function findRareWord(now: Date): Promise<string> {
  const known = new Set(listDemoWords(LOCALE));
  const [middle] = await db()
    .select({ number: sql<number>`avg(${articles.number})` })
    .from(articles);
  const rows = await db()
    .select({ headline: articles.headline })
    .from(articles)
    .where(and(isShown(now), gte(articles.number, Math.floor(Number(middle!.number)))))
    .limit(200);
  const words = rows.flatMap(({ headline }) => headline.split(' '));
  return words.find((word) => word.length > 5 && !known.has(word))!;
}

/** Addresses and words to measure the pages of an archive by. Finding them reads the whole archive. */
export async function findSamples(now: Date) {
  const talk = await listTalk(now);
  const [busiest] = talk;
  const [none, few] = [
    talk.findLast((each) => each.comments === 0),
    talk.find((each) => each.comments === 6),
  ];
  const [[commonTag], [rareTag]] = [await listTags(now, 'most'), await listTags(now, 'fewest')];
  const [[author], [section]] = [await listAuthors(now), await listSections(now)];
  const [shown] = await db().select({ count: count() }).from(articles).where(isShown(now));
  const [redirect] = await db().select({ path: redirects.fromPath }).from(redirects).limit(1);
  const [coverage] = await db()
    .select({ number: articles.number })
    .from(articles)
    .where(and(eq(articles.kind, 'live'), isNotNull(articles.publishedAt)))
    .limit(1);
  const [oldest] = await db()
    .select({ at: articles.publishedAt })
    .from(articles)
    .where(isShown(now))
    .orderBy(asc(articles.publishedAt))
    .limit(1);
  const middle = new Date((oldest!.at!.getTime() + now.getTime()) / 2);
  return {
    busiest: busiest!,
    few: few!,
    none: none!,
    commonTag: commonTag!,
    rareTag: rareTag!,
    author: author!,
    section: section!,
    shown: shown!.count,
    redirect: redirect!.path,
    coverage: coverage!.number,
    middle,
    words: listDemoWords(LOCALE)
      .filter((word) => !isStopWord(word) && word.length > 3)
      .slice(0, 12),
    rareWord: await findRareWord(now),
  };
}

export type Samples = Awaited<ReturnType<typeof findSamples>>;

let changes = 0;

/** Commits a change that every page of readers shows: each is rendered anew at its next request. */
export const changeAllPages = (): Promise<void> =>
  db().transaction((tx) => changeSettings(tx, { contactPhone: `+218 ${changes++}` }));
