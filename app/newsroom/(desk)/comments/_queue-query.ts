import { z } from 'zod';
import { ORDERS, type Cursor, type QueueFilter, type QueueOrder } from '#db/moderation/queue.ts';
import { FIRST_QUEUE, isOpenQueue, QUEUES } from '#lib/comments/queues.ts';
import { firstCharacters } from '#lib/arabic/count-characters.ts';
import { readArticleNumber } from '#lib/arabic/read-number.ts';
import { cleanLine } from '#lib/arabic/bidi.ts';
import { withQuery } from '../../_query.ts';
import { single } from '#app/_request/query.ts';

const PATH = '/newsroom/comments';
const cursor = /^(-?\d{1,9})\.(\d{1,15})\.([0-9a-f-]{36})$/;

export type QueueQuery = {
  filter: QueueFilter;
  order: QueueOrder;
  after: Cursor | undefined;
  showHidden: boolean;
  /** More cards on a screen: the same text, with the tools folded. */
  isCompact: boolean;
};

/** Reads the address of a list. A value that is not understood is ignored. */
export function readQueueQuery(query: Record<string, string | string[] | undefined>): QueueQuery {
  const queue = QUEUES.find((each) => each === query.status) ?? FIRST_QUEUE;
  const text = firstCharacters(cleanLine(single(query.q)), 254);
  const article = readArticleNumber(single(query.article));
  const same = z.uuid().safeParse(query.same);
  const [, score, at, id] = cursor.exec(single(query.after)) ?? [];
  return {
    filter: {
      queue,
      ...(article !== undefined && { articleNumber: article }),
      ...(text && { text }),
      ...(same.success && { sameAs: same.data }),
    },
    order: ORDERS.find((each) => each === query.order) ?? (isOpenQueue(queue) ? 'oldest' : 'newest'),
    after: id ? { score: Number(score), createdAt: new Date(Number(at)), id } : undefined,
    showHidden: query.hidden === '1',
    isCompact: query.view === 'compact',
  };
}

/** The address of a list with some keys changed. The new list starts at its first page. */
export function queueHref(
  { filter, order, showHidden, isCompact }: QueueQuery,
  change: Record<string, string | number | undefined> = {},
): string {
  return withQuery(PATH, {
    status: filter.queue,
    article: filter.articleNumber,
    q: filter.text,
    same: filter.sameAs,
    order: order === (isOpenQueue(filter.queue) ? 'oldest' : 'newest') ? undefined : order,
    hidden: showHidden ? 1 : undefined,
    view: isCompact ? 'compact' : undefined,
    ...change,
  });
}

export const toCursor = ({ score, createdAt, id }: Cursor) => `${score}.${createdAt.getTime()}.${id}`;
