import { useTranslations } from 'next-intl';
import type { OwnComment } from '#db/comments/own.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { factsOf, type StateFacts } from '#lib/comments/states.ts';
import { ownCommentPath } from '#lib/comments/own-path.ts';
import { CommentQuote } from './comment-quote.tsx';
import { Headline } from '../ui/words.tsx';

const COLOURS = {
  waiting: 'text-amber',
  approved: 'text-leaf',
  refused: 'text-madder',
  withdrawn: 'text-ink-soft',
} as const satisfies Record<StateFacts['told'], string>;

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
  const { told, mayAppeal } = factsOf(comment.status);
  const isAppealing = told === 'waiting' && comment.appealedAt !== null;
  const canAppeal = mayAppeal && !comment.appealedAt;
  return (
    <>
      <p className="text-ui">
        <strong className={COLOURS[told]}>{t(isAppealing ? 'appealWaiting' : told)}</strong>
        {' · '}
        {comment.article.isPublic ? (
          <Headline of={comment.article.headline} locale={comment.article.locale} />
        ) : (
          t('articleAway')
        )}
      </p>
      {told === 'refused' && comment.reasonCode && (
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
