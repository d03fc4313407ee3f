import { useTranslations } from 'next-intl';
import type { PublicComment, Thread } from '#db/comments.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { CommentItem } from './comment-item.tsx';

type Props = { threads: Thread[]; own?: PublicComment; dates: DateSettings; canReply: boolean };

/** Puts its author's waiting comment where it will stand once approved. */
function withOwn(threads: Thread[], own: PublicComment | undefined): Thread[] {
  if (!own || own.status === 'approved') return threads;
  const home = threads.find((thread) => thread.opening.threadId === own.threadId);
  if (!home) return [...threads, { opening: own, replies: [] }];
  return threads.map((thread) => (thread === home ? { ...thread, replies: [...thread.replies, own] } : thread));
}

export function CommentList({ threads, own, dates, canReply }: Props) {
  const t = useTranslations('comments');
  const shown = withOwn(threads, own);
  if (shown.length === 0) return <p className="py-8 text-ui text-ink-soft">{t('none')}</p>;
  return (
    <ol className="divide-y divide-hairline">
      {shown.map(({ opening, replies }) => {
        const names = new Map([opening, ...replies].map((comment) => [comment.id, comment.name]));
        return (
          <li key={opening.id}>
            <CommentItem comment={opening} dates={dates} canReply={canReply} isOwn={opening.id === own?.id} />
            {replies.length > 0 && (
              <ol className="mb-5 ms-4 border-s border-hairline ps-6">
                {replies.map((reply) => {
                  const answered = reply.parentId && reply.parentId !== opening.id ? names.get(reply.parentId) : undefined;
                  return (
                    <li key={reply.id}>
                      <CommentItem comment={reply} dates={dates} canReply={canReply} isOwn={reply.id === own?.id} {...(answered && { answered })} />
                    </li>
                  );
                })}
              </ol>
            )}
          </li>
        );
      })}
    </ol>
  );
}
