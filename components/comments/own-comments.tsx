import { useTranslations } from 'next-intl';
import type { OwnComment } from '#db/comments/own.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { ownCommentPath } from '#lib/comments/own-path.ts';
import { CommentQuote } from './comment-quote.tsx';
import { Headline } from '../ui/words.tsx';

/**
 * The name and colour of each state for the writer. A comment that a rule marked as spam is shown as waiting,
 * like all others.
 */
const STATES = {
  pending: ['waiting', 'text-amber'],
  spam: ['waiting', 'text-amber'],
  approved: ['approved', 'text-leaf'],
  rejected: ['refused', 'text-madder'],
  trash: ['refused', 'text-madder'],
  withdrawn: ['withdrawn', 'text-ink-soft'],
} as const;

type Listed = OwnComment & { canEdit: boolean };

/** A writer's comments, each with its state and a link to its page. */
export function OwnComments({ comments, dates }: { comments: Listed[]; dates: DateSettings }) {
  return (
    <ol className="divide-y divide-hairline border-b border-hairline">
      {comments.map((comment) => (
        <li key={comment.id} className="py-5 first:pt-0">
          <OwnEntry comment={comment} dates={dates} />
        </li>
      ))}
    </ol>
  );
}

function OwnEntry({ comment, dates }: { comment: Listed; dates: DateSettings }) {
  const t = useTranslations('comments.status');
  const mine = useTranslations('comments.mine');
  const [state, colour] = STATES[comment.status];
  const isAppealing = state === 'waiting' && comment.appealedAt !== null;
  const canAppeal = comment.status === 'rejected' && !comment.appealedAt;
  return (
    <>
      <p className="text-ui">
        <strong className={colour}>{t(isAppealing ? 'appealWaiting' : state)}</strong>
        {' · '}
        {comment.article.isPublic ? (
          <Headline of={comment.article.headline} locale={comment.article.locale} />
        ) : (
          t('articleAway')
        )}
      </p>
      {state === 'refused' && comment.reasonCode && (
        <p className="mt-1 text-meta text-ink-soft">{t(`reasons.${comment.reasonCode}`)}</p>
      )}
      <div className="mt-3">
        <CommentQuote name={comment.name} body={comment.body} at={comment.createdAt} dates={dates} />
      </div>
      <p>
        <a
          href={ownCommentPath(dates.locale, comment.id)}
          className="inline-flex min-h-11 items-center text-meta text-sea underline"
        >
          {mine(comment.canEdit ? 'toEdit' : canAppeal ? 'toAppeal' : 'toOne')}
        </a>
      </p>
    </>
  );
}
