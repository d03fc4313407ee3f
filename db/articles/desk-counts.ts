import { and, count, desc, eq, sql, type SQL } from 'drizzle-orm';
import type { Person } from '#lib/people/can.ts';
import { db } from '#db/engine/client.ts';
import { engine } from '#db/engine/engine.ts';
import type { ArticleStatus } from '#db/tables/articles.ts';
import { articles } from '#db/tables/tables.ts';
import {
  type DeskFilter,
  type DeskState,
  type Facts,
  factFields,
  hasStatus,
  inDays,
  isByPublication,
  isOut,
  meets,
} from './desk-filter.ts';
import { aheadIds, findIds, type Ids, MOST_IDS, scheduledIds, sentIds } from './desk-sources.ts';

/** Of each state at most this many articles are counted, the last changed ones. */
const MOST_READ = 10_000;
const STATUSES: ArticleStatus[] = ['draft', 'published', 'retracted', 'trash'];

/** `isCut`: there may be more articles than were counted. */
export type DeskCounts = Record<DeskState, { count: number; isCut: boolean }>;

const sum = (...conditions: (SQL | undefined)[]) =>
  sql<number>`count(case when ${and(...conditions) ?? sql`true`} then 1 end)`.mapWith(Number);
const among = (of: Facts, ids: SQL) => sql`${of.id} in (${ids})`;

/** States that few articles are in, each with all their ids. */
const few = (of: Facts, now: Date) => ({
  sent: sum(sql`${of.status} <> 'trash'`, among(of, sentIds(MOST_IDS))),
  ahead: sum(hasStatus(of, 'published'), among(of, aheadIds(MOST_IDS))),
  scheduled: sum(among(of, scheduledIds(now)(MOST_IDS))),
});

const totals = (of: Facts, now: Date) => ({
  draft: sum(hasStatus(of, 'draft')),
  out: sum(hasStatus(of, 'published')),
  published: sum(isOut(of, now)),
  retracted: sum(hasStatus(of, 'retracted')),
  trash: sum(hasStatus(of, 'trash')),
});

/** The articles of one status in the order of the list, as far as they are counted. */
const readOf = (status: ArticleStatus, filter: DeskFilter) =>
  db()
    .select(factFields)
    .from(engine.through(articles, 'articles_desk'))
    .where(
      and(
        eq(articles.status, status),
        isByPublication(filter) ? undefined : inDays(articles.updatedAt, filter),
      ),
    )
    .orderBy(desc(articles.updatedAt), desc(articles.id))
    .limit(MOST_READ)
    .as('read');

/** How many articles of one status meet the conditions. */
async function countStatus(status: ArticleStatus, filter: DeskFilter, person: Person, now: Date) {
  const read = readOf(status, filter);
  const where = meets(read, filter, person, now);
  const [row] = await db()
    .select({ read: count(), all: sum(where), out: sum(where, isOut(read, now)) })
    .from(read);
  return { count: row!.all, out: row!.out, isCut: row!.read === MOST_READ };
}

/** Counts among the ids of the filter. */
async function countAmong({ ids, isCut }: Ids, filter: DeskFilter, person: Person, now: Date) {
  const [row] = await db()
    .select({ ...totals(articles, now), ...few(articles, now) })
    .from(sql`(${ids}) as found`)
    .crossJoin(engine.through(articles, 'articles_facts'))
    .where(and(eq(articles.id, sql`found.id`), meets(articles, filter, person, now)));
  const { out, ...counts } = row!;
  const all = counts.draft + out + counts.retracted;
  return Object.fromEntries(
    Object.entries({ all, ...counts }).map(([state, found]) => [state, { count: found, isCut }]),
  ) as DeskCounts;
}

async function countFew(filter: DeskFilter, person: Person, now: Date) {
  const sources = [sentIds, aheadIds, scheduledIds(now)].map((ids) => sql`select id from (${ids(MOST_IDS)})`);
  const [row] = await db()
    .select(few(articles, now))
    .from(sql`(${sql.join(sources, sql` union `)}) as found`)
    .crossJoin(engine.through(articles, 'articles_facts'))
    .where(and(eq(articles.id, sql`found.id`), meets(articles, filter, person, now)));
  return row!;
}

/** How many articles each state has under the other filters. */
export async function countDesk(filter: DeskFilter, person: Person, now: Date): Promise<DeskCounts> {
  const ids = await findIds(filter, person, now);
  if (ids) return countAmong(ids, filter, person, now);
  const [[draft, out, retracted, trash], inFew] = await Promise.all([
    Promise.all(STATUSES.map((status) => countStatus(status, filter, person, now))),
    countFew(filter, person, now),
  ]);
  const shown = [draft!, out!, retracted!];
  const exact = (found: number) => ({ count: found, isCut: found >= MOST_IDS });
  const ofStatus = ({ count: found, isCut }: NonNullable<typeof draft>) => ({ count: found, isCut });
  return {
    all: {
      count: shown.reduce((total, each) => total + each.count, 0),
      isCut: shown.some((each) => each.isCut),
    },
    draft: ofStatus(draft!),
    published: { count: out!.out, isCut: out!.isCut },
    retracted: ofStatus(retracted!),
    trash: ofStatus(trash!),
    sent: exact(inFew.sent),
    ahead: exact(inFew.ahead),
    scheduled: exact(inFew.scheduled),
  };
}
