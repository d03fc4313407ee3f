import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ArticleList } from '#components/front/article-list.tsx';
import { DayLinks } from '#components/front/day-links.tsx';
import { MonthLinks } from '#components/front/month-links.tsx';
import { listArticles } from '#db/articles/cards.ts';
import { listDays, listMonths } from '#db/articles/archive.ts';
import { dayRange, formatDate, formatMonth, formatYear } from '#lib/arabic/dates.ts';
import { hrefForPage, listMetadata, listPage } from '../../list-pages.tsx';
import { pageOr404, readDates, readerLocale, readSite } from '../../reader-page.ts';
import type { Query } from '#app/_request/query.ts';
import { SiteFrame } from '../../site-frame.tsx';
import { editions } from '#lib/locales.ts';
import { requestTime } from '#lib/page-request.ts';

type Props = { params: Promise<{ locale: string; date?: string[] }>; searchParams: Query };

const SHAPES = [/^\d{4}$/, /^\d{2}$/, /^\d{2}$/];

/**
 * `/archive`, `/archive/2026`, `/archive/2026/11` or `/archive/2026/11/23`. A date that does not exist, or a
 * period without articles, is not found.
 */
async function readArchive({ params, searchParams }: Props) {
  const locale = await readerLocale(params);
  const date = (await params).date ?? [];
  if (date.length > 3 || date.some((part, n) => !SHAPES[n]!.test(part))) notFound();
  const dates = await readDates(locale);
  const [year, month, day] = date.map(Number);
  const range: { from?: Date; to?: Date } | null =
    year === undefined ? {} : dayRange(year, month, day, dates.timeZone);
  if (!range) notFound();
  const page = pageOr404((await searchParams).page);
  const [t, list] = await Promise.all([
    getTranslations({ locale, namespace: 'archive' }),
    listPage(range, page, locale),
  ]);
  // Empty months continue for ever in both directions: a page for each would be an endless list.
  if (year !== undefined && list.total === 0) notFound();
  const middle =
    range.from && range.to ? new Date((range.from.getTime() + range.to.getTime()) / 2) : undefined;
  const name =
    middle &&
    (month === undefined
      ? formatYear(middle, dates)
      : day === undefined
        ? formatMonth(middle, dates)
        : formatDate(middle, dates));
  return {
    locale,
    dates,
    list,
    range,
    t,
    page,
    name,
    title: name ? t('day', { date: name }) : t('title'),
    path: ['/archive', ...date].join('/'),
    ...(year !== undefined && month !== undefined && { month: { year, month } }),
  };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, path, page, title, name, list, t } = await readArchive(props);
  const site = await readSite(locale);
  const description = name
    ? t('dayDescription', { date: name, site: site.name })
    : t('description', { site: site.name });
  return listMetadata({
    locale,
    path,
    title,
    description,
    page,
    pages: list.pages,
    hasCounterpart: name === undefined,
  });
}

export default async function ArchivePage(props: Props) {
  const { locale, dates, list, range, title, page, path, month } = await readArchive(props);
  const now = requestTime();
  const [months, days, inOther] = await Promise.all([
    listMonths(locale, now, dates.timeZone),
    month ? listDays(month, { locale, now, timeZone: dates.timeZone }) : [],
    Promise.all(
      editions.others(locale).map((other) => listArticles(range, { locale: other, now, limit: 1 })),
    ),
  ]);
  const hasOther = inOther.every((list) => list.length > 0);
  return (
    <SiteFrame locale={locale} other={hasOther ? path : '/archive'}>
      <ArticleList
        title={title}
        items={list.items}
        dates={dates}
        page={page}
        pages={list.pages}
        hrefFor={hrefForPage(locale, path)}
      />
      {month && days.length > 0 && <DayLinks month={month} days={days} dates={dates} current={path} />}
      <MonthLinks months={months} dates={dates} current={path} />
    </SiteFrame>
  );
}
