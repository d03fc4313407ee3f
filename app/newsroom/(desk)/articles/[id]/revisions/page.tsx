import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { Empty } from '#components/newsroom/ui/empty.tsx';
import { Notice } from '#components/newsroom/ui/notice.tsx';
import { Time } from '#components/ui/time.tsx';
import { listRevisions } from '#db/articles/revisions.ts';
import { getDateSettings } from '#db/paper/settings.ts';
import type { Query } from '#app/_request/query.ts';
import { ArticleTop } from '../_article-top.tsx';
import { deskPath, openArticle, type ArticleParams } from '../_article.ts';
import { PickRevision, RevisionRow } from './_revision-row.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('newsroom.writing.history'))('title') };
}

export default async function RevisionsPage({
  params,
  searchParams,
}: {
  params: ArticleParams;
  searchParams: Query;
}) {
  const { article, draft, by, number } = await openArticle(params, '/revisions');
  const [t, dates, revisions, query] = await Promise.all([
    getTranslations('newsroom.writing.history'),
    getDateSettings(await getLocale()),
    listRevisions(article.id),
    searchParams,
  ]);
  const fault = (['conflict', 'gone'] as const).find((each) => each === query.fault);
  return (
    <div className="space-y-6">
      <ArticleTop
        article={article}
        draft={draft}
        headline={draft.content.headline}
        current="revisions"
        number={number}
      />
      <p className="text-ink-soft">{t('lead')}</p>
      {query.done === 'restored' && (
        <Notice tone="done">
          <p>{t('restored')}</p>
          <a href={deskPath(number)} className="text-sea underline hover:text-ink">
            {t('toText')}
          </a>
        </Notice>
      )}
      {fault && (
        <Notice tone="fault">
          <p>{t(`faults.${fault}`)}</p>
        </Notice>
      )}
      {revisions.length === 0 ? (
        <Empty title={t('empty')} hint={t('emptyHint')} />
      ) : (
        <>
          <form id="compare" action={deskPath(number, '/revisions/compare')}>
            <button className={buttonStyle.plain}>{t('compare')}</button>
          </form>
          <ul className="divide-y divide-hairline border-y border-hairline">
            <li className="flex flex-wrap items-center gap-x-6 gap-y-1 py-3">
              <div className="min-w-0 grow">
                <p className="font-bold">{t('draft')}</p>
                <p className="text-caption text-ink-soft">
                  {by && (
                    <>
                      <bdi>{by.name}</bdi> ·{' '}
                    </>
                  )}
                  <Time at={draft.updatedAt} dates={dates} />
                </p>
              </div>
              <div className="flex gap-4">
                <PickRevision name="to" value="draft" isChecked label={t('draft')} />
              </div>
            </li>
            {revisions.map((revision, n) => (
              <RevisionRow
                key={revision.id}
                {...{ revision, number, dates }}
                before={revisions[n + 1]}
                isNewest={n === 0}
                draftVersion={draft.version}
              />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
