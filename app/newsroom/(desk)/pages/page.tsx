import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ActionForm } from '#components/newsroom/action-form.tsx';
import { Block } from '#components/newsroom/block.tsx';
import { DeskHead } from '#components/newsroom/desk-head.tsx';
import { Empty } from '#components/newsroom/empty.tsx';
import { Notice } from '#components/newsroom/notice.tsx';
import { Time } from '#components/ui/time.tsx';
import { listPages } from '#db/pages.ts';
import { getDateSettings } from '#db/settings.ts';
import { LOCALES } from '#lib/locales.ts';
import type { Query } from '../../_query.ts';
import { requireStaff } from '../../_session.ts';
import { pageFields } from './_fields.ts';
import { addPageAction } from './actions.ts';

const PATH = '/newsroom/pages';
const DONE = ['added', 'changed', 'removed'] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('newsroom.pages'))('title') };
}

export default async function PagesPage({ searchParams }: { searchParams: Query }) {
  await requireStaff('curate', PATH);
  const [query, pages, fields, t, locale] = await Promise.all([searchParams, listPages(), pageFields(), getTranslations('newsroom.pages'), getLocale()]);
  const dates = await getDateSettings(locale);
  const done = DONE.find((each) => each === query.done);
  return (
    <div className="space-y-6">
      <DeskHead title={t('title')} lead={t('lead')} />
      {done && <Notice tone="done"><p>{t(`done.${done}`)}</p></Notice>}
      {query.fault === 'own' && <Notice tone="fault"><p>{t('faults.own')}</p></Notice>}
      <div className="grid gap-6 lg:grid-cols-2">
        {LOCALES.map((edition) => (
          <Block key={edition} title={t(`locales.${edition}`)}>
            {pages.every((page) => page.locale !== edition) && <Empty isSmall title={t('empty')} hint={t('emptyHint')} />}
            <ul className="border-t border-hairline empty:hidden">
              {pages.filter((page) => page.locale === edition).map((page) => (
                <li key={page.slug} className="border-b border-hairline">
                  <a href={`${PATH}/${edition}/${page.slug}`} className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 py-2 hover:text-sea">
                    <bdi className="font-bold">{page.title}</bdi>
                    <span className="text-caption text-ink-soft"><Time at={page.revisedAt} dates={dates} show="date" /></span>
                  </a>
                </li>
              ))}
            </ul>
          </Block>
        ))}
      </div>
      <Block title={t('addTitle')}><div className="max-w-2xl"><ActionForm action={addPageAction} fields={fields} submit={t('add')} /></div></Block>
    </div>
  );
}
