import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { DeskHead } from '#components/newsroom/frame/desk-head.tsx';
import { Empty } from '#components/newsroom/ui/empty.tsx';
import { Field } from '#components/newsroom/ui/field.tsx';
import { Notice } from '#components/newsroom/ui/notice.tsx';
import { Pager } from '#components/newsroom/ui/pager.tsx';
import { getDateSettings } from '#db/paper/settings.ts';
import { listTagsForDesk } from '#db/paper/tags.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import { pageOrFirst, withQuery } from '../../_query.ts';
import { single, type Query } from '#app/_request/query.ts';
import { requireStaff } from '../../_session.ts';

const PATH = '/newsroom/tags';
const PER_PAGE = 50;
const DONE = ['renamed', 'merged', 'removed'] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('newsroom.tags'))('title') };
}

export default async function TagsPage({ searchParams }: { searchParams: Query }) {
  await requireStaff('curate', PATH);
  const query = await searchParams;
  const [q, page] = [single(query.q), pageOrFirst(query.page)];
  const order = query.order === 'name' ? 'name' : 'used';
  const [{ items, total }, t, locale] = await Promise.all([
    listTagsForDesk({ q, order, page, perPage: PER_PAGE }),
    getTranslations('newsroom.tags'),
    getLocale(),
  ]);
  const dates = await getDateSettings(locale);
  const pages = Math.max(1, Math.ceil(total / PER_PAGE));
  const done = DONE.find((each) => each === query.done);
  const n = (count: number) => formatNumber(count, dates);
  return (
    <div className="space-y-6">
      <DeskHead title={t('title')} {...(total > 0 && { lead: t('lead', { count: total, n: n(total) }) })} />
      {done && (
        <Notice tone="done">
          <p>{t(`done.${done}`)}</p>
        </Notice>
      )}
      {query.fault === 'used' && (
        <Notice tone="fault">
          <p>{t('faults.used')}</p>
        </Notice>
      )}
      <form
        action={PATH}
        method="get"
        role="search"
        className="grid gap-4 sm:grid-cols-[2fr_1fr_auto] sm:items-end"
      >
        <Field name="q" label={t('search')} isProse autoComplete="off" value={q} />
        <Field
          name="order"
          label={t('order')}
          autoComplete="off"
          value={order}
          options={[
            { value: 'used', label: t('orders.used') },
            { value: 'name', label: t('orders.name') },
          ]}
        />
        <button className={`${buttonStyle.plain} justify-self-start`}>{t('find')}</button>
      </form>
      {items.length === 0 ? (
        <Empty title={t(q ? 'empty' : 'none')} hint={t(q ? 'nothingHint' : 'emptyHint')} />
      ) : (
        <ul className="border-t border-hairline sm:columns-2 sm:gap-12">
          {items.map((tag) => (
            <li key={tag.id} className="break-inside-avoid border-b border-hairline">
              <a
                href={`${PATH}/${tag.id}`}
                className="flex min-h-11 items-center justify-between gap-4 py-1 hover:text-sea"
              >
                <bdi className="font-bold">{tag.name}</bdi>
                <span className="text-caption text-ink-soft">
                  {t('articles', { count: tag.articles, n: n(tag.articles) })}
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
      <Pager
        label={t('pages')}
        page={page}
        pages={pages}
        hrefFor={(to) =>
          withQuery(PATH, { q, order: order === 'name' ? order : '', page: to > 1 ? to : undefined })
        }
        words={{
          previous: t('previous'),
          next: t('next'),
          where: t('where', { page: n(page), pages: n(pages) }),
        }}
      />
    </div>
  );
}
