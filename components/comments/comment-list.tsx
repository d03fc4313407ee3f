import { useTranslations } from 'next-intl';
import type { PublicComment, Thread } from '#db/comments/threads.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import { factsOf } from '#lib/comments/states.ts';
import { buildReplyTree, type ReplyNode } from '#lib/comments/reply-tree.ts';
import { APPRECIATION_FORM } from './comment-actions.tsx';
import { CommentItem } from './comment-item.tsx';
import type { Discussion } from './discussion.ts';

/** Inserts a comment that only its writer sees where it will appear: in its thread, or above all threads. */
function withOwn(threads: Thread[], own: PublicComment): Thread[] {
  if (
    threads.some(({ opening, replies }) =>
      [opening, ...replies].some(({ id, status }) => id === own.id && factsOf(status).isPublic),
    )
  )
    return threads;
  const home = threads.find(({ opening }) => opening.id === own.threadId);
  if (!home) return [{ opening: own, replies: [], replyCount: 0 }, ...threads];
  if (home.opening.id === own.id)
    return threads.map((thread) => (thread === home ? { ...thread, opening: own } : thread));
  return threads.map((thread) =>
    thread === home
      ? { ...thread, replies: [...thread.replies.filter(({ id }) => id !== own.id), own] }
      : thread,
  );
}

function Replies({ nodes, discussion }: { nodes: ReplyNode<PublicComment>[]; discussion: Discussion }) {
  if (nodes.length === 0) return null;
  return (
    <ol className="replies">
      {nodes.map(({ comment, level, answered, isFlat, replies }) => (
        <li key={comment.id}>
          <CommentItem
            comment={comment}
            discussion={discussion}
            level={level}
            isFlat={isFlat}
            {...(answered && { answered })}
          />
          <Replies nodes={replies} discussion={discussion} />
        </li>
      ))}
    </ol>
  );
}

type Props = {
  threads: Thread[];
  /** The comments that only their writer sees, newest first. */
  own: PublicComment[];
  /** Whether this is the page where new threads appear. */
  isFirst: boolean;
  discussion: Discussion;
};

export function CommentList({ threads, own, isFirst, discussion }: Props) {
  const t = useTranslations('comments');
  const isHere = ({ id, threadId }: PublicComment) =>
    isFirst || id === discussion.saidOf || threads.some(({ opening }) => opening.id === threadId);
  const shown = own.filter(isHere).toReversed().reduce(withOwn, threads);
  if (shown.length === 0) return <p className="py-8 text-ui text-ink-soft">{t('none')}</p>;
  return (
    <>
      <form id={APPRECIATION_FORM} method="post" />
      <ol
        data-reply-title={t('inlineReplyTitle')}
        data-reply-cancel={t('cancelReply')}
        className="divide-y divide-hairline"
      >
        {shown.map(({ opening, replies, replyCount }) => {
          const missing = replyCount - replies.filter(({ status }) => factsOf(status).isPublic).length;
          return (
            <li key={opening.id} className="pb-2">
              <CommentItem comment={opening} discussion={discussion} />
              <Replies nodes={buildReplyTree(opening, replies)} discussion={discussion} />
              {missing > 0 && (
                <p className="replies">
                  <a
                    href={`${discussion.base}?at=${opening.id}#comment-${opening.id}`}
                    rel="nofollow"
                    className="inline-flex min-h-11 items-center text-meta text-sea hover:underline"
                  >
                    {t('moreReplies', { count: missing, n: formatNumber(missing, discussion.dates) })}
                  </a>
                </p>
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
}
