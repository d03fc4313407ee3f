import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ActionForm } from '#components/newsroom/ui/action-form.tsx';
import { Block } from '#components/newsroom/ui/block.tsx';
import { DeskHead } from '#components/newsroom/frame/desk-head.tsx';
import { Empty } from '#components/newsroom/ui/empty.tsx';
import { Notice } from '#components/newsroom/ui/notice.tsx';
import { Time } from '#components/ui/time.tsx';
import { listPageDrafts } from '#db/paper/page-drafts.ts';
import { listPages } from '#db/paper/pages.ts';
import { getDateSettings } from '#db/paper/settings.ts';
import { LOCALES } from '#lib/locales.ts';
import type { Query } from '#app/_request/query.ts';
import { requireStaff } from '../../_session.ts';
import { newPageFields } from './_fields.ts';
import { startPageAction } from './actions.ts';

const PATH = '/newsroom/pages';
const DONE = ['removed'] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('newsroom.pages'))('title') };
}

export default async function PagesPage({ searchParams }: { searchParams: Query }) {
  const { person } = await requireStaff('curate', PATH);
  const [query, published, drafts, fields, t, locale] = await Promise.all([
    searchParams,
    listPages(),
    listPageDrafts(),
    newPageFields(),
    getTranslations('newsroom.pages'),
    getLocale(),
  ]);
  const dates = await getDateSettings(locale);
  const ahead = new Map(drafts.map((draft) => [`${draft.locale}/${draft.slug}`, draft]));
  const pages = [
    ...published.map((page) => ({
      ...page,
      state: ahead.has(`${page.locale}/${page.slug}`) ? ('ahead' as const) : undefined,
    })),
    ...drafts
      .filter(({ isPublished }) => !isPublished)
      .map(({ updatedAt, ...page }) => ({ ...page, revisedAt: updatedAt, state: 'draft' as const })),
  ];
  const done = DONE.find((each) => each === query.done);
  return (
    <div className="space-y-6">
      <DeskHead title={t('title')} lead={t('lead')} />
      {done && (
        <Notice tone="done">
          <p>{t(`done.${done}`)}</p>
        </Notice>
      )}
      {query.fault === 'own' && (
        <Notice tone="fault">
          <p>{t('faults.own')}</p>
        </Notice>
      )}
      <div className="grid gap-6 lg:grid-cols-2">
        {LOCALES.map((edition) => (
          <Block key={edition} title={t(`locales.${edition}`)}>
            {pages.every((page) => page.locale !== edition) && (
              <Empty isSmall title={t('empty')} hint={t('emptyHint')} />
            )}
            <ul className="border-t border-hairline empty:hidden">
              {pages
                .filter((page) => page.locale === edition)
                .map((page) => (
                  <li key={page.slug} className="border-b border-hairline">
                    <a
                      href={`${PATH}/${edition}/${page.slug}`}
                      className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 py-2 hover:text-sea"
                    >
                      <bdi className="font-bold">{page.title}</bdi>
                      <span className="text-caption text-ink-soft">
                        {page.state && (
                          <>
                            <span className="text-amber">{t(`states.${page.state}`)}</span> ·{' '}
                          </>
                        )}
                        <Time at={page.revisedAt} dates={dates} show="date" />
                      </span>
                    </a>
                  </li>
                ))}
            </ul>
          </Block>
        ))}
      </div>
      <Block title={t('addTitle')}>
        <div className="max-w-2xl">
          <ActionForm
            action={startPageAction}
            keep={`page.${person.id}.new`}
            fields={fields}
            submit={t('add')}
          />
        </div>
      </Block>
    </div>
  );
}
