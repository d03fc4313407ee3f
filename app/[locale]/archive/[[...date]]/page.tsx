import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ArticleList } from '#components/front/article-list.tsx';
import { MonthLinks } from '#components/front/month-links.tsx';
import { listMonths } from '#db/archive.ts';
import { dayRange, formatDate, formatMonth } from '#lib/arabic/dates.ts';
import { hrefForPage, listMetadata, listPage } from '../../list-pages.tsx';
import { pageNumber, type Query, readDates, readerLocale } from '../../reader-page.ts';
import { SiteFrame } from '../../site-frame.tsx';

type Props = { params: Promise<{ locale: string; date?: string[] }>; searchParams: Query };

/** `/archive`, `/archive/2026/11` or `/archive/2026/11/23`; anything that is no real date is not found. */
async function readArchive({ params, searchParams }: Props) {
  const locale = await readerLocale(params);
  const date = (await params).date ?? [];
  const shapes = [/^\d{4}$/, /^\d{2}$/, /^\d{2}$/];
  if (date.length > 3 || date.length === 1 || date.some((part, n) => !shapes[n]!.test(part))) notFound();
  const dates = await readDates(locale);
  const [year, month, day] = date.map(Number);
  const range: { from?: Date; to?: Date } | null = year === undefined ? {} : dayRange(year, month, day, dates.timeZone);
  if (!range) notFound();
  const t = await getTranslations({ locale, namespace: 'archive' });
  const middle = range.from && range.to ? new Date((range.from.getTime() + range.to.getTime()) / 2) : undefined;
  const title = middle ? t('day', { date: day === undefined ? formatMonth(middle, dates) : formatDate(middle, dates) }) : t('title');
  return { locale, dates, range, title, t, page: pageNumber((await searchParams).page), path: ['/archive', ...date].join('/') };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, path, page, title } = await readArchive(props);
  return listMetadata(locale, path, page, title);
}

export default async function ArchivePage(props: Props) {
  const { locale, dates, range, title, page, path } = await readArchive(props);
  const [list, months] = await Promise.all([listPage(range, page, locale), listMonths(locale, new Date(), dates.timeZone)]);
  return (
    <SiteFrame locale={locale}>
      <ArticleList title={title} items={list.items} dates={dates} page={page} pages={list.pages} hrefFor={hrefForPage(locale, path)} />
      <MonthLinks months={months} dates={dates} current={path} />
    </SiteFrame>
  );
}
