import Database from 'better-sqlite3';
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { ArticleInput } from '#lib/articles/input.ts';
import { env } from '#lib/env.ts';
import { closeDatabase, db } from '#db/engine/client.ts';
import { getVersions } from '#db/paper/content-version.ts';
import { getNextDueTime } from './next-change.ts';
import { composeFront, LEADS_FOR_MS } from './page.ts';
import { newId } from '#db/engine/ids.ts';
import { articles, frontSlots, media } from '#db/tables/tables.ts';
import { addNewsroom, after, changeArticle, DAY, MINUTE, NOON, publish } from '#db/testing/articles.ts';

let pictureId: string;
beforeAll(async () => {
  await addNewsroom();
  pictureId = newId();
  await db()
    .insert(media)
    .values({
      id: pictureId,
      type: 'image',
      hash: 'a'.repeat(16),
      fileName: 'a.jpg',
      width: 1600,
      height: 900,
      alt: 'ميناء',
      credit: 'مداد',
      createdAt: NOON,
    });
});
beforeEach(async () => {
  await db().delete(frontSlots);
  await db().delete(articles);
});

const story = async (minutesAgo: number, file: Partial<ArticleInput> = {}, hasPicture = true) => {
  const article = await publish({
    headline: `قبل ${minutesAgo} دقيقة`,
    publishedAt: after(-minutesAgo * MINUTE).toISOString(),
    ...file,
  });
  if (hasPicture) await changeArticle(article.id, { leadMediaId: pictureId });
  return article.id;
};
const leadAt = async (at = NOON) => (await composeFront('ar', at)).lead?.id;
const allAt = async (at = NOON) => {
  const { lead, second, blocks } = await composeFront('ar', at);
  return [lead, ...second, ...blocks.flatMap(({ cards }) => cards)].map((card) => card?.id);
};

it('does not give the lead to a newer item without a picture', async () => {
  const report = await story(30);
  const line = await story(1, { headline: 'خبر من سطر' }, false);
  expect(await leadAt()).toBe(report);
  expect((await allAt())[1]).toBe(line);
});

it('gives the lead to the newest story if none has a picture', async () => {
  await story(30, {}, false);
  const newest = await story(1, {}, false);
  expect(await leadAt()).toBe(newest);
});

it('gives the lead to a story of high priority for a day, also after newer stories', async () => {
  const important = await story(60, { priority: 'high' });
  for (let n = 0; n < 20; n++) await story(n);
  expect(await leadAt()).toBe(important);
  const end = after(LEADS_FOR_MS - 60 * MINUTE);
  expect(await leadAt(new Date(end.getTime() - 1))).toBe(important);
  expect(await leadAt(end)).not.toBe(important);
});

it('returns the end of a high priority lead as the next due time, so that no cached page shows it longer', async () => {
  await story(23 * 60, { priority: 'high' });
  expect(await getNextDueTime(NOON)).toEqual(after(60 * MINUTE));
});

it('increments the due version when the priority of a published story changes', async () => {
  const id = await story(60);
  const before = await getVersions();
  await changeArticle(id, { priority: 'high' });
  expect((await getVersions()).due).toBeGreaterThan(before.due);
});

it('gives the lead to the newer of two high priority stories, and to a pinned story before both', async () => {
  await story(60, { priority: 'high' });
  const newer = await story(50, { priority: 'high' });
  const pinned = await story(2 * 24 * 60);
  expect(await leadAt()).toBe(newer);
  await db().insert(frontSlots).values({
    id: newId(),
    locale: 'ar',
    slot: 'lead',
    sectionId: null,
    position: 0,
    articleId: pinned,
    expiresAt: null,
    createdAt: NOON,
  });
  expect(await leadAt()).toBe(pinned);
});

it('gives the lead to a story of low priority only if there is no other', async () => {
  const brief = await story(1, { priority: 'low' });
  expect(await leadAt()).toBe(brief);
  const report = await story(90, {}, false);
  expect(await leadAt()).toBe(report);
  expect(await allAt()).toContain(brief);
});

it('keeps a story of priority none off the front page unless it is pinned', async () => {
  const kept = await story(1, { priority: 'none' });
  const other = await story(2);
  expect(await allAt()).toEqual([other]);
  await db()
    .insert(frontSlots)
    .values({
      id: newId(),
      locale: 'ar',
      slot: 'second',
      sectionId: null,
      position: 0,
      articleId: kept,
      expiresAt: after(DAY),
      createdAt: NOON,
    });
  expect(await allAt()).toContain(kept);
});

it('fills the front page from partial indexes without stories of priority none', async () => {
  closeDatabase();
  const prepare = vi.spyOn(Database.prototype, 'prepare');
  await composeFront('ar', NOON);
  const asked = prepare.mock.calls.map(([text]) => text).filter((text) => text.includes("<> 'none'"));
  prepare.mockRestore();
  const database = new Database(env.databaseFile, { readonly: true });
  const plan = (text: string) =>
    database.prepare(`explain query plan ${text}`).all(...Array.from(text.matchAll(/\?/g), () => null)) as {
      detail: string;
    }[];
  const steps = asked.map((text) =>
    plan(text)
      .map(({ detail }) => detail)
      .filter((detail) => /articles|own|TEMP/.test(detail)),
  );
  database.close();
  const front = expect.stringMatching(/^SEARCH articles USING INDEX articles_front /);
  expect(steps).toEqual([
    [front],
    [front],
    [
      'SEARCH articles USING INDEX articles_number_unique (number=?)',
      expect.stringMatching(/^SEARCH own USING (?:COVERING )?INDEX articles_front_section /),
      // Of the few stories that the page may show.
      'USE TEMP B-TREE FOR ORDER BY',
    ],
  ]);
});
