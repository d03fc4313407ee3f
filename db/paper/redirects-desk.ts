import { and, count, desc, eq, gte, inArray, like, lt, or, sql, type SQL } from 'drizzle-orm';
import { MOST_COUNTED } from '#lib/most-counted.ts';
import { db } from '#db/engine/client.ts';
import { engine } from '#db/engine/engine.ts';
import { redirectKey } from './redirects.ts';
import { addressHits, redirects } from '#db/tables/tables.ts';

/** This many of the newest redirects are searched for a part of a path. */
const SEARCHED = 5000;
/** Of all redirects, also the oldest, those are found whose path or target begins with the text. */
const BEGINNING = 100;

const newestFirst = [desc(redirects.createdAt), desc(redirects.id)] as const;
const idOnly = { id: redirects.id, createdAt: redirects.createdAt };
const inTime = () =>
  db()
    .select(idOnly)
    .from(engine.through(redirects, 'redirects_time'))
    .orderBy(...newestFirst);

/** The redirects that a text finds: those that begin with it, and among the newest those that contain it. */
function foundIds(q: string): SQL {
  const text = redirectKey(q);
  const beginning = (column: typeof redirects.fromPath | typeof redirects.toPath, index: string) =>
    db()
      .select({ id: redirects.id })
      .from(engine.through(redirects, index))
      .where(and(gte(column, text), lt(column, `${text}\u{10FFFF}`)))
      .limit(BEGINNING);
  const part = `%${q.replaceAll(/[%_]/g, '')}%`;
  const newest = db()
    .select({ id: redirects.id, fromPath: redirects.fromPath, toPath: redirects.toPath })
    .from(engine.through(redirects, 'redirects_time'))
    .orderBy(...newestFirst)
    .limit(SEARCHED)
    .as('newest');
  const parts = [
    beginning(redirects.fromPath, 'redirects_from_path_unique'),
    beginning(redirects.toPath, 'redirects_target'),
    db()
      .select({ id: newest.id })
      .from(newest)
      .where(or(like(newest.fromPath, part), like(newest.toPath, part))),
  ];
  return sql.join(
    parts.map((each) => sql`select id from (${each.getSQL()})`),
    sql` union `,
  );
}

/**
 * One page of the redirects, the newest first, each with how often it was used. `total` is at most one more
 * than `MOST_COUNTED`.
 */
export async function listRedirects({
  q = '',
  page,
  perPage,
}: {
  q?: string;
  page: number;
  perPage: number;
}) {
  const all = () =>
    q
      ? db()
          .select(idOnly)
          .from(sql`(${foundIds(q)}) as found`)
          .crossJoin(redirects)
          .where(eq(redirects.id, sql`found.id`))
          .orderBy(...newestFirst)
      : inTime();
  const [ids, [total]] = await Promise.all([
    all()
      .limit(perPage)
      .offset((page - 1) * perPage),
    db()
      .select({ count: count() })
      .from(
        all()
          .limit(MOST_COUNTED + 1)
          .as('some'),
      ),
  ]);
  const items =
    ids.length === 0
      ? []
      : await db()
          .select({
            id: redirects.id,
            fromPath: redirects.fromPath,
            toPath: redirects.toPath,
            isAutomatic: redirects.isAutomatic,
            createdAt: redirects.createdAt,
            hits: addressHits.hits,
          })
          .from(redirects)
          .leftJoin(
            addressHits,
            and(eq(addressHits.path, redirects.fromPath), eq(addressHits.kind, 'redirect')),
          )
          .where(
            inArray(
              redirects.id,
              ids.map(({ id }) => id),
            ),
          )
          .orderBy(...newestFirst);
  return { items, total: total!.count };
}

/** Addresses that readers requested and that have no page, the most requested first. */
export const listMissing = (limit: number) =>
  db()
    .select()
    .from(addressHits)
    .where(eq(addressHits.kind, 'missing'))
    .orderBy(desc(addressHits.hits), desc(addressHits.lastAt))
    .limit(limit);
