import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '#lib/people/can.ts';
import { db } from '#db/engine/client.ts';
import { listBreaking, setBreaking } from '#db/front/breaking.ts';
import { pinStory, readSlots } from '#db/front/slots.ts';
import { articles, drafts, frontSlots } from '#db/tables/tables.ts';
import { addNewsroom, after, DAY, MINUTE, NOON } from '#db/testing/articles.ts';
import { publishNow, write } from '#db/testing/desk.ts';
import { addTestPerson } from '#db/testing/staff.ts';
import { cancelSchedule, retractArticle, unpublishArticle } from './acts.ts';
import { publishAgain } from './corrections.ts';
import { publishDraft } from './publish-draft.ts';

let editor: Person;

beforeAll(async () => {
  await addNewsroom();
  editor = await addTestPerson('هدى', 'editor');
});

async function published(at?: Date): Promise<string> {
  const { id } = await write(editor);
  await publishNow(id, editor, NOON, at);
  return id;
}

const retract = (articleId: string) =>
  retractArticle({ articleId, text: 'سُحب الخبر.' }, editor, after(MINUTE));
const unpublish = (articleId: string) => unpublishArticle({ articleId }, editor, after(MINUTE));

describe('an act that hides a breaking story', () => {
  const breakingUntil = async (id: string) =>
    (await db().select().from(articles).where(eq(articles.id, id)))[0]!.breakingUntil;

  it.each([
    ['a retraction', retract],
    ['unpublishing', unpublish],
  ])('ends its breaking line: %s', async (_name, act) => {
    const id = await published();
    await setBreaking({ articleId: id, until: after(DAY) }, editor, NOON);
    expect(await breakingUntil(id)).toEqual(after(DAY));
    expect(await act(id)).toHaveProperty('article');
    expect(await breakingUntil(id)).toBeNull();
    expect(await listBreaking('ar', after(MINUTE))).toEqual([]);
  });

  it.each([
    ['a retraction', retract],
    ['unpublishing', unpublish],
  ])('leaves no breaking line for when the story is published again: %s', async (_name, act) => {
    const id = await published();
    await setBreaking({ articleId: id, until: after(DAY) }, editor, NOON);
    await act(id);
    const [draft] = await db().select().from(drafts).where(eq(drafts.articleId, id));
    expect(draft!.content.breakingUntil).toBeNull();
    const version = draft!.version;
    const now = after(2 * MINUTE);
    expect(
      act === retract
        ? await publishAgain({ articleId: id, version, notice: { fate: 'remove' } }, editor, now)
        : await publishDraft({ articleId: id, version }, editor, now),
    ).not.toHaveProperty('fault');
    expect(await breakingUntil(id)).toBeNull();
    expect(await listBreaking('ar', now)).toEqual([]);
  });
});

describe('an act that hides a pinned story', () => {
  const pins = () => db().select().from(frontSlots);
  const pin = async (articleId: string) => {
    const { stamp } = await readSlots('ar', NOON);
    const placing = { locale: 'ar', place: 'lead', from: '', expiresAt: null, stamp } as const;
    expect(await pinStory({ ...placing, articleId }, editor, NOON)).toHaveProperty('place');
    expect(await pins()).toHaveLength(1);
  };

  it.each([
    ['a retraction', retract, undefined],
    ['unpublishing', unpublish, undefined],
    ['a cancelled schedule', (articleId: string) => cancelSchedule({ articleId }, editor, NOON), after(DAY)],
  ])('frees its place on the front page: %s', async (_name, act, at) => {
    const id = await published(at);
    await pin(id);
    expect(await act(id)).toHaveProperty('article');
    expect(await pins()).toEqual([]);
  });
});
