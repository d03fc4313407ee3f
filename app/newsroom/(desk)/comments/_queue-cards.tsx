import { useTranslations } from 'next-intl';
import { AlikeList } from '#components/newsroom/queue/alike-list.tsx';
import { CardTools, type ToolWords } from '#components/newsroom/queue/card-tools.tsx';
import { CommentContext } from '#components/newsroom/queue/comment-context.tsx';
import { Time } from '#components/ui/time.tsx';
import { More } from '#components/newsroom/ui/more.tsx';
import { QueueCard } from '#components/newsroom/queue/queue-card.tsx';
import { ThreadContext } from '#components/newsroom/queue/thread-context.tsx';
import { WriterHistory } from '#components/newsroom/queue/writer-history.tsx';
import type { QueuedComment } from '#db/moderation/queue.ts';
import type { CardContext } from '#db/moderation/queue-context.ts';
import { REASON_CODES } from '#db/tables/content.ts';
import { isolate } from '#lib/arabic/bidi.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { networkKnownUntil } from '#lib/comments/network.ts';
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

type ToolProps = Pick<Props, 'back' | 'dates' | 'now'> & { card: CardContext; words: ToolWords };

const actions = { ban, feature, unfeature, reply, note };

const BAN_DAYS = ['1', '7', '30', 'ever'] as const;
const TOOL_WORDS = [
  'reply',
  'replyLabel',
  'replyHint',
  'replySubmit',
  'feature',
  'featureLine',
  'featureHint',
  'featureSubmit',
  'unfeature',
  'note',
  'noteLabel',
  'noteSubmit',
  'ban',
] as const;
const BAN_WORDS = ['whom', 'howLong', 'reason', 'withAll', 'submit', 'writer', 'email'] as const;

/** Made once for all cards: what they share by reference is sent to the browser once. */
function useToolWords(): ToolWords {
  const tool = useTranslations('newsroom.tools');
  const ban = useTranslations('newsroom.ban');
  const form = useTranslations('newsroom.form');
  const words = Object.fromEntries(TOOL_WORDS.map((key) => [key, tool(key)]));
  return {
    ...(words as Record<(typeof TOOL_WORDS)[number], string>),
    required: form('required'),
    banning: Object.fromEntries(BAN_WORDS.map((key) => [key, ban(key)])) as ToolWords['banning'],
    days: BAN_DAYS.map((value) => ({ value, label: ban(`days.${value}`) })),
  };
}

/**
 * By what the writer of a comment can be banned. A network is known only until the end of its day, whatever
 * duration is chosen; after that it is not offered.
 */
function Tools({ card, words, back, dates, now }: ToolProps) {
  const t = useTranslations('newsroom.ban');
  const { comment, address } = card;
  const known = networkKnownUntil(comment.createdAt);
  const bans = comment.staffId
    ? []
    : [
        ...(comment.writerId ? [{ kind: 'writer' as const }] : []),
        ...(address ? [{ kind: 'email' as const }] : []),
        ...(known > now
          ? [
              {
                kind: 'network' as const,
                label: t.rich('networkUntil', { time: () => <Time at={known} dates={dates} /> }),
              },
            ]
          : []),
      ];
  return (
    <CardTools
      id={comment.id}
      back={back}
      actions={actions}
      words={words}
      isPublic={factsOf(comment.status).isPublic}
      isPicked={comment.featuredAt !== null}
      mayNote={comment.writerId !== ''}
      bans={bans}
    />
  );
}

/** The comments of one page, each with its decision buttons. */
export function QueueCards({ cards, asked, back, choices, dates, now, mayReveal }: Props) {
  const t = useTranslations('newsroom.queue');
  const reason = useTranslations('newsroom.reasons');
  const refuses = choices.some(({ to }) => factsOf(to).hasReason);
  const toolWords = useToolWords();
  const reasons = refuses ? REASON_CODES.map((code) => ({ code, label: reason(code) })) : [];
  const words = {
    actions: t('actions'),
    undo: t('undo'),
    failed: t('failed'),
    reasons: t('reasons'),
    reasonNote: t('reasonNote'),
    reasonHint: t('reasonHint'),
  };
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
        reasons={reasons}
        words={words}
        pick={t('pick', { name: isolate(name) })}
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
              <Tools card={card} words={toolWords} back={back} dates={dates} now={now} />
            </More>
          ) : (
            <Tools card={card} words={toolWords} back={back} dates={dates} now={now} />
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
