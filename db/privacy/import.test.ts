import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '#db/engine/client.ts';
import { verifyDecisions } from '#db/moderation/chain.ts';
import { listMonthTotals } from '#db/moderation/totals.ts';
import { auditLog, authors, jobs, moderationDecisions, wordRules } from '#db/tables/tables.ts';
import { addNewsroom, DAY, NOON } from '#db/testing/articles.ts';
import { addTestPerson } from '#db/testing/staff.ts';
import { addWordRule } from '#db/moderation/word-rules.ts';
import { item, file, take, all, byBody, replaceArticles } from '#db/testing/wxr.ts';

let path: string;
beforeAll(addNewsroom);
beforeEach(async () => {
  ({ path } = await replaceArticles());
});

describe('comments imported from WordPress', () => {
  const threads = () =>
    file(
      item(path, [
        { id: 1 },
        { id: 2, parent: 1 },
        { id: 3, parent: 2, approved: '0' },
        { id: 4, approved: 'spam' },
        { id: 5, approved: 'trash' },
        { id: 6, approved: 'post-trashed' },
        { id: 7, type: 'pingback' },
        { id: 8, type: 'trackback' },
        { id: 9, type: 'note' },
        { id: 10, parent: 7 },
        { id: 12, parent: 13 },
        { id: 13, parent: 1 },
        { id: 14, parent: 999 },
        { id: 15, type: '' },
        { id: 16, content: ' <img src=x> ' },
        { id: 17, parent: 16 },
        { id: 18, parent: 19 },
        { id: 19, parent: 18 },
      ]),
    );

  it('keep threads, times and states; entries that no reader wrote are only counted', async () => {
    const report = await take(threads());
    expect(report).toMatchObject({
      imported: { approved: 10, pending: 1, spam: 1, trash: 2 },
      known: 0,
      held: 0,
      skipped: { pingback: 1, trackback: 1, note: 1, empty: 1 },
      unmatched: [],
    });
    const [one, two, three, twelve] = [
      await byBody('نص 1'),
      await byBody('نص 2'),
      await byBody('نص 3'),
      await byBody('نص 12'),
    ];
    expect(one).toMatchObject({
      parentId: null,
      threadId: one.id,
      depth: 0,
      name: 'أمل',
      createdAt: new Date('2026-11-22T08:00:00Z'),
      reviewedAt: one.createdAt,
      status: 'approved',
    });
    expect(two).toMatchObject({ parentId: one.id, threadId: one.id, depth: 1 });
    expect(three).toMatchObject({
      parentId: two.id,
      threadId: one.id,
      depth: 2,
      status: 'pending',
      reviewedAt: null,
    });
    expect(twelve).toMatchObject({ parentId: (await byBody('نص 13')).id, threadId: one.id, depth: 2 });
    for (const body of ['نص 10', 'نص 14', 'نص 17', 'نص 18'])
      expect(await byBody(body)).toMatchObject({ parentId: null, depth: 0 });
    expect(await byBody('نص 19')).toMatchObject({ parentId: (await byBody('نص 18')).id });
  });

  it('get a decision of the import rule in the chain, and queue no jobs', async () => {
    await db().delete(jobs);
    const chain = await verifyDecisions();
    await take(threads());
    const rows = await db()
      .select()
      .from(moderationDecisions)
      .where(eq(moderationDecisions.commentId, (await byBody('نص 4')).id));
    expect(rows.at(-1)).toMatchObject({
      rule: 'import',
      userId: null,
      fromStatus: null,
      toStatus: 'spam',
      createdAt: NOON,
    });
    expect(await verifyDecisions(5)).toMatchObject({ ok: true, count: (chain.ok ? chain.count : 0) + 14 });
    expect(await db().select().from(jobs)).toEqual([]);
    expect(
      (await listMonthTotals({ now: new Date('2026-12-20'), timeZone: 'UTC', months: 1 }))[0]?.to ?? {},
    ).toEqual({});
    expect(
      (await db().select().from(auditLog).where(eq(auditLog.action, 'comments.imported'))).at(-1),
    ).toMatchObject({ userId: null });
  });

  it('are imported once in repeated runs, under any spelling of the source site; new ones are added later', async () => {
    await take(threads());
    const before = await all();
    const again = await take(
      threads().replace('https://old.example', 'http://www.OLD.example/'),
      new Date(NOON.getTime() + DAY),
    );
    expect(again).toMatchObject({ imported: {}, known: 14 });
    expect(await all()).toEqual(before);
    expect((await take(file(item(path, [{ id: 1 }, { id: 20, parent: 1 }])))).imported).toEqual({
      approved: 1,
    });
    expect(await byBody('نص 20')).toMatchObject({ parentId: (await byBody('نص 1')).id });
  });

  it('are only counted in a dry run', async () => {
    const decisions = await db().$count(moderationDecisions);
    expect(await take(threads(), NOON, true)).toMatchObject({
      imported: { approved: 10, pending: 1, spam: 1, trash: 2 },
      known: 0,
    });
    expect([await all(), await db().$count(moderationDecisions)]).toEqual([[], decisions]);
    await take(file(item(path, [{ id: 1 }])));
    expect(await take(threads(), NOON, true)).toMatchObject({ imported: { approved: 9 }, known: 1 });
  });

  it('pass the rules of the form: HTML and hidden characters are removed, and what the form would reject waits', async () => {
    await db()
      .insert(authors)
      .values({ id: 'a', slug: 'huda', nameAr: 'هدى الكاتبة', nameEn: '', bioAr: '', bioEn: '' })
      .onConflictDoNothing();
    const report = await take(
      file(
        item(path, [
          {
            id: 1,
            content:
              '<p>أهلًا <b>بكم</b></p><script>x</script>\u202Eقلب\u0001 <a href="https://a.example/">هنا</a> ]]]]><![CDATA[> نهاية',
          },
          { id: 2, author: 'هدى الكاتبة', content: 'ثان' },
          { id: 3, content: 'ط'.repeat(2001) },
          { id: 4, content: 'ط'.repeat(20_001) },
          { id: 5, author: 'canary-name@birds.example', content: 'خامس' },
          { id: 6, author: 'O&#039;Neil ✓', content: 'سادس' },
          { id: 7, author: '', content: 'سابع' },
          { id: 8, author: 'هدى الكاتبة', approved: 'spam', content: 'ثامن' },
        ]),
      ),
    );
    expect(report).toMatchObject({
      imported: { approved: 4, pending: 2, spam: 1 },
      held: 2,
      skipped: { tooLong: 1 },
    });
    expect((await all()).map(({ body }) => body)).toContain(
      'أهلًا **بكم**\n\nقلب هنا (https://a.example/) ]]> نهاية',
    );
    expect(await byBody('ثان')).toMatchObject({ name: 'هدى الكاتبة', status: 'pending' });
    expect([(await byBody('خامس')).name, (await byBody('سادس')).name, (await byBody('سابع')).name]).toEqual([
      'معلّق',
      "O'Neil",
      'معلّق',
    ]);
  });

  it('that are pending are scored like those of the form and wait at any score; decided ones are not scored', async () => {
    const advert = 'قروض سريعة لكل الناس، راسلنا على واتساب 0912345678 أو https://bit.ly/x';
    await addWordRule({ word: 'قروض', mode: 'exact', level: 'banned' }, await addTestPerson('هدى', 'editor'));
    await take(
      file(
        item(path, [
          { id: 1, content: advert, approved: '0' },
          { id: 2, content: 'سؤال هادئ عن موعد السوق', approved: '0' },
          { id: 3, content: `${advert} أيضًا`, approved: 'spam' },
        ]),
      ),
    );
    const [waiting, quiet, spam] = await Promise.all([
      byBody(advert),
      byBody('سؤال هادئ عن موعد السوق'),
      byBody(`${advert} أيضًا`),
    ]);
    expect(waiting).toMatchObject({ status: 'pending', reviewedAt: null });
    expect(waiting.score).toBeGreaterThanOrEqual(70);
    expect(waiting.signals.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['bannedWord', 'linkShortener', 'phoneNumber']),
    );
    expect(quiet).toMatchObject({ status: 'pending', score: 0 });
    expect(spam).toMatchObject({ status: 'spam', score: 0, signals: [] });
    await db().delete(wordRules);
  });

  it('without a time get that of their item, and none is in the future', async () => {
    await take(
      file(
        item(path, [
          { id: 1, date: '0000-00-00 00:00:00' },
          { id: 2, date: '2031-01-01 00:00:00' },
        ]),
      ),
    );
    expect([(await byBody('نص 1')).createdAt, (await byBody('نص 2')).createdAt]).toEqual([
      new Date('2026-11-20T08:00:00Z'),
      NOON,
    ]);
  });

  it('are imported completely in several batches', async () => {
    const many = Array.from({ length: 1203 }, (_, n) => ({
      id: n + 1,
      parent: n === 0 ? 0 : Math.ceil(n / 2),
    }));
    expect((await take(file(item(path, many)))).imported).toEqual({ approved: 1203 });
    const rows = await all();
    expect(rows.filter(({ depth }) => depth === 0)).toHaveLength(1);
    expect(new Set(rows.map(({ threadId }) => threadId)).size).toBe(1);
  });
});
