import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { Empty } from '#components/newsroom/ui/empty.tsx';
import { Notice } from '#components/newsroom/ui/notice.tsx';
import { SafeForm } from '#components/newsroom/ui/safe-form.tsx';
import { Time } from '#components/ui/time.tsx';
import { listRevisions } from '#db/articles/revisions.ts';
import { getDateSettings } from '#db/paper/settings.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import type { Query } from '#app/newsroom/_query.ts';
import { ArticleTop } from '../_article-top.tsx';
import { deskPath, openArticle, type ArticleParams } from '../_article.ts';
import { restore } from './actions.ts';

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
  const pick = (name: 'from' | 'to', value: string, isChecked: boolean, label: string) => (
    <label className="inline-flex min-h-11 items-center gap-2">
      <input
        type="radio"
        name={name}
        value={value}
        form="compare"
        defaultChecked={isChecked}
        className="size-5 accent-sea"
      />
      {t(name)}
      <span className="sr-only"> ({label})</span>
    </label>
  );
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
              <div className="flex gap-4">{pick('to', 'draft', true, t('draft'))}</div>
            </li>
            {revisions.map((revision, n) => {
              const label = t('revision', { n: formatNumber(revision.number, dates) });
              return (
                <li key={revision.id} className="flex flex-wrap items-center gap-x-6 gap-y-1 py-3">
                  <div className="min-w-0 grow basis-60">
                    <p>
                      <span className="font-bold">{label}</span> · {t(`acts.${revision.act}`)}
                    </p>
                    <p className="text-caption text-ink-soft">
                      {revision.by && (
                        <>
                          <bdi>{revision.by.name}</bdi> ·{' '}
                        </>
                      )}
                      <Time at={revision.createdAt} dates={dates} />
                    </p>
                    {revision.note && (
                      <p className="text-caption">
                        <bdi>
                          {revision.act === 'restore'
                            ? t('restoredFrom', { n: revision.note })
                            : revision.note}
                        </bdi>
                      </p>
                    )}
                  </div>
                  <div className="flex flex-wrap items-center gap-x-4">
                    {pick('from', String(revision.number), n === 0, label)}
                    {pick('to', String(revision.number), false, label)}
                    {n + 1 < revisions.length && (
                      <a
                        href={deskPath(
                          number,
                          `/revisions/compare?from=${revisions[n + 1]!.number}&to=${revision.number}`,
                        )}
                        className={buttonStyle.text}
                      >
                        {t('whatChanged')}
                        <span className="sr-only"> ({label})</span>
                      </a>
                    )}
                    <SafeForm action={restore.bind(null, number)}>
                      <input type="hidden" name="revision" value={revision.id} />
                      <input type="hidden" name="version" value={draft.version} />
                      <button className={buttonStyle.plain}>
                        {t('restore')}
                        <span className="sr-only"> ({label})</span>
                      </button>
                    </SafeForm>
                  </div>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </div>
  );
}
