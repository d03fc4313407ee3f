import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ActionForm } from '#components/newsroom/ui/action-form.tsx';
import { Block } from '#components/newsroom/ui/block.tsx';
import { DeskHead } from '#components/newsroom/frame/desk-head.tsx';
import { Empty } from '#components/newsroom/ui/empty.tsx';
import { Notice } from '#components/newsroom/ui/notice.tsx';
import { listAuthorsForDesk } from '#db/paper/authors.ts';
import { getDateSettings } from '#db/paper/settings.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import type { Query } from '#app/_request/query.ts';
import { requireStaff } from '../../_session.ts';
import { authorFields } from './_fields.ts';
import { saveAuthor } from './actions.ts';
import { fieldIn, nameIn } from '#lib/locales.ts';

const PATH = '/newsroom/authors';
const DONE = ['added', 'changed', 'removed'] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('newsroom.authors'))('title') };
}

export default async function AuthorsPage({ searchParams }: { searchParams: Query }) {
  await requireStaff('curate', PATH);
  const [query, authors, fields, t, locale] = await Promise.all([
    searchParams,
    listAuthorsForDesk(),
    authorFields(),
    getTranslations('newsroom.authors'),
    getLocale(),
  ]);
  const dates = await getDateSettings(locale);
  const done = DONE.find((each) => each === query.done);
  return (
    <div className="space-y-6">
      <DeskHead title={t('title')} lead={t('lead')} />
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
      {authors.length === 0 ? (
        <Empty title={t('empty')} hint={t('emptyHint')} />
      ) : (
        <ul className="border-t border-hairline">
          {authors.map((author) => (
            <li key={author.id} className="border-b border-hairline">
              <a
                href={`${PATH}/${author.id}`}
                className="flex min-h-14 flex-wrap items-center justify-between gap-x-6 py-2 hover:text-sea"
              >
                <span>
                  <bdi className="text-ui font-bold">{nameIn(author, locale)}</bdi>
                  {fieldIn('title', author, locale) && (
                    <span className="block text-caption text-ink-soft" dir="auto">
                      {fieldIn('title', author, locale)}
                    </span>
                  )}
                </span>
                <span className="text-caption text-ink-soft">
                  {author.staffName && (
                    <>{t.rich('staff', { name: () => <bdi>{author.staffName}</bdi> })} · </>
                  )}
                  {t('articles', { count: author.articles, n: formatNumber(author.articles, dates) })}
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
      <Block title={t('addTitle')}>
        <div className="max-w-3xl">
          <ActionForm paired action={saveAuthor} fields={fields} submit={t('add')} />
        </div>
      </Block>
    </div>
  );
}
