import Sqlite from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseSearchQuery } from '#lib/arabic/search-query.ts';
import { env } from '#lib/env.ts';
import { refreshAppreciations } from '#db/comments/appreciations.ts';
import { db } from '#db/engine/client.ts';
import { verifyDecisions } from '#db/moderation/chain.ts';
import { openAddresses } from '#db/privacy/addresses/open.ts';
import { deleteExpired } from '#db/privacy/retention.ts';
import { engine } from '#db/engine/engine.ts';
import { articles, comments, moderationDecisions } from '#db/tables/tables.ts';
import { desc, eq } from 'drizzle-orm';
import { fillArchive } from './fill-archive.ts';

const COUNT = 300;
/** At this time the generator once drew an article for 300 comments that takes none. */
const now = new Date('2026-11-30T12:20:00Z');

function listTriggers(): unknown[] {
  const file = new Sqlite(env.databaseFile, { readonly: true });
  const rows = file.prepare("select name, sql from sqlite_schema where type = 'trigger' order by name").all();
  file.close();
  return rows;
}

describe('an archive', () => {
  const triggers = listTriggers();

  beforeAll(async () => {
    await fillArchive(COUNT, { now });
  });

  it('has the triggers of every database', () => {
    expect(triggers.length).toBeGreaterThan(50);
    expect(listTriggers()).toEqual(triggers);
  });

  it('has rows that refer only to rows of it', () => {
    const file = new Sqlite(env.databaseFile, { readonly: true });
    expect(file.pragma('foreign_key_check')).toEqual([]);
    expect(file.pragma('integrity_check', { simple: true })).toBe('ok');
    file.close();
  });

  it('has a chain of decisions that holds, with at least one for each comment', async () => {
    const result = await verifyDecisions();
    const written = await db().$count(comments);
    expect(written).toBeGreaterThan(COUNT * 3);
    expect(result).toMatchObject({ ok: true });
    expect(await db().$count(moderationDecisions)).toBeGreaterThanOrEqual(written);
  });

  it('has addresses that the keys of the instance open', async () => {
    const newest = await db()
      .select({ id: comments.id })
      .from(comments)
      .orderBy(desc(comments.createdAt))
      .limit(20);
    const opened = await openAddresses(newest.map(({ id }) => id));
    expect(
      [...opened.values()].filter((address) => /^reader-\d+@example\.org$/.test(address ?? '')),
    ).toHaveLength(20);
  });

  it('leaves nothing for the periodic tasks to delete or to count', async () => {
    expect(Object.values(await deleteExpired(now)).every((count) => !count)).toBe(true);
    expect(await refreshAppreciations(now)).toBe(0);
  });

  it('has an index that finds an article by its headline', async () => {
    const [article] = await db()
      .select({ number: articles.number, headline: articles.headline })
      .from(articles)
      .where(eq(articles.status, 'published'))
      .limit(1);
    const query = parseSearchQuery(article!.headline)!;
    const { hits } = await engine.search.find(db(), {
      query,
      kind: 'all',
      order: 'relevance',
      where: undefined,
    });
    expect(hits.map(({ number }) => number)).toContain(article!.number);
  });
});
