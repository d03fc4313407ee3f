import { getTranslations } from 'next-intl/server';
import { listForFeed, type FeedFilter } from '#db/articles/feeds.ts';
import { getLiveOutline } from '#db/live/entries.ts';
import type { CorrectionKind } from '#db/tables/articles.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { fold } from '#lib/arabic/fold.ts';
import { articlePath } from '#lib/articles/path.ts';
import type { BodyContext } from '#lib/body/context.ts';
import { bodyHtml } from '#lib/body/to-html.ts';
import { env } from '#lib/env.ts';
import { type Locale, nameIn, sectionNameIn } from '#lib/locales.ts';
import { correctionsHtml } from '#lib/seo/corrections-html.ts';
import { describeArticle } from '#lib/seo/describe-article.ts';
import type { Feed, FeedItem } from '#lib/seo/feed-item.ts';
import { feedXml } from '#lib/seo/feed.ts';
import { feedJson } from '#lib/seo/json-feed.ts';
import { liveEntriesHtml } from '#lib/seo/live-html.ts';
import { requestTime } from '#lib/page-request.ts';
import { getBodyContext } from './body-context.ts';
import { describeFront, readDates, readSite } from './reader-page.ts';

const LENGTH = 30;
/**
 * How many entries of a coverage a feed item has, newest first. The item's own text says what it is about and
 * links to the rest.
 */
const ENTRIES = 10;

/** A tag may have the same name as the section. */
const distinct = (names: string[]) =>
  names.filter((each, n) => names.findIndex((other) => fold(other) === fold(each)) === n);

async function listRows(filter: FeedFilter & { locale: Locale; now: Date }) {
  const rows = await listForFeed({ ...filter, limit: LENGTH });
  return Promise.all(
    rows.map(async (row) => ({
      ...row,
      entries:
        row.kind === 'live' && row.status === 'published'
          ? (await getLiveOutline(row.id, ENTRIES)).entries
          : [],
    })),
  );
}
type Row = Awaited<ReturnType<typeof listRows>>[number];

type Words = { kinds: (kind: CorrectionKind) => string; updates: string };
type Setting = { context: BodyContext; words: Words; dates: DateSettings };

function htmlOf(row: Row, { context, words, dates }: Setting): string {
  const text = row.status === 'retracted' ? '' : bodyHtml(row.body, context, env.siteUrl);
  return (
    text +
    liveEntriesHtml(row, { context, dates, base: env.siteUrl, title: words.updates }) +
    correctionsHtml(row.corrections, words.kinds, dates)
  );
}

function toItem(row: Row, setting: Setting): FeedItem {
  const bylines = row.authors.map((author) => nameIn(author, row.locale));
  const isRetracted = row.status === 'retracted';
  return {
    number: row.number,
    path: articlePath(row),
    headline: isRetracted ? `${setting.words.kinds('retraction')}: ${row.headline}` : row.headline,
    summary: describeArticle(row),
    html: htmlOf(row, setting),
    publishedAt: row.publishedAt,
    revisedAt: row.revisedAt,
    authors: bylines.length === 0 && row.source ? [row.source] : bylines,
    categories: distinct([sectionNameIn(row, row.locale), ...row.tags.map((tag) => tag.name)]),
    image: isRetracted
      ? null
      : row.image && {
          ...row.image,
          alt: row.leadDecorative ? '' : row.leadAlt || row.image.alt,
          credit: row.leadCredit || row.image.credit,
        },
  };
}

/** The scope of a feed that does not cover the whole edition. */
export type FeedOf = {
  name: string;
  description: string;
  /** The page whose articles the feed follows. */
  page: string;
  filter: FeedFilter;
};

async function readFeed(locale: Locale, own?: FeedOf): Promise<Feed> {
  const now = requestTime();
  const [site, front, kinds, live, dates, rows] = await Promise.all([
    readSite(locale),
    describeFront(locale),
    getTranslations({ locale, namespace: 'article.correctionKinds' }),
    getTranslations({ locale, namespace: 'live' }),
    readDates(locale),
    listRows({ locale, now, ...own?.filter }),
  ]);
  const context = await getBodyContext(
    rows.flatMap(({ body, entries }) => [body, ...entries.map((entry) => entry.body)]),
    locale,
    now,
  );
  const setting = { context, dates, words: { kinds, updates: live('updates') } };
  return {
    locale,
    title: own ? `${own.name} | ${site.name}` : site.name,
    description: own?.description || front.description,
    page: own?.page ?? '/',
    items: rows.map((row) => toItem(row, setting)),
  };
}

const FORMS = {
  xml: { write: feedXml, type: 'application/rss+xml' },
  json: { write: feedJson, type: 'application/feed+json' },
};
export type FeedForm = keyof typeof FORMS;

/** The feed of an edition, or of a part of it. */
export async function feedResponse(form: FeedForm, locale: Locale, own?: FeedOf): Promise<Response> {
  const { write, type } = FORMS[form];
  return new Response(write(await readFeed(locale, own)), {
    headers: { 'Content-Type': `${type}; charset=utf-8` },
  });
}
