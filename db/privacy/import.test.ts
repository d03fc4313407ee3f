import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NotAllowed } from '#lib/people/can.ts';
import { readWxr } from '#lib/wordpress/read-wxr.ts';
import { db } from '#db/engine/client.ts';
import { openAddresses } from '#db/privacy/addresses/open.ts';
import { verifyDecisions } from '#db/moderation/chain.ts';
import { exportComments } from './export.ts';
import { importComments } from './import.ts';
import { listMonthTotals } from '#db/moderation/totals.ts';
import { keepOnlyWhatIsNeeded } from './retention.ts';
import {
  articles,
  auditLog,
  authors,
  commentContacts,
  comments,
  jobs,
  moderationDecisions,
  redirects,
  sections,
  wordRules,
} from '#db/tables/tables.ts';
import { addComment, addNewsroom, DAY, NOON, publish } from '#db/testing/articles.ts';
import { addTestPerson } from '#db/testing/staff.ts';
import { addWordRule } from '#db/moderation/word-rules.ts';

type Given = {
  id: number;
  parent?: number;
  author?: string;
  email?: string;
  date?: string;
  content?: string;
  approved?: string;
  type?: string;
};
const IP = '203.0.113.77';
const comment = ({
  id,
  parent = 0,
  author = 'أمل',
  email = '',
  date = '2026-11-22 08:00:00',
  content = `نص ${id}`,
  approved = '1',
  type = 'comment',
}: Given) => `<wp:comment>
<wp:comment_id>${id}</wp:comment_id><wp:comment_author><![CDATA[${author}]]></wp:comment_author><wp:comment_author_email><![CDATA[${email}]]></wp:comment_author_email>
<wp:comment_author_url>https://spam.example/</wp:comment_author_url><wp:comment_author_IP><![CDATA[${IP}]]></wp:comment_author_IP>
<wp:comment_date><![CDATA[${date}]]></wp:comment_date><wp:comment_date_gmt><![CDATA[${date}]]></wp:comment_date_gmt>
<wp:comment_content><![CDATA[${content}]]></wp:comment_content><wp:comment_approved><![CDATA[${approved}]]></wp:comment_approved>
<wp:comment_type><![CDATA[${type}]]></wp:comment_type><wp:comment_parent>${parent}</wp:comment_parent><wp:comment_user_id>0</wp:comment_user_id></wp:comment>`;
const item = (
  link: string,
  given: Given[],
  slug = '',
) => `<item><title>خبر</title><link>${link}</link><wp:post_id>9</wp:post_id><wp:post_date_gmt>2026-11-20 08:00:00</wp:post_date_gmt>
<wp:post_name><![CDATA[${slug}]]></wp:post_name>${given.map(comment).join('\n')}</item>`;
const file = (
  ...items: string[]
) => `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
<wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://old.example</wp:base_blog_url>${items.join('\n')}</channel></rss>`;

const take = (text: string, now = NOON, isDry = false) =>
  importComments(readWxr([Buffer.from(text)]), { isDry }, now);
const all = () => db().select().from(comments).orderBy(comments.createdAt, comments.id);
const byBody = async (body: string) => (await all()).find((each) => each.body === body)!;
async function exported(
  asked: Parameters<typeof exportComments>[0] = {},
  actor: Parameters<typeof exportComments>[1] = null,
): Promise<string> {
  const result = await exportComments(asked, actor, NOON);
  if ('fault' in result) return result.fault;
  let text = '';
  for await (const piece of result.file) text += piece;
  return text;
}

let number: number;
let path: string;
beforeAll(addNewsroom);
beforeEach(async () => {
  await db().delete(comments);
  await db().delete(articles);
  const article = await publish({ headline: 'سوق السمك يعود' });
  number = article.number;
  path = `https://midad.example/local/${number}/x`;
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

describe('the article of an item', () => {
  const matched = async (link: string, slug = '') =>
    (await take(file(item(link, [{ id: 1 }], slug)), NOON, true)).unmatched.length === 0;

  it('is found by its number, its slug or a redirect', async () => {
    expect(await matched(`https://midad.example/local/${number}/غيره`)).toBe(true);
    expect(await matched(`https://midad.example/en/local/${number}`)).toBe(true);
    expect(await matched(`https://midad.example/n/${number}`)).toBe(true);
    expect(
      await matched(
        'https://old.example/?p=9',
        '%d8%b3%d9%88%d9%82-%d8%a7%d9%84%d8%b3%d9%85%d9%83-%d9%8a%d8%b9%d9%88%d8%af',
      ),
    ).toBe(true);
    expect(
      await matched(
        'https://old.example/2024/05/%d8%b3%d9%88%d9%82-%d8%a7%d9%84%d8%b3%d9%85%d9%83-%d9%8a%d8%b9%d9%88%d8%af/',
      ),
    ).toBe(true);
    await db()
      .insert(redirects)
      .values([
        { id: 'r1', fromPath: '/2020/01/old', toPath: '/older', isAutomatic: false, createdAt: NOON },
        { id: 'r2', fromPath: '/older', toPath: `/local/${number}/x`, isAutomatic: false, createdAt: NOON },
      ]);
    expect(await matched('https://old.example/2020/01/old/')).toBe(true);
  });

  it('is not guessed from a number of another site, an ambiguous slug or an unknown address', async () => {
    expect(await matched(`https://old.example/2024/${number}/other`)).toBe(false);
    expect(await matched('https://old.example/?p=1')).toBe(false);
    expect(await matched('not an address', '%E0%A4%A')).toBe(false);
    await publish({ headline: 'سوق السمك يعود' });
    expect(await matched('https://old.example/x', 'سوق-السمك-يعود')).toBe(false);
    expect(
      await take(file(item('https://old.example/y', [{ id: 1 }, { id: 2 }, { id: 3, type: 'pingback' }]))),
    ).toMatchObject({
      imported: {},
      unmatchedComments: 2,
      unmatched: [{ title: 'خبر', link: 'https://old.example/y', comments: 2 }],
    });
  });
});

describe('an imported address', () => {
  const EMAIL = 'Canary-Import@birds.example';

  it('is stored encrypted with the time of its comment, without a network, and nowhere else', async () => {
    await take(
      file(
        item(path, [
          { id: 1, email: EMAIL },
          { id: 2, email: 'لا شيء' },
        ]),
      ),
    );
    const { id, createdAt } = await byBody('نص 1');
    expect(await db().select().from(commentContacts)).toMatchObject([
      { commentId: id, networkIndex: null, networkExpiresAt: null, createdAt },
    ]);
    expect(await openAddresses([id])).toEqual(new Map([[id, EMAIL.toLowerCase()]]));
    for (const table of [
      articles,
      sections,
      comments,
      commentContacts,
      moderationDecisions,
      auditLog,
      jobs,
    ]) {
      expect(JSON.stringify(await db().select().from(table))).not.toMatch(/birds|canary|203\.0\.113/i);
    }
  });

  it('is not stored if its time was over, and is removed when its time is over', async () => {
    const old = await publish({ headline: 'قديم' }, new Date(NOON.getTime() - 61 * DAY));
    const report = await take(
      file(
        item(path, [
          { id: 1, email: EMAIL },
          { id: 2, email: EMAIL, date: '2026-09-01 08:00:00' },
        ]),
        item(`https://x.example/n/${old.number}`, [{ id: 3, email: EMAIL }]),
      ),
    );
    expect(report.addresses).toEqual({ kept: 1, tooOld: 2 });
    expect((await keepOnlyWhatIsNeeded(NOON)).addresses).toBe(0);
    expect((await keepOnlyWhatIsNeeded(new Date(NOON.getTime() + 61 * DAY))).addresses).toBe(1);
  });
});

describe('an export', () => {
  const source = () =>
    file(
      item(path, [
        {
          id: 1,
          email: 'canary-out@birds.example',
          content: '<b>قال</b>:\n<blockquote>نص &lt;i&gt; ]]]]><![CDATA[></blockquote>رد',
        },
        { id: 2, parent: 1, content: 'رد أول\nسطر\n\nفقرة' },
        { id: 3, parent: 2, approved: '0' },
        { id: 4, approved: 'spam' },
        { id: 5, approved: 'trash' },
      ]),
    );
  const shape = async () =>
    (await all()).map(
      ({ id, parentId, threadId, depth, name, body, bodyKey, status, createdAt, articleId }) => ({
        id,
        parentId,
        threadId,
        depth,
        name,
        body,
        bodyKey,
        status,
        createdAt,
        articleId,
      }),
    );

  it('without personal data contains none, and can be imported again as the same comments', async () => {
    await take(source());
    const one = await byBody('نص 3');
    await addComment(one.articleId, {
      name: 'هدى الكاتبة',
      body: 'مرفوض **و',
      status: 'rejected',
      reasonCode: 'private',
      createdAt: new Date('2026-11-22T09:00:00Z'),
    });
    await addComment(one.articleId, {
      body: '',
      status: 'withdrawn',
      createdAt: new Date('2026-11-22T10:00:00Z'),
    });
    const text = await exported();
    expect(text).not.toMatch(/birds|canary|203\.0\.113|@/i);
    const before = await shape();
    expect(await take(text)).toMatchObject({ imported: {}, known: 7, unmatched: [] });
    expect(await shape()).toEqual(before);
    await db().delete(comments);
    expect((await take(text)).imported).toEqual({
      approved: 2,
      pending: 1,
      spam: 1,
      trash: 1,
      rejected: 1,
      withdrawn: 1,
    });
    expect((await shape()).map((each) => ({ ...each, bodyKey: '' }))).toEqual(
      before.map((each) => ({ ...each, bodyKey: '' })),
    );
    expect((await exported()).replace(/<wp:comment_id>\d+/g, '')).toBe(
      text.replace(/<wp:comment_id>\d+/g, ''),
    );
  });

  it('does not contain the words of withdrawn comments', async () => {
    await take(source());
    const { id } = await byBody('نص 3');
    await db().update(comments).set({ status: 'withdrawn' }).where(eq(comments.id, id));
    const text = await exported();
    expect(text).toContain(id);
    expect(text).not.toContain('نص 3');
  });

  it('with personal data contains the addresses, and a log row says who exported them and why', async () => {
    await take(source());
    const editor = await addTestPerson('عمر', 'editor');
    expect(await exported({ personalData: { reason: 'طلب قضائي' } }, editor)).toContain(
      'canary-out@birds.example',
    );
    await exported({ article: number, personalData: { reason: 'x' } });
    const rows = await db()
      .select()
      .from(auditLog)
      .where(eq(auditLog.action, 'comments.exportedWithPersonalData'))
      .orderBy(auditLog.id);
    expect(rows).toMatchObject([
      { userId: editor.id, detail: { article: null, reason: 'طلب قضائي' } },
      { userId: null, detail: { article: number } },
    ]);
    expect(JSON.stringify(rows)).not.toContain('birds');
    await expect(exportComments({}, { ...editor, role: 'moderator' })).rejects.toThrow(NotAllowed);
  });

  it('can be limited to one article', async () => {
    await take(source());
    const other = await publish({ headline: 'آخر' });
    await addComment(other.id, { body: 'كلام آخر' });
    expect(await exported({ article: other.number })).toContain('كلام آخر');
    expect(await exported({ article: other.number })).not.toContain('رد أول');
    expect(await exported({ article: 999_999 })).toBe('noArticle');
    expect(await exported()).toMatch(/رد أول[\s\S]*كلام آخر/);
  });
});
