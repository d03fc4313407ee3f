import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Notice } from '#components/newsroom/ui/notice.tsx';
import { Block } from '#components/newsroom/ui/block.tsx';
import { getPublishedContent } from '#db/articles/content.ts';
import { getPreviewLink } from '#db/articles/preview.ts';
import { isOut, listPublishFaults } from '#db/articles/publish-draft.ts';
import { getScheduledRevision, isInWaiting } from '#db/articles/scheduled.ts';
import { listSections } from '#db/paper/sections.ts';
import { articlePath } from '#lib/articles/path.ts';
import { can } from '#lib/people/can.ts';
import { stopsPublishing } from '#lib/articles/publish-checks.ts';
import { single, type Query } from '#app/_request/query.ts';
import { ArticleTop } from '../_article-top.tsx';
import { openArticle, type ArticleParams } from '../_article.ts';
import { Difference } from '../_difference.tsx';
import { Returned } from '../_returned.tsx';
import { Acts } from './_acts.tsx';
import { Checks } from './_checks.tsx';
import { Notes } from './_notes.tsx';
import { Preview } from './_preview.tsx';

const DONE = [
  'published',
  'scheduled',
  'revisionScheduled',
  'updated',
  'corrected',
  'updatedCorrected',
  'cancelled',
  'unpublished',
  'retracted',
  'trashed',
  'untrashed',
  'sent',
  'returned',
  'previewsEnded',
  'noteAmended',
  'noteRemoved',
] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('newsroom.writing.publishing'))('title') };
}

export default async function PublishPage({
  params,
  searchParams,
}: {
  params: ArticleParams;
  searchParams: Query;
}) {
  const opened = await openArticle(params, '/publish');
  const { article, draft, staff, number } = opened;
  const query = await searchParams;
  const now = new Date();
  const [t, faults, waiting, sections, preview] = await Promise.all([
    getTranslations('newsroom.writing.publishing'),
    listPublishFaults(draft, now),
    getScheduledRevision(article.id),
    listSections(),
    getPreviewLink(article.id, staff.person, now),
  ]);
  const isNewer = waiting
    ? !(await isInWaiting(article.id, draft.content))
    : article.status === 'published' && !isOut(article, now) && draft.isAhead;
  const done = DONE.find((each) => each === query.done);
  const section = sections.find(({ id }) => id === article.sectionId);
  const hasPage = (isOut(article, now) || article.status === 'retracted') && section;
  return (
    <div className="space-y-6">
      <ArticleTop
        article={article}
        draft={draft}
        headline={draft.content.headline}
        current="publish"
        number={number}
      />
      {done && (
        <Notice tone="done">
          <p>{t(`done.${done}`)}</p>
          {hasPage && (
            <a
              href={encodeURI(articlePath({ ...article, sectionSlug: section.slug }))}
              className="text-sea underline hover:text-ink"
            >
              {t('toPage')}
            </a>
          )}
        </Notice>
      )}
      {!done && hasPage && (
        <p>
          <a
            href={encodeURI(articlePath({ ...article, sectionSlug: section.slug }))}
            className="text-sea underline hover:text-ink"
          >
            {t('toPage')}
          </a>
        </p>
      )}
      <Returned draft={draft} />
      {isOut(article, now) && draft.isAhead && (
        <Block title={t('changesTitle')} lead={t('changesLead')}>
          <div className="space-y-4">
            <Difference before={await getPublishedContent(article)} after={draft.content} onlyChanges />
          </div>
        </Block>
      )}
      {article.status !== 'trash' && <Checks faults={faults} number={number} isOut={isOut(article, now)} />}
      {'path' in preview && <Preview number={number} {...preview} />}
      <Acts
        opened={opened}
        dueAt={waiting?.dueAt ?? null}
        isNewer={isNewer}
        stops={stopsPublishing(faults)}
        asked={single(query.ask)}
        mayPublish={can(staff.person, 'publish')}
        now={now}
      />
      {can(staff.person, 'publish') && <Notes opened={opened} />}
    </div>
  );
}
