import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { Arrivals } from '#components/newsroom/queue/arrivals.tsx';
import { BulkBar } from '#components/newsroom/queue/bulk-bar.tsx';
import { Empty } from '#components/newsroom/ui/empty.tsx';
import { QueueFilters } from '#components/newsroom/queue/queue-filters.tsx';
import { QueueKeys } from '#components/newsroom/queue/queue-keys.tsx';
import { StatusTabs } from '#components/newsroom/ui/status-tabs.tsx';
import { countQueues, getHeadline, listQueue, ORDERS } from '#db/moderation/queue.ts';
import { getQueueContext } from '#db/moderation/queue-context.ts';
import { can } from '#lib/people/can.ts';
import { FIRST_QUEUE, isOpenQueue, QUEUES } from '#lib/comments/queues.ts';
import { groupAlike } from '#lib/comments/group-alike.ts';
import { getDates } from '../../_dates.ts';
import type { Query } from '#app/_request/query.ts';
import { requireStaff } from '../../_session.ts';
import { showCount } from '../_show-count.ts';
import { readWaiting } from '../_waiting.ts';
import { getChoices } from './_choices.ts';
import { OutcomeNotice } from './_outcome-notice.tsx';
import { QueueCards } from './_queue-cards.tsx';
import { queueHref, readQueueQuery, toCursor, type QueueQuery } from './_queue-query.ts';
import { decideSelected } from './actions.ts';
import { search } from './tool-actions.ts';

const LIMIT = 25;
/** Near-copies are grouped within this many consecutive comments. */
const WINDOW = 100;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('newsroom.queue'))('title') };
}

/** One page of cards. Only comments that wait are grouped: in the other queues each had its own decision. */
async function getCards({ filter, order, after }: QueueQuery) {
  const gathers = isOpenQueue(filter.queue);
  const { rows, next } = await listQueue(filter, { order, after, limit: gathers ? WINDOW : LIMIT });
  const { groups, taken } = gathers
    ? groupAlike(rows, LIMIT)
    : { groups: rows.map((first) => ({ first, alike: [] })), taken: rows.length };
  const cards = await getQueueContext(groups.map(({ first }) => first));
  return {
    cards: cards.map((card, n) => ({ card, alike: groups[n]!.alike })),
    next: taken < rows.length ? rows[taken - 1] : next,
  };
}

const link = 'inline-flex min-h-11 items-center text-sea underline hover:text-ink';

async function getKeyWords() {
  const k = await getTranslations('newsroom.keys');
  return {
    open: k('open'),
    title: k('title'),
    lead: k('lead'),
    next: k('next'),
    previous: k('previous'),
    approve: k('approve'),
    reject: k('reject'),
    reason: k('reason'),
    spam: k('spam'),
    undo: k('undo'),
    pick: k('pick'),
    alike: k('alike'),
    ban: k('ban'),
    queue: k('queue'),
    help: k('help'),
    switch: k('switch'),
    close: k('close'),
  };
}

const isNarrowed = ({ filter }: QueueQuery) => filter.text ?? filter.sameAs;

/** The ways to order and show the queue, and its search. */
function Views({ asked, back }: { asked: QueueQuery; back: string }) {
  const t = useTranslations('newsroom.queue');
  const { filter, order, after, showHidden, isCompact } = asked;
  return (
    <QueueFilters
      orders={ORDERS.map((each) => ({
        href: queueHref({ ...asked, order: each }),
        label: t(`orders.${each}`),
        isCurrent: each === order,
      }))}
      hidden={{
        href: queueHref({ ...asked, showHidden: !showHidden }, { after: after && toCursor(after) }),
        label: t(showHidden ? 'hideHidden' : 'showHidden'),
        isCurrent: false,
      }}
      compact={{
        href: queueHref({ ...asked, isCompact: !isCompact }, { after: after && toCursor(after) }),
        label: t(isCompact ? 'wide' : 'compact'),
        isCurrent: false,
      }}
      back={back}
      text={filter.text ?? ''}
      search={search}
    />
  );
}

/** The article, the words or the writer to which the queue is narrowed, each with a link that ends it. */
function Narrowing({ asked, headline }: { asked: QueueQuery; headline: string | undefined }) {
  const t = useTranslations('newsroom.queue');
  const { filter } = asked;
  return (
    <>
      {headline && (
        <p>
          {t.rich('onlyArticle', { headline, q: (chunks) => <bdi>{chunks}</bdi> })} ·{' '}
          <a href={queueHref(asked, { article: undefined })} className={link}>
            {t('allArticles')}
          </a>
        </p>
      )}
      {isNarrowed(asked) && (
        <p>
          {filter.text
            ? t.rich('onlyText', { text: filter.text, q: (chunks) => <bdi>{chunks}</bdi> })
            : t('onlyWriter')}{' '}
          ·{' '}
          <a href={queueHref(asked, { q: undefined, same: undefined })} className={link}>
            {t('endSearch')}
          </a>
        </p>
      )}
    </>
  );
}

/** The links to the first and to the next page of cards. */
function Turns({ asked, next }: { asked: QueueQuery; next: Awaited<ReturnType<typeof getCards>>['next'] }) {
  const t = useTranslations('newsroom.queue');
  return (
    <nav aria-label={t('pages')} className="flex justify-between gap-4">
      {asked.after ? (
        <a href={queueHref(asked)} className={link}>
          {t('toStart')}
        </a>
      ) : (
        <span />
      )}
      {next && (
        <Link
          data-soft=""
          rel="next"
          prefetch={false}
          href={queueHref(asked, { after: toCursor(next) })}
          className={link}
        >
          {t('further')}
        </Link>
      )}
    </nav>
  );
}

export default async function CommentsPage({ searchParams }: { searchParams: Query }) {
  const query = await searchParams;
  const asked = readQueueQuery(query);
  const { filter, after, isCompact } = asked;
  const start = queueHref(asked);
  const here = queueHref(asked, { after: after && toCursor(after) });
  const { person } = await requireStaff('moderate', here);
  const now = new Date();
  const [{ cards, next }, counts, waiting, headline, dates, t, tab] = await Promise.all([
    getCards(asked),
    countQueues(filter.articleNumber),
    readWaiting(),
    filter.articleNumber === undefined ? undefined : getHeadline(filter.articleNumber),
    getDates(),
    getTranslations('newsroom.queue'),
    getTranslations('newsroom.queues'),
  ]);
  const [choices, keyWords] = await Promise.all([getChoices(filter.queue), getKeyWords()]);

  return (
    <div className="space-y-6">
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <h1 className="text-h2">{t('title')}</h1>
        {cards.length > 0 && <QueueKeys words={keyWords} />}
      </div>
      <OutcomeNotice person={person} query={query} back={here} />
      <StatusTabs
        label={t('states')}
        tabs={QUEUES.map((queue) => ({
          href: queueHref({ ...asked, filter: { ...filter, queue } }, { order: undefined }),
          label: tab(queue),
          isCurrent: queue === filter.queue,
          count: showCount(counts[queue], dates),
          ...(queue === FIRST_QUEUE && filter.articleNumber === undefined && { waiting }),
        }))}
      />
      <Views asked={asked} back={here} />
      <Narrowing asked={asked} headline={headline} />
      {isOpenQueue(filter.queue) && (
        <Arrivals since={now.toISOString()} href={start} link={t('showArrived')} />
      )}
      {cards.length === 0 && (
        <Empty
          title={isNarrowed(asked) ? t('nothingFound') : t(`empty.${filter.queue}`)}
          hint={
            isNarrowed(asked)
              ? t('nothingFoundHint')
              : t(isOpenQueue(filter.queue) ? 'emptyHint.pending' : 'emptyHint.other')
          }
        />
      )}
      <div className={`group/queue ${isCompact ? 'space-y-2' : 'space-y-4'}`}>
        <QueueCards
          cards={cards}
          asked={asked}
          back={here}
          choices={choices}
          dates={dates}
          now={now}
          mayReveal={can(person, 'revealAddress')}
        />
        {choices.length > 0 && (
          <BulkBar back={here} shown={cards.length} dates={dates} choices={choices} decide={decideSelected} />
        )}
      </div>
      <Turns asked={asked} next={next} />
    </div>
  );
}
