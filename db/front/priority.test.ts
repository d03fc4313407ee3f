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

it('does not give the lead to three words without a picture that came last', async () => {
  const report = await story(30);
  const line = await story(1, { headline: 'خبر من سطر' }, false);
  expect(await leadAt()).toBe(report);
  expect((await allAt())[1]).toBe(line);
});

it('gives the lead to the newest where no story has a picture', async () => {
  await story(30, {}, false);
  const newest = await story(1, {}, false);
  expect(await leadAt()).toBe(newest);
});

it('gives the lead to an important story for a day, however much comes after it', async () => {
  const important = await story(60, { priority: 'high' });
  for (let n = 0; n < 20; n++) await story(n);
  expect(await leadAt()).toBe(important);
  const end = after(LEADS_FOR_MS - 60 * MINUTE);
  expect(await leadAt(new Date(end.getTime() - 1))).toBe(important);
  expect(await leadAt(end)).not.toBe(important);
});

it('says when an important story stops leading, so that no kept page outlives it', async () => {
  await story(23 * 60, { priority: 'high' });
  expect(await getNextDueTime(NOON)).toEqual(after(60 * MINUTE));
});

it('asks for the next due time again when the priority of a published story changes', async () => {
  const id = await story(60);
  const before = await getVersions();
  await changeArticle(id, { priority: 'high' });
  expect((await getVersions()).due).toBeGreaterThan(before.due);
});

it('gives the lead to the newer of two important stories, and holds what is pinned above both', async () => {
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

it('never gives the lead to a brief, unless there is nothing else', async () => {
  const brief = await story(1, { priority: 'low' });
  expect(await leadAt()).toBe(brief);
  const report = await story(90, {}, false);
  expect(await leadAt()).toBe(report);
  expect(await allAt()).toContain(brief);
});

it('keeps a story that is only for its section off the front page, unless it is pinned', async () => {
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

it('fills the front page by indexes that leave out what is kept off it', async () => {
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
      .filter((detail) => /articles|TEMP/.test(detail)),
  );
  database.close();
  expect(steps).toHaveLength(3); // important, newest, newest of a section
  expect(steps.flat().filter((step) => !/INDEX articles_front(?:_section)? /.test(step))).toEqual([]);
});
