import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { SafeForm } from '#components/newsroom/ui/safe-form.tsx';
import { getRevision, listRevisions } from '#db/articles/revisions.ts';
import { getDateSettings } from '#db/paper/settings.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import { single, type Query } from '#app/_request/query.ts';
import { ArticleTop } from '../../_article-top.tsx';
import { deskPath, openArticle, type ArticleParams } from '../../_article.ts';
import { Difference } from '../../_difference.tsx';
import { restore } from '../actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('newsroom.writing.history'))('compareTitle') };
}

/** Two texts of one article: removed words are struck out, added words are underlined. */
export default async function ComparePage({
  params,
  searchParams,
}: {
  params: ArticleParams;
  searchParams: Query;
}) {
  const { article, draft, number } = await openArticle(params, '/revisions');
  const query = await searchParams;
  const [t, dates, revisions] = await Promise.all([
    getTranslations('newsroom.writing.history'),
    getDateSettings(await getLocale()),
    listRevisions(article.id),
  ]);
  async function read(asked: string) {
    if (asked === 'draft') return { name: t('draft'), content: draft.content, id: null };
    const listed = revisions.find((revision) => String(revision.number) === asked);
    const revision = listed && (await getRevision(listed.id));
    return (
      revision && {
        name: t('revision', { n: formatNumber(revision.number, dates) }),
        content: revision.content,
        id: revision.id,
      }
    );
  }
  const [before, after] = await Promise.all([read(single(query.from)), read(single(query.to) || 'draft')]);
  if (!before || !after) notFound();

  return (
    <div className="space-y-6">
      <ArticleTop article={article} headline={draft.content.headline} current="revisions" number={number} />
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h2 className="text-h3">{t('between', { from: before.name, to: after.name })}</h2>
        <a href={deskPath(number, '/revisions')} className={buttonStyle.text}>
          {t('backToList')}
        </a>
      </div>
      <Difference before={before.content} after={after.content} />
      {before.id && (
        <SafeForm action={restore.bind(null, number)}>
          <input type="hidden" name="revision" value={before.id} />
          <input type="hidden" name="version" value={draft.version} />
          <button className={buttonStyle.plain}>{t('restoreThis', { name: before.name })}</button>
        </SafeForm>
      )}
    </div>
  );
}
