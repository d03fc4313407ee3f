import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { docFromLines } from '#lib/body/from-lines.ts';
import type { Person } from '#lib/people/can.ts';
import { env } from '#lib/env.ts';
import { runProcess } from '#lib/testing/process.ts';
import { cancelSchedule, retractArticle, unpublishArticle } from './acts.ts';
import { getArticle } from './articles.ts';
import { endBreaking, setBreaking } from '#db/front/breaking.ts';
import { db } from '#db/engine/client.ts';
import { getNextDueTime } from '#db/front/next-change.ts';
import { getDraft } from './drafts.ts';
import { moveArticle, tagArticle } from './bulk.ts';
import { getRevision, listRevisions } from './revisions.ts';
import { applyDueRevisions, getScheduledRevision, isInWaiting } from './scheduled.ts';
import { auditLog, revisions, scheduledRevisions } from '#db/tables/tables.ts';
import { addNewsroom, after, MINUTE, NOON } from '#db/testing/articles.ts';
import { publishNow, sectionId, type, write } from '#db/testing/desk.ts';
import { addTestPerson } from '#db/testing/staff.ts';

let editor: Person;

beforeAll(async () => {
  await addNewsroom();
  editor = await addTestPerson('هدى', 'editor');
});

/** A published article with a new text that is scheduled for `due`. */
async function waiting(due: Date) {
  const { id } = await write(editor, { headline: 'الصيغة القائمة' });
  const { article } = await publishNow(id, editor);
  await type(id, editor, { headline: 'الصيغة المنتظرة' });
  expect(await publishNow(id, editor, after(1), due)).toMatchObject({ scheduledAt: due });
  return { id, number: article.number };
}

const headline = async (number: number, now: Date) => (await getArticle(number, now))?.headline;

it('replaces the text of a published article at the scheduled time, with times, draft and revision', async () => {
  const { id, number } = await waiting(after(MINUTE));
  expect(await getNextDueTime(after(2))).toEqual(after(MINUTE));
  await applyDueRevisions(after(MINUTE - 1));
  expect(await headline(number, after(MINUTE - 1))).toBe('الصيغة القائمة');
  expect((await getDraft(id))?.draft.isAhead).toBe(true);
  await applyDueRevisions(after(MINUTE + 500));
  expect(await getArticle(number, after(MINUTE + 500))).toMatchObject({
    headline: 'الصيغة المنتظرة',
    publishedAt: NOON,
    revisedAt: after(MINUTE),
  });
  expect((await getDraft(id))?.draft.isAhead).toBe(false);
  expect((await listRevisions(id)).map(({ act }) => act)).toEqual(['update', 'schedule', 'publish']);
  expect(await getScheduledRevision(id)).toBeUndefined();
});

it('keeps later changes in the working copy', async () => {
  const { id, number } = await waiting(after(MINUTE));
  await type(id, editor, { headline: 'صيغة ثالثة' });
  await applyDueRevisions(after(MINUTE));
  expect(await headline(number, after(MINUTE))).toBe('الصيغة المنتظرة');
  expect((await getDraft(id))?.draft).toMatchObject({ isAhead: true, content: { headline: 'صيغة ثالثة' } });
});

it('discards the scheduled text on publishing, cancelling, unpublishing and retracting', async () => {
  const now = await waiting(after(MINUTE));
  await type(now.id, editor, { body: docFromLines(['الآن.']) });
  await publishNow(now.id, editor, after(2));
  const [off, back, gone] = [
    await waiting(after(MINUTE)),
    await waiting(after(MINUTE)),
    await waiting(after(MINUTE)),
  ];
  expect(await cancelSchedule({ articleId: off.id }, editor, after(2))).toMatchObject({
    article: { status: 'published' },
  });
  await unpublishArticle({ articleId: back.id }, editor, after(2));
  await retractArticle({ articleId: gone.id, text: 'سُحب' }, editor, after(2));
  for (const { id } of [now, off, back, gone]) expect(await getScheduledRevision(id)).toBeUndefined();
  await applyDueRevisions(after(MINUTE));
  expect(await headline(off.number, after(MINUTE))).toBe('الصيغة القائمة');
});

it('applies the text once when several processes run at the same time', async () => {
  const { id, number } = await waiting(after(MINUTE));
  const code = `const { applyDueRevisions } = await import('#db/articles/scheduled.ts'); await applyDueRevisions(new Date(${after(MINUTE).getTime()}));`;
  await Promise.all([
    runProcess(code, env.dataDir),
    runProcess(code, env.dataDir),
    applyDueRevisions(after(MINUTE)),
    applyDueRevisions(after(MINUTE)),
  ]);
  expect(await headline(number, after(MINUTE))).toBe('الصيغة المنتظرة');
  expect((await listRevisions(id)).filter(({ act }) => act === 'update')).toHaveLength(1);
  const log = await db().select({ action: auditLog.action }).from(auditLog).where(eq(auditLog.subject, id));
  expect(log.filter(({ action }) => action === 'article.updated')).toHaveLength(1);
});

it('keeps the breaking state, section and tags that the desk changed in the meantime', async () => {
  const { id, number } = await waiting(after(MINUTE));
  await setBreaking({ articleId: id, until: after(10 * MINUTE) }, editor, after(2));
  await moveArticle({ articleId: id, sectionId: await sectionId('world') }, editor, after(3));
  await tagArticle({ articleId: id, tag: 'وسم لاحق' }, editor, after(4));
  await endBreaking(id, editor, after(5));
  await applyDueRevisions(after(MINUTE));
  expect(await getArticle(number, after(MINUTE))).toMatchObject({
    headline: 'الصيغة المنتظرة',
    sectionSlug: 'world',
    breakingUntil: null,
    tags: [{ name: 'نقل' }, { name: 'وسم لاحق' }],
  });
  expect((await getDraft(id))?.draft).toMatchObject({ isAhead: false, userId: editor.id });
});

it('keeps the article’s section if the section of the scheduled text was removed', async () => {
  const { id, number } = await waiting(after(MINUTE));
  const [row] = await db()
    .select({ revisionId: scheduledRevisions.revisionId })
    .from(scheduledRevisions)
    .where(eq(scheduledRevisions.articleId, id));
  const { content } = (await getRevision(row!.revisionId))!;
  await db()
    .update(revisions)
    .set({ content: { ...content, sectionId: '018f4e66-0000-7000-8000-000000000000' } })
    .where(eq(revisions.id, row!.revisionId));
  await applyDueRevisions(after(MINUTE));
  expect(await getArticle(number, after(MINUTE))).toMatchObject({
    headline: 'الصيغة المنتظرة',
    sectionSlug: 'local',
  });
});

it('reports whether the working copy equals the scheduled text', async () => {
  const { id } = await waiting(after(MINUTE));
  const says = async () => isInWaiting(id, (await getDraft(id))!.draft.content);
  expect(await says()).toBe(true);
  await type(id, editor, { headline: 'صيغة بعدها' });
  expect(await says()).toBe(false);
  await publishNow(id, editor, after(3), after(2 * MINUTE));
  expect(await says()).toBe(true);
});
