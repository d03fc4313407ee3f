import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ArticlesBulkBar, type BulkAct } from '#components/newsroom/lists/articles-bulk-bar.tsx';
import { ArticlesFilters } from '#components/newsroom/lists/articles-filters.tsx';
import { ArticlesTable } from '#components/newsroom/lists/articles-table.tsx';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { Empty } from '#components/newsroom/ui/empty.tsx';
import { Notice } from '#components/newsroom/ui/notice.tsx';
import { StatusTabs } from '#components/newsroom/ui/status-tabs.tsx';
import { openDesk } from '#db/articles/desk-list.ts';
import { DESK_STATES, type DeskState } from '#db/articles/desk-filter.ts';
import { listAuthors } from '#db/paper/authors.ts';
import { listSections } from '#db/paper/sections.ts';
import { getDateSettings } from '#db/paper/settings.ts';
import { can } from '#lib/people/can.ts';
import type { Query } from '#app/_request/query.ts';
import { requireStaff } from '../../_session.ts';
import { showMore } from '../_show-count.ts';
import { isNarrowed, listHref, readListQuery, toCursor, toFilter } from './_list-query.ts';
import { nameIn, type Paired } from '#lib/locales.ts';

const LIMIT = 30;
const ACTS: Partial<Record<DeskState, BulkAct[]>> = {
  trash: ['untrash'],
  retracted: [],
  scheduled: ['section', 'tag'],
  draft: ['section', 'tag', 'trash'],
  sent: ['section', 'tag', 'trash'],
};
const AUTHORS_ACTS: Partial<Record<DeskState, BulkAct[]>> = {
  all: ['trash'],
  draft: ['trash'],
  sent: ['trash'],
  trash: ['untrash'],
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('newsroom.articles'))('title') };
}

export default async function ArticlesPage({ searchParams }: { searchParams: Query }) {
  const query = await searchParams;
  const asked = readListQuery(query);
  const here = listHref(asked, asked.after && { after: toCursor(asked.after) });
  const { person } = await requireStaff('write', here);
  const now = new Date();
  const [locale, t] = await Promise.all([getLocale(), getTranslations('newsroom.articles')]);
  const dates = await getDateSettings(locale);
  const filter = await toFilter(asked, dates.timeZone);
  const [{ counts, rows, next }, sections, authors] = await Promise.all([
    openDesk(filter, person, { now, after: asked.after, limit: LIMIT }),
    listSections(),
    listAuthors(),
  ]);
  const name = (of: Paired<'name'>) => nameIn(of, dates.locale);
  const mayEditAny = can(person, 'editAny');
  const acts = (mayEditAny ? ACTS[filter.state] : (AUTHORS_ACTS[filter.state] ?? [])) ?? [
    'section',
    'tag',
    'unpublish',
    'trash',
  ];
  const isEmpty = rows.length === 0;
  return (
    <div className="space-y-6">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h1 className="text-h2">{t('title')}</h1>
        <a href="/newsroom/articles/new" className={buttonStyle.main}>
          {t('new')}
        </a>
      </div>
      {query.done === 'erased' && (
        <Notice tone="done">
          <p>{t('erased')}</p>
        </Notice>
      )}
      <StatusTabs
        label={t('statesLabel')}
        tabs={DESK_STATES.map((state) => ({
          href: listHref(asked, { state }),
          label: t(`states.${state}`),
          isCurrent: state === filter.state,
          count: showMore(counts[state].count, counts[state].isCut, dates),
        }))}
      />
      <ArticlesFilters
        values={asked}
        isOpen={isNarrowed({ ...asked, q: '' })}
        clear={isNarrowed(asked) ? listHref({ ...readListQuery({}), state: asked.state }) : ''}
        sections={sections.map((section) => ({ value: section.slug, label: name(section) }))}
        authors={authors.map((author) => ({ value: author.slug, label: name(author) }))}
      />
      {isEmpty ? (
        <Empty
          title={isNarrowed(asked) ? t('nothingFound') : t(`empty.${filter.state}`)}
          hint={isNarrowed(asked) ? t('nothingFoundHint') : t('emptyHint')}
        />
      ) : (
        <div className="group/articles space-y-4">
          <ArticlesTable rows={rows} dates={dates} now={now} person={person} canPick={acts.length > 0} />
          {acts.length > 0 && <ArticlesBulkBar acts={acts} back={here} dates={dates} />}
        </div>
      )}
      <nav aria-label={t('pages')} className="flex justify-between gap-4">
        {asked.after ? (
          <a href={listHref(asked)} className={buttonStyle.text}>
            {t('toStart')}
          </a>
        ) : (
          <span />
        )}
        {next && (
          <a rel="next" href={listHref(asked, { after: toCursor(next) })} className={buttonStyle.text}>
            {t('further')}
          </a>
        )}
      </nav>
    </div>
  );
}
