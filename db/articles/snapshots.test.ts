import { and, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EMPTY_DOC } from '#lib/body/doc.ts';
import { docFromLines } from '#lib/body/from-lines.ts';
import { docText } from '#lib/body/doc-text.ts';
import type { Person } from '#lib/people/can.ts';
import { db } from '#db/engine/client.ts';
import { getDraft, returnToAuthor, saveDraft, sendToDesk } from './drafts.ts';
import { recordRevision } from './record-revision.ts';
import { getRevision, listRevisions, restoreRevision } from './revisions.ts';
import { thinSnapshots } from './snapshots.ts';
import { mediaUsages, revisions } from '#db/tables/tables.ts';
import { addNewsroom, after, MINUTE, NOON } from '#db/testing/articles.ts';
import { write } from '#db/testing/desk.ts';
import { addTestPerson } from '#db/testing/staff.ts';

const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const words = (n: number, word = 'كلمة') =>
  docFromLines([Array.from({ length: n }, (_, at) => `${word}${at}`).join(' ')]);

let author: Person;
let editor: Person;
let id: string;

/** Saves a body as autosave does. */
async function save(lines: ReturnType<typeof words>, at: Date, person = author) {
  const { draft } = (await getDraft(id))!;
  const saved = await saveDraft(
    { articleId: id, content: { ...draft.content, body: lines }, version: draft.version },
    person,
    at,
  );
  expect(saved).not.toHaveProperty('fault');
}
const acts = async () => (await listRevisions(id)).map(({ act }) => act);
const newestText = async () => docText((await getRevision((await listRevisions(id))[0]!.id))!.content.body);

beforeAll(async () => {
  await addNewsroom();
  author = await addTestPerson('سلمى', 'author');
  editor = await addTestPerson('هدى', 'editor');
});

beforeEach(async () => {
  ({ id } = await write(author));
  await save(EMPTY_DOC, NOON);
  await db().delete(revisions).where(eq(revisions.articleId, id));
});

describe('autosave keeps a snapshot', () => {
  it('of a text that was deleted completely, which can be restored', async () => {
    await save(docFromLines(['خبر كُتب في أيام.']), after(MINUTE));
    await save(EMPTY_DOC, after(2 * MINUTE));
    expect(await acts()).toEqual(['auto']);
    const revisionId = (await listRevisions(id))[0]!.id;
    const { draft } = (await getDraft(id))!;
    await restoreRevision({ articleId: id, revisionId, version: draft.version }, author, after(3 * MINUTE));
    expect(docText((await getDraft(id))!.draft.content.body)).toBe('خبر كُتب في أيام.');
  });

  it('of a text that was replaced by another of the same length', async () => {
    await save(words(40), after(MINUTE));
    await save(words(40, 'أخرى'), after(MINUTE + 5000));
    expect(await newestText()).toContain('كلمة39');
  });

  it('when 200 words of a long text are deleted, but not when 15 are', async () => {
    await save(words(2000), after(MINUTE));
    const before = (await acts()).length;
    await save(words(1985), after(MINUTE + 5000));
    expect(await acts()).toHaveLength(before);
    await save(words(1780), after(MINUTE + 10_000));
    expect(await acts()).toHaveLength(before + 1);
    expect(await newestText()).toContain('كلمة1984');
  });

  it('of a text that is deleted in small steps, for a paragraph once a minute', async () => {
    await save(words(500), after(MINUTE));
    for (let left = 475, at = 1; left > 0; left -= 25, at += 1)
      await save(words(left), after(MINUTE + at * 5000));
    const kept = await Promise.all(
      (await listRevisions(id)).map(
        async (each) => docText((await getRevision(each.id))!.content.body).split(' ').length,
      ),
    );
    // The full text is kept, and there is no snapshot for every small step.
    expect(Math.max(...kept)).toBe(500);
    expect(kept.length).toBeLessThan(12);
  });

  it('every ten minutes of work', async () => {
    for (let minute = 1; minute <= 35; minute += 1) await save(words(10 + minute), after(minute * MINUTE));
    expect((await acts()).length).toBeGreaterThanOrEqual(3);
    expect((await acts()).length).toBeLessThanOrEqual(4);
  });

  it('before the first change of a session or of another editor', async () => {
    await save(words(30), after(MINUTE));
    await save(words(31), after(2 * MINUTE), editor);
    expect(await acts()).toEqual(['auto']);
    expect((await listRevisions(id))[0]).toMatchObject({ by: { name: 'سلمى' } });
    await save(words(32), after(2 * MINUTE + DAY), editor);
    expect(await acts()).toEqual(['auto', 'auto']);
    await save(words(33), after(2 * MINUTE + DAY + 3000), editor);
    expect(await acts()).toEqual(['auto', 'auto']);
  });

  it('only if the newest revision has another text', async () => {
    await save(words(30), after(MINUTE));
    await sendToDesk(id, author, after(2 * MINUTE));
    await sendToDesk(id, author, after(2 * MINUTE));
    expect(await acts()).toEqual(['send']);
    await save(words(5), after(3 * MINUTE), editor);
    expect(await acts()).toEqual(['send']);
    await returnToAuthor({ articleId: id, reason: 'أقصر' }, editor, after(4 * MINUTE));
  });

  it('and deletes the oldest ones above 150 per article', async () => {
    for (let at = 0; at < 160; at += 1) await save(words(40, `نص${at}x`), after(at * MINUTE));
    expect((await acts()).length).toBe(150);
  });
});

describe('thinSnapshots', () => {
  it('keeps all for a day, one an hour for a week, one a day for 30 days, and every manual revision', async () => {
    await db().delete(revisions);
    const { draft } = (await getDraft(id))!;
    const now = new Date(NOON.getTime() + 60 * DAY + HOUR / 2);
    const ago = (ms: number) => new Date(now.getTime() - ms);
    const times = [
      HOUR,
      HOUR + MINUTE,
      2 * DAY,
      2 * DAY + MINUTE,
      2 * DAY + 5 * HOUR,
      10 * DAY,
      10 * DAY + HOUR,
      31 * DAY,
      40 * DAY,
    ];
    await db().transaction(async (tx) => {
      for (const time of times)
        await recordRevision(
          tx,
          { articleId: id, act: 'auto', content: draft.content, userId: author.id },
          ago(time),
        );
      await recordRevision(
        tx,
        { articleId: id, act: 'save', content: draft.content, userId: author.id },
        ago(40 * DAY),
      );
    });
    expect(await thinSnapshots(now)).toBe(4);
    const kept = await db()
      .select({ act: revisions.act, at: revisions.createdAt })
      .from(revisions)
      .where(eq(revisions.articleId, id));
    expect(
      kept
        .filter(({ act }) => act === 'auto')
        .map(({ at }) => now.getTime() - at.getTime())
        .sort((a, b) => a - b),
    ).toEqual([HOUR, HOUR + MINUTE, 2 * DAY, 2 * DAY + 5 * HOUR, 10 * DAY]);
    expect(kept.filter(({ act }) => act === 'save')).toHaveLength(1);
    expect(await thinSnapshots(now)).toBe(0);
    expect(
      await db()
        .select()
        .from(mediaUsages)
        .where(and(eq(mediaUsages.usedIn, 'revision'))),
    ).toEqual([]);
  });
});
