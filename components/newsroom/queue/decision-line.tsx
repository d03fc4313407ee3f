import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { DecisionRow } from '#db/moderation/history.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { directionOf } from '#lib/arabic/text-direction.ts';
import { articlePath } from '#lib/articles/path.ts';
import { Time } from '#components/ui/time.tsx';

type Props = { decision: DecisionRow; dates: DateSettings; children?: ReactNode };

/** Acts other than moving a comment from state to state. */
const ACTS = ['feature', 'unfeature', 'resolve', 'reveal', 'note', 'edit', 'erase'] as const;

/** What happened to the text of a person whose data were erased, as it is recorded. */
const ERASED = ['keep', 'remove'] as const;

/** One line of the history: who did what to whose comment, and when. Children may offer to undo it. */
export function DecisionLine({ decision, dates, children }: Props) {
  const t = useTranslations('newsroom.history');
  const reason = useTranslations('newsroom.reasons');
  const { article, comment } = decision;
  const act = ACTS.find((each) => each === decision.act);
  const erased = act === 'erase' ? ERASED.find((each) => each === decision.reason) : undefined;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 border-b border-hairline py-3">
      <div className="min-w-0 grow basis-72">
        <p>
          <bdi className="font-bold">{decision.byName}</bdi> ·{' '}
          {decision.undoesId ? t('undid') : act ? t(`acts.${act}`) : t(`did.${decision.toStatus}`)}:{' '}
          {t.rich('commentOf', {
            name: comment.name,
            n: (chunks) => <bdi className="font-medium">{chunks}</bdi>,
          })}
        </p>
        <p dir={directionOf(comment.body)} className="line-clamp-1 text-start text-ink-soft">
          {comment.body}
        </p>
        {(decision.reasonCode || decision.reason) && (
          <p className="text-ink-soft">
            {decision.reasonCode && reason(decision.reasonCode)}
            {decision.reasonCode && decision.reason && ' · '}
            {decision.reason && (erased ? t(`erased.${erased}`) : <bdi>{decision.reason}</bdi>)}
          </p>
        )}
        <p className="text-caption text-pretty text-ink-soft">
          <Time at={decision.createdAt} dates={dates} /> ·{' '}
          <a href={articlePath(article)} dir="auto" className="hover:text-sea hover:underline">
            {article.headline}
          </a>
        </p>
      </div>
      {children}
    </li>
  );
}
