import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { PublicComment, Thread } from '#db/comments.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import { Icon } from '../ui/icon.tsx';
import { CommentList } from './comment-list.tsx';
import { CommentsQuestion } from './comments-question.tsx';

type Props = {
  threads: Thread[];
  count: number;
  dates: DateSettings;
  isOpen: boolean;
  /** Asked by the editors above the thread; empty for none. */
  question: string;
  own?: PublicComment;
  /** The form, or why there is none. */
  children: ReactNode;
};

export function Comments({ threads, count, dates, isOpen, question, own, children }: Props) {
  const t = useTranslations('comments');
  const counted = useTranslations('article');
  return (
    <section id="comments" aria-labelledby="comments-title" className="mt-16 border-t-2 border-ink pt-3">
      <h2 id="comments-title" className="text-h2">
        {count > 0 ? counted('comments', { count, n: formatNumber(count, dates) }) : t('title')}
      </h2>
      {question !== '' && <CommentsQuestion question={question} />}
      {own && <OwnNotice status={own.status} />}
      <CommentList threads={threads} dates={dates} canReply={isOpen} {...(own && { own })} />
      {children}
    </section>
  );
}

function OwnNotice({ status }: { status: PublicComment['status'] }) {
  const t = useTranslations('comments');
  const [message, icon, colour] =
    status === 'approved' ? (['approvedNotice', 'check', 'text-leaf'] as const)
    : status === 'rejected' || status === 'trash' ? (['refusedNotice', 'alert', 'text-madder'] as const)
    : (['waitingNotice', 'clock', 'text-amber'] as const);
  return (
    <p role="status" className={`mt-4 flex items-start gap-3 bg-sheet p-4 text-ui font-medium ${colour}`}>
      <Icon name={icon} className="mt-0.5 size-5 shrink-0" />
      {t(message)}
    </p>
  );
}
