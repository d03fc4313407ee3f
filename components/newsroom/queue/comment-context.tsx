import { useTranslations } from 'next-intl';
import type { CardContext } from '#db/moderation/queue-context.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { articlePath } from '#lib/articles/path.ts';
import { Time } from '#components/ui/time.tsx';
import { CommentText, MarkedText } from './comment-text.tsx';
import { ReportList } from './report-list.tsx';
import { SignalList } from './signal-list.tsx';
import { ThreadContext } from './thread-context.tsx';
import { WriterHistory } from './writer-history.tsx';
import { sectionNameIn } from '#lib/locales.ts';

type Props = {
  card: CardContext;
  dates: DateSettings;
  headingId: string;
  showHidden: boolean;
  /** The tools below the card hold thread and history. */
  isCompact?: boolean;
  narrowHref?: string;
  writerHref: string;
  /** Only for people who may reveal the address; each reveal is recorded. */
  revealHref?: string;
};

const spansIn = (signals: CardContext['comment']['signals'], where: 'name' | undefined) =>
  signals.flatMap(({ start, end, field }) =>
    field === where && start !== undefined && end !== undefined ? [{ start, end }] : [],
  );

/** Who wrote it, from where and when. */
function CommentHead({
  card,
  dates,
  headingId,
  showHidden,
  revealHref,
}: Pick<Props, 'card' | 'dates' | 'headingId' | 'showHidden' | 'revealHref'>) {
  const t = useTranslations('newsroom.queue');
  const { comment } = card;
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-4">
      <h2 id={headingId} className="text-ui">
        <bdi>
          <MarkedText text={comment.name} spans={spansIn(comment.signals, 'name')} showHidden={showHidden} />
        </bdi>
        {comment.staffId && <span className="ms-2 text-caption font-medium text-sea">{t('staff')}</span>}
        {comment.featuredAt && (
          <span className="ms-2 text-caption font-medium text-leaf">{t('featured')}</span>
        )}
      </h2>
      <p className="text-caption text-ink-soft">
        {card.address === null && (
          <>
            {t('unreadable')}
            {' · '}
          </>
        )}
        {card.address && (
          <>
            {revealHref ? (
              <a href={revealHref} title={t('reveal')} className="text-sea hover:underline">
                <bdi dir="ltr">{card.address}</bdi>
              </a>
            ) : (
              <bdi dir="ltr">{card.address}</bdi>
            )}
            {' · '}
          </>
        )}
        <Time at={comment.createdAt} dates={dates} />
        {comment.editedAt && (
          <>
            {' · '}
            {t('edited')}
          </>
        )}
      </p>
    </div>
  );
}

/** Who decided last, when and why. */
function LastDecision({ card: { comment, decision }, dates }: Pick<Props, 'card' | 'dates'>) {
  const status = useTranslations('newsroom.status');
  const reason = useTranslations('newsroom.reasons');
  if (!decision?.byName && !comment.reasonCode) return null;
  return (
    <p className="mt-3 text-caption text-ink-soft">
      {status(comment.status)}
      {decision?.byName && (
        <>
          {' '}
          · <bdi>{decision.byName}</bdi> · <Time at={decision.createdAt} dates={dates} />
        </>
      )}
      {comment.reasonCode && <> · {reason(comment.reasonCode)}</>}
      {comment.reasonNote && (
        <>
          {' '}
          · <bdi>{comment.reasonNote}</bdi>
        </>
      )}
    </p>
  );
}

/**
 * What a moderator reads before deciding: who, when, on what article, in reply to whom, the text, and why it
 * waits.
 */
export function CommentContext({
  card,
  dates,
  headingId,
  showHidden,
  isCompact = false,
  narrowHref,
  writerHref,
  revealHref,
}: Props) {
  const t = useTranslations('newsroom.queue');
  const { comment, decision } = card;
  const { article, parent } = comment;
  return (
    <>
      <CommentHead {...{ card, dates, headingId, showHidden }} {...(revealHref && { revealHref })} />
      <p className="mt-1 text-caption text-ink-soft">
        <span className="font-bold text-madder">{sectionNameIn(article, dates.locale)}</span>{' '}
        <a href={articlePath(article)} dir="auto" className="text-ink hover:text-sea hover:underline">
          {article.headline}
        </a>
        {narrowHref && (
          <>
            {' · '}
            <a href={narrowHref} className="text-sea hover:underline">
              {t('narrow')}
            </a>
          </>
        )}
      </p>
      {parent && (
        <blockquote className="mt-2 border-s-2 border-hairline ps-4 text-ink-soft">
          <p className="text-caption">
            {t.rich('replyTo', {
              name: parent.name,
              n: (chunks) => <bdi className="font-medium">{chunks}</bdi>,
            })}
          </p>
          <CommentText body={parent.body} className="line-clamp-2" showHidden={showHidden} />
        </blockquote>
      )}
      <CommentText
        body={comment.body}
        className={isCompact ? 'mt-1' : 'mt-3 text-ui'}
        spans={spansIn(comment.signals, undefined)}
        showHidden={showHidden}
      />
      <SignalList signals={comment.signals} score={comment.score} dates={dates} />
      {decision?.rule === 'decoy' && <p className="mt-3 text-caption text-amber">{t('decoyRule')}</p>}
      <ReportList reports={card.reports} dates={dates} />
      {comment.appealedAt && (
        <div className="mt-3 border-s-4 border-amber ps-3">
          <p className="text-caption text-ink-soft">
            {t('appeal')} · <Time at={comment.appealedAt} dates={dates} />
          </p>
          <CommentText body={comment.appealText} showHidden={showHidden} />
        </div>
      )}
      <LastDecision card={card} dates={dates} />
      {!isCompact && (
        <div className="mt-2 flex flex-wrap gap-x-6">
          <ThreadContext card={card} dates={dates} showHidden={showHidden} />
          <WriterHistory history={card.history} dates={dates} href={writerHref} />
        </div>
      )}
    </>
  );
}
