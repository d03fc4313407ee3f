import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { PublicComment, ThreadPage } from '#db/comments/threads.ts';
import type { Sort } from '#lib/comments/sorts.ts';
import { factsOf, type StateFacts } from '#lib/comments/states.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import { Icon } from '../ui/icon.tsx';
import { CommentList } from './comment-list.tsx';
import { CommentOrder } from './comment-order.tsx';
import { CommentPages } from './comment-pages.tsx';
import { CommentsQuestion } from './comments-question.tsx';
import { NewComments } from './new-comments.tsx';
import type { Discussion } from './discussion.ts';

type Props = {
  page: ThreadPage;
  sort: Sort;
  count: number;
  discussion: Discussion;
  /** The editors' question above the threads; empty if there is none. */
  question: string;
  /** The article's path. */
  path: string;
  /** The comments that only their writer sees. */
  own: PublicComment[];
  /** The comment form, or the reason why there is none. */
  children: ReactNode;
};

export function Comments({ page, sort, count, discussion, path, question, own, children }: Props) {
  const t = useTranslations('comments');
  const counted = useTranslations('article');
  const { threads, ...way } = page;
  const sent = discussion.said === 'sent' ? own.find(({ id }) => id === discussion.saidOf) : undefined;
  return (
    <section
      id="comments"
      aria-labelledby="comments-title"
      className="laid-out-late mt-16 border-t-2 border-ink pt-3 [contain-intrinsic-block-size:auto_200rem]"
    >
      <h2 id="comments-title" className="text-h2">
        {count > 0 ? counted('comments', { count, n: formatNumber(count, discussion.dates) }) : t('title')}
      </h2>
      {question !== '' && <CommentsQuestion question={question} />}
      {count > 1 && <CommentOrder path={path} sort={sort} />}
      <NewComments
        count={count}
        dates={discussion.dates}
        countUrl={`${discussion.action}/count`}
        href={`${path}#comments`}
      />
      {discussion.said === 'gone' && (
        <p role="status" className="mt-4 text-ui font-medium">
          {t('gone')}
        </p>
      )}
      {discussion.said === 'sent' && <SentNotice {...(sent && { status: sent.status })} />}
      <CommentList threads={threads} own={own} isFirst={page.isFirst} discussion={discussion} />
      <CommentPages path={path} sort={sort} {...way} />
      {children}
    </section>
  );
}

/** Message, icon and colour by what the writer is told. */
const SENT = {
  unknown: ['sentNotice', 'check', 'text-ink-soft'],
  approved: ['approvedNotice', 'check', 'text-leaf'],
  refused: ['refusedNotice', 'alert', 'text-madder'],
  withdrawn: ['withdrawnNotice', 'check', 'text-ink-soft'],
  waiting: ['waitingNotice', 'clock', 'text-amber'],
} as const satisfies Record<StateFacts['told'] | 'unknown', unknown>;

/**
 * The state of a comment that was just sent. A browser without the writer's cookie learns only that something
 * arrived.
 */
function SentNotice({ status }: { status?: PublicComment['status'] }) {
  const t = useTranslations('comments');
  const [message, icon, colour] = SENT[status ? factsOf(status).told : 'unknown'];
  return (
    <p role="status" className={`mt-4 mb-3 flex items-start gap-3 text-ui font-medium ${colour}`}>
      <Icon name={icon} className="mt-0.5 size-5 shrink-0" />
      {t(message)}
    </p>
  );
}
