import { useTranslations } from 'next-intl';
import { AlikeList } from '#components/newsroom/queue/alike-list.tsx';
import { CardTools } from '#components/newsroom/queue/card-tools.tsx';
import { CommentContext } from '#components/newsroom/queue/comment-context.tsx';
import { More } from '#components/newsroom/ui/more.tsx';
import { QueueCard } from '#components/newsroom/queue/queue-card.tsx';
import { ThreadContext } from '#components/newsroom/queue/thread-context.tsx';
import { WriterHistory } from '#components/newsroom/queue/writer-history.tsx';
import type { QueuedComment } from '#db/moderation/queue.ts';
import type { CardContext } from '#db/moderation/queue-context.ts';
import { REASON_CODES } from '#db/tables/content.ts';
import { isolate } from '#lib/arabic/bidi.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { factsOf } from '#lib/comments/states.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import type { Choices } from './_choices.ts';
import { queueHref, type QueueQuery } from './_queue-query.ts';
import { seenAs } from './_seen.ts';
import { decide, decideHere, undoHere } from './actions.ts';
import { ban, feature, note, reply, unfeature } from './tool-actions.ts';

type Props = {
  cards: { card: CardContext; alike: QueuedComment[] }[];
  asked: QueueQuery;
  back: string;
  choices: Choices;
  dates: DateSettings;
  now: Date;
  mayReveal: boolean;
};

const actions = { ban, feature, unfeature, reply, note };

/** The comments of one page, each with its decision buttons. */
export function QueueCards({ cards, asked, back, choices, dates, now, mayReveal }: Props) {
  const t = useTranslations('newsroom.queue');
  const reason = useTranslations('newsroom.reasons');
  const refuses = choices.some(({ to }) => factsOf(to).hasReason);
  return cards.map(({ card, alike }) => {
    const { id, name, article } = card.comment;
    const count = { count: alike.length, n: formatNumber(alike.length, dates) };
    return (
      <QueueCard
        key={id}
        seen={seenAs(card.comment)}
        headingId={`comment-${id}`}
        back={back}
        choices={choices}
        reasons={refuses ? REASON_CODES.map((code) => ({ code, label: reason(code) })) : []}
        words={{
          actions: t('actions'),
          undo: t('undo'),
          failed: t('failed'),
          pick: t('pick', { name: isolate(name) }),
          reasons: t('reasons'),
          reasonNote: t('reasonNote'),
          reasonHint: t('reasonHint'),
        }}
        alike={
          alike.length > 0
            ? {
                title: t('alike', count),
                all: t('alikeAll'),
                takes: Array.from({ length: alike.length + 1 }, (_, n) =>
                  t('alikeTakes', { count: n, n: formatNumber(n, dates) }),
                ),
                list: (
                  <AlikeList
                    first={card.comment}
                    alike={alike.map((comment) => ({ comment, seen: seenAs(comment) }))}
                    dates={dates}
                    showHidden={asked.showHidden}
                  />
                ),
              }
            : undefined
        }
        isCompact={asked.isCompact}
        tools={
          asked.isCompact ? (
            <More summary={t('more')}>
              <ThreadContext card={card} dates={dates} showHidden={asked.showHidden} />
              <WriterHistory
                history={card.history}
                dates={dates}
                href={queueHref(asked, { same: id, q: undefined })}
              />
              <CardTools card={card} back={back} actions={actions} dates={dates} now={now} />
            </More>
          ) : (
            <CardTools card={card} back={back} actions={actions} dates={dates} now={now} />
          )
        }
        decide={decide}
        decideHere={decideHere}
        undoHere={undoHere}
      >
        <CommentContext
          card={card}
          dates={dates}
          headingId={`comment-${id}`}
          showHidden={asked.showHidden}
          isCompact={asked.isCompact}
          writerHref={queueHref(asked, { same: id, q: undefined })}
          {...(mayReveal && { revealHref: `/newsroom/comments/privacy/reveal/${id}` })}
          {...(asked.filter.articleNumber === undefined && {
            narrowHref: queueHref(asked, { article: article.number }),
          })}
        />
      </QueueCard>
    );
  });
}
