import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CommentContext } from '#components/newsroom/comment-context.tsx';
import { Empty } from '#components/newsroom/empty.tsx';
import { QueueCard } from '#components/newsroom/queue-card.tsx';
import { QueueKeys } from '#components/newsroom/queue-keys.tsx';
import { StatusTabs } from '#components/newsroom/status-tabs.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { countByStatus, countQueue, getHeadline, listQueue } from '#db/moderation-queue.ts';
import { getDateSettings } from '#db/settings.ts';
import { pageNumber, single, withQuery, type Query } from '../../_query.ts';
import { requireStaff } from '../../_session.ts';
import { OutcomeNotice } from './_outcome-notice.tsx';
import { decide, decideHere, undoHere } from './actions.ts';

const PATH = '/newsroom/comments';
const STATUSES = ['pending', 'approved', 'rejected', 'spam', 'trash'] as const;
const CHOICES = [
  { to: 'approved', label: 'approve', look: 'main' },
  { to: 'rejected', label: 'reject', look: 'plain' },
  { to: 'spam', label: 'spam', look: 'plain' },
  { to: 'trash', label: 'trash', look: 'risky' },
] as const;
const LIMIT = 25;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('newsroom.queue'))('title') };
}

export default async function CommentsPage({ searchParams }: { searchParams: Query }) {
  const query = await searchParams;
  const status = STATUSES.find((each) => each === query.status) ?? 'pending';
  const article = /^\d{1,9}$/.test(single(query.article)) ? Number(query.article) : undefined;
  const hrefFor = (page: number) => withQuery(PATH, { status, article, page: page > 1 ? page : undefined });
  const asked = pageNumber(query.page);
  const { person } = await requireStaff('moderate', hrefFor(asked));

  const filter = { status, ...(article !== undefined && { articleNumber: article }) };
  const [total, counts, headline, dates] = await Promise.all([
    countQueue(filter), countByStatus(), article === undefined ? undefined : getHeadline(article), getDateSettings('ar'),
  ]);
  const pages = Math.max(1, Math.ceil(total / LIMIT));
  const page = Math.min(asked, pages);
  const rows = await listQueue(filter, { page, limit: LIMIT });
  const [t, s, k] = await Promise.all([getTranslations('newsroom.queue'), getTranslations('newsroom.status'), getTranslations('newsroom.keys')]);
  const keyWords = {
    open: k('open'), title: k('title'), lead: k('lead'), next: k('next'), previous: k('previous'), approve: k('approve'), reject: k('reject'),
    spam: k('spam'), undo: k('undo'), help: k('help'), switch: k('switch'), close: k('close'),
  };
  const choices = CHOICES.filter(({ to }) => to !== status).map(({ to, label, look }) => ({ to, label: t(label), look }));

  return (
    <div className="space-y-6">
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <h1 className="text-h2">{t('title')}</h1>
        {rows.length > 0 && <QueueKeys words={keyWords} />}
      </div>
      <OutcomeNotice person={person} done={single(query.done)} missed={single(query.missed)} back={hrefFor(page)} />
      <StatusTabs
        label={t('states')}
        tabs={STATUSES.map((each) => ({
          href: withQuery(PATH, { status: each, article }), label: s(each), isCurrent: each === status,
          count: article === undefined ? String(counts[each]) : '',
        }))}
      />
      {headline && (
        <p>
          {t('onlyArticle', { headline })} · <a href={withQuery(PATH, { status })} className="text-sea underline">{t('allArticles')}</a>
        </p>
      )}
      {rows.length === 0 && <Empty title={t(`empty.${status}`)} hint={t(status === 'pending' ? 'emptyHint.pending' : 'emptyHint.other')} />}
      <div className="space-y-4">
        {rows.map((comment) => (
          <QueueCard
            key={comment.id}
            commentId={comment.id}
            headingId={`comment-${comment.id}`}
            status={comment.status}
            back={hrefFor(page)}
            choices={choices}
            words={{ actions: t('actions'), undo: t('undo'), failed: t('failed') }}
            decide={decide}
            decideHere={decideHere}
            undoHere={undoHere}
          >
            <CommentContext
              comment={comment}
              dates={dates}
              headingId={`comment-${comment.id}`}
              {...(article === undefined && { narrowHref: withQuery(PATH, { status, article: comment.article.number }) })}
            />
          </QueueCard>
        ))}
      </div>
      <Pagination dates={dates} page={page} pages={pages} hrefFor={hrefFor} />
    </div>
  );
}
