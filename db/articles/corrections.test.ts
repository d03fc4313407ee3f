import { desc, eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { NotAllowed, type Person } from '#lib/people/can.ts';
import { retractArticle } from './acts.ts';
import { getArticle } from './articles.ts';
import { db } from '#db/engine/client.ts';
import {
  amendCorrection,
  correctArticle,
  correctionStamp,
  publishAgain,
  publishCorrected,
  removeCorrection,
} from './corrections.ts';
import { getDraft } from './drafts.ts';
import { listRevisions } from './revisions.ts';
import { articles, auditLog, corrections, mediaUsages } from '#db/tables/tables.ts';
import { addNewsroom, after, NOON, publish } from '#db/testing/articles.ts';
import { publishNow, type, write } from '#db/testing/desk.ts';
import { addTestPerson } from '#db/testing/staff.ts';

let editor: Person;
let author: Person;

beforeAll(async () => {
  await addNewsroom();
  editor = await addTestPerson('هدى', 'editor');
  author = await addTestPerson('سلمى', 'author');
});

describe('corrections', () => {
  it('can be added, changed and removed, each with a line in the audit log', async () => {
    const { id, number } = await publish();
    const done = await correctArticle(
      { articleId: id, kind: 'correction', text: ' الصواب 12 ' },
      editor,
      after(1),
    );
    if ('fault' in done) throw new Error(done.fault);
    expect(await getArticle(number, after(1))).toMatchObject({
      revisedAt: after(1),
      corrections: [{ kind: 'correction', text: 'الصواب 12' }],
    });
    const seen = { id: done.correction.id, articleId: id, stamp: correctionStamp(done.correction) };
    const amended = await amendCorrection(
      { ...seen, kind: 'clarification', text: 'الصواب 13' },
      editor,
      after(2),
    );
    if ('fault' in amended) throw new Error(amended.fault);
    // A stamp from before the change is rejected.
    expect(await amendCorrection({ ...seen, text: 'الصواب 14' }, editor, after(2))).toMatchObject({
      fault: 'stale',
    });
    expect(await removeCorrection(seen, editor, after(2))).toMatchObject({ fault: 'stale' });
    expect(await db().select().from(corrections).where(eq(corrections.articleId, id))).toMatchObject([
      { kind: 'clarification', text: 'الصواب 13', publishedAt: after(1) },
    ]);
    expect(
      await removeCorrection(
        { ...seen, articleId: 'another', stamp: correctionStamp(amended.correction) },
        editor,
        after(3),
      ),
    ).toEqual({ fault: 'gone' });
    await removeCorrection({ ...seen, stamp: correctionStamp(amended.correction) }, editor, after(3));
    expect(await db().select().from(corrections).where(eq(corrections.articleId, id))).toEqual([]);
    const log = await db()
      .select({ action: auditLog.action, after: auditLog.after })
      .from(auditLog)
      .where(eq(auditLog.subject, id))
      .orderBy(auditLog.id);
    expect(log.map(({ action }) => action)).toEqual([
      'article.corrected',
      'article.correctionAmended',
      'article.correctionRemoved',
    ]);
    expect((await listRevisions(id))[0]).toMatchObject({ act: 'correct', note: 'الصواب 12' });
  });

  it.each([
    ['keep', [{ kind: 'retraction', text: 'سُحب لعدم دقة مصدره' }]],
    ['remove', []],
    ['replace', [{ kind: 'clarification', text: 'عاد بعد التحقق' }]],
  ] as const)(
    'of a retraction follow the choice %s when the article is published again',
    async (fate, left) => {
      const { id } = await write(editor, { headline: `خبر سُحب ${fate}` });
      await publishNow(id, editor, NOON);
      await retractArticle({ articleId: id, text: 'سُحب لعدم دقة مصدره' }, editor, after(1));
      const { draft } = (await getDraft(id))!;
      const notice = fate === 'replace' ? { fate, text: ' عاد بعد التحقق ' } : { fate };
      expect(
        await publishAgain({ articleId: id, version: draft.version, notice }, editor, after(2)),
      ).toMatchObject({ article: { status: 'published' } });
      expect(
        await db()
          .select({ kind: corrections.kind, text: corrections.text })
          .from(corrections)
          .where(eq(corrections.articleId, id)),
      ).toEqual(left);
      expect(await publishAgain({ articleId: id, version: draft.version, notice }, editor, after(3))).toEqual(
        {
          fault: 'state',
        },
      );
    },
  );

  it('are published together with the corrected text, or neither is', async () => {
    const { id } = await write(editor, { headline: 'يزور الوزير درنة الأحد' });
    await publishNow(id, editor, NOON);
    const { version } = await type(id, editor, { headline: 'يزور الوزير درنة السبت' }, after(1));
    const kept = async () => ({
      article: (
        await db()
          .select({ headline: articles.headline, version: articles.version })
          .from(articles)
          .where(eq(articles.id, id))
      )[0],
      notes: await db()
        .select({ text: corrections.text })
        .from(corrections)
        .where(eq(corrections.articleId, id)),
      draft: (await getDraft(id))?.draft.isAhead,
    });
    const order = { articleId: id, version, kind: 'correction' as const, text: 'الزيارة يوم السبت.' };
    const before = await kept();
    await db().run(
      sql`create trigger no_notes before insert on corrections begin select raise(abort, 'no notes'); end`,
    );
    await expect(publishCorrected(order, editor, after(2))).rejects.toThrow();
    expect(await kept()).toEqual(before);
    await db().run(sql`drop trigger no_notes`);
    await db().run(
      sql`create trigger no_texts before update of headline on articles begin select raise(abort, 'no texts'); end`,
    );
    await expect(publishCorrected(order, editor, after(2))).rejects.toThrow();
    expect(await kept()).toEqual(before);
    await db().run(sql`drop trigger no_texts`);

    expect(await publishCorrected({ ...order, version: version - 1 }, editor, after(2))).toMatchObject({
      fault: 'conflict',
    });
    expect(await publishCorrected({ ...order, text: ' ' }, editor, after(2))).toEqual({ fault: 'text' });
    await expect(publishCorrected(order, author, after(2))).rejects.toThrow(NotAllowed);
    expect(await kept()).toEqual(before);

    expect(await publishCorrected(order, editor, after(2))).toMatchObject({
      article: { headline: 'يزور الوزير درنة السبت' },
      correction: { text: 'الزيارة يوم السبت.' },
    });
    expect(await kept()).toMatchObject({
      article: { headline: 'يزور الوزير درنة السبت' },
      notes: [{ text: 'الزيارة يوم السبت.' }],
      draft: false,
    });
    expect((await listRevisions(id)).map(({ act }) => act)).toEqual(['correct', 'update', 'publish']);
    const log = await db()
      .select()
      .from(auditLog)
      .where(eq(auditLog.subject, id))
      .orderBy(desc(auditLog.id))
      .limit(2);
    expect(log.map(({ action }) => action)).toEqual(['article.corrected', 'article.updated']);
    expect(log[0]!.actId).toBe(log[1]!.actId);
  });

  it('are rejected for drafts', async () => {
    const { id, version } = await write(editor);
    expect(
      await publishCorrected({ articleId: id, version, kind: 'update', text: 'س' }, editor, NOON),
    ).toEqual({ fault: 'state' });
    expect(await correctArticle({ articleId: id, kind: 'update', text: 'س' }, editor, NOON)).toEqual({
      fault: 'state',
    });
    expect(await db().select().from(mediaUsages).where(eq(mediaUsages.subjectId, id))).toEqual([]);
    expect(await db().select({ status: articles.status }).from(articles).where(eq(articles.id, id))).toEqual([
      { status: 'draft' },
    ]);
  });
});
