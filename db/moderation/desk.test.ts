import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NotAllowed, type Person } from '#lib/people/can.ts';
import { shingleSignature } from '#lib/comments/similarity.ts';
import { db } from '#db/engine/client.ts';
import { findCommentByAddress } from '#db/privacy/addresses/find.ts';
import { getMaskedAddresses } from '#db/privacy/addresses/open.ts';
import { listDecisions } from './history.ts';
import { featureComment, unfeatureComment } from './picks.ts';
import { newId } from '#db/engine/ids.ts';
import { decideMany, undoBatch } from './batch.ts';
import { countQueues, listQueue, type Cursor, type QueueFilter, type QueueOrder } from './queue.ts';
import { approveComment, markSpam, rejectComment, restoreComment } from './moderate.ts';
import { undoDecision } from './undo.ts';
import { getQueueContext } from './queue-context.ts';
import { replyAsStaff } from './staff-reply.ts';
import { commentReports, comments, jobs, moderationDecisions, writerNotes } from '#db/tables/tables.ts';
import { addHeldComment } from '#db/testing/comments.ts';
import { addTestArticle, addTestPerson, AT } from '#db/testing/staff.ts';

const later = (seconds: number) => new Date(AT.getTime() + seconds * 1000);
import { getWriterHistories, noteOnWriter } from './writers.ts';

let salma: Person;
let omar: Person;
let writer: Person;
let articleId: string;

const read = async (id: string) => (await db().select().from(comments).where(eq(comments.id, id)))[0]!;
const bodies = async (filter: QueueFilter, order: QueueOrder = 'oldest') =>
  (await listQueue(filter, { order, limit: 50 })).rows.map(({ body }) => body);
const report = (commentId: string, source: string) =>
  db()
    .insert(commentReports)
    .values({ id: newId(), commentId, source, reason: 'hate', note: 'انظروا', createdAt: AT });

beforeAll(async () => {
  salma = await addTestPerson('سلمى', 'moderator');
  omar = await addTestPerson('عمر', 'editor');
  writer = await addTestPerson('كاتب', 'author');
  articleId = await addTestArticle();
});
beforeEach(async () => {
  for (const table of [moderationDecisions, comments, jobs, writerNotes]) await db().delete(table);
});

describe('a refusal with a reason', () => {
  it('keeps the reason for the writer and queues no mail; another decision clears it, and undoing that restores it', async () => {
    const id = await addHeldComment(articleId);
    await rejectComment(
      { commentId: id, status: 'pending', reasonCode: 'irrelevant', reason: ' عن خبر آخر ' },
      salma,
      later(1),
    );
    expect(await read(id)).toMatchObject({
      status: 'rejected',
      reasonCode: 'irrelevant',
      reasonNote: 'عن خبر آخر',
      reviewedAt: later(1),
    });
    expect(await db().select().from(jobs)).toEqual([]);
    const restored = await restoreComment({ commentId: id, status: 'rejected' }, omar, later(2));
    expect(await read(id)).toMatchObject({ status: 'pending', reasonCode: null, reasonNote: '' });
    await undoDecision(restored.outcome === 'decided' ? restored.decisionId : '', omar, later(3));
    expect(await read(id)).toMatchObject({
      status: 'rejected',
      reasonCode: 'irrelevant',
      reasonNote: 'عن خبر آخر',
    });
  });

  it('is stored with the reason `other` if none is given', async () => {
    const id = await addHeldComment(articleId);
    await rejectComment({ commentId: id, status: 'pending' }, salma);
    expect(await read(id)).toMatchObject({ reasonCode: 'other', reasonNote: '' });
  });
});

describe('the reports of readers', () => {
  it('are resolved by any decision, also one that keeps the comment; the second moderator gets a conflict', async () => {
    const id = await addHeldComment(articleId, { status: 'approved', openReports: 2 });
    await report(id, 'one');
    await report(id, 'two');
    expect(await countQueues()).toMatchObject({ reported: 1, unreviewed: 1, approved: 1 });
    const { rows } = await listQueue({ queue: 'reported' }, { order: 'newest', limit: 9 });
    expect((await getQueueContext(rows))[0]!.reports).toMatchObject([
      { reason: 'hate', note: 'انظروا' },
      { reason: 'hate' },
    ]);
    expect(await approveComment({ commentId: id, status: 'approved' }, salma, later(5))).toMatchObject({
      outcome: 'decided',
    });
    expect(await approveComment({ commentId: id, status: 'approved' }, omar, later(6))).toMatchObject({
      outcome: 'conflict',
      status: 'approved',
    });
    expect(await read(id)).toMatchObject({ status: 'approved', openReports: 0, reviewedAt: later(5) });
    expect((await db().select().from(commentReports)).map(({ resolvedAt }) => resolvedAt)).toEqual([
      later(5),
      later(5),
    ]);
    expect(await countQueues()).toMatchObject({ reported: 0, unreviewed: 0, approved: 1 });
    expect((await listDecisions({ page: 1, limit: 9 })).map(({ act, canUndo }) => [act, canUndo])).toEqual([
      ['resolve', false],
    ]);
  });
});

describe('a decision on many comments', () => {
  it('leaves out what colleagues have decided, and is undone as one', async () => {
    const ids = [
      await addHeldComment(articleId),
      await addHeldComment(articleId),
      await addHeldComment(articleId),
    ];
    await markSpam({ commentId: ids[1]!, status: 'pending' }, omar, later(1));
    const result = await decideMany(
      ids.map((commentId) => ({ commentId, status: 'pending' })),
      'approved',
      salma,
      later(2),
    );
    expect(result).toMatchObject({ decided: 2, missed: 1 });
    expect((await Promise.all(ids.map(read))).map(({ status }) => status)).toEqual([
      'approved',
      'spam',
      'approved',
    ]);
    await markSpam({ commentId: ids[2]!, status: 'approved' }, omar, later(3));
    expect(await undoBatch(result.decisionId!, salma, later(4))).toMatchObject({ decided: 1, missed: 1 });
    expect((await Promise.all(ids.map(read))).map(({ status }) => status)).toEqual([
      'pending',
      'spam',
      'spam',
    ]);
    expect(await undoBatch(result.decisionId!, salma, later(5))).toMatchObject({ decided: 0 });
    await expect(decideMany([], 'approved', writer)).rejects.toThrow(NotAllowed);
  });

  it('never restores a comment that its writer withdrew', async () => {
    const id = await addHeldComment(articleId, { status: 'withdrawn' });
    expect(await approveComment({ commentId: id, status: 'withdrawn' }, salma)).toMatchObject({
      outcome: 'conflict',
      status: 'withdrawn',
    });
  });
});

describe('the queue', () => {
  it('finds words in any spelling, in text and name, in one article or one state', async () => {
    await addHeldComment(articleId, { body: 'قرأتُ المقـالة كلَّها', name: 'إيمان' });
    await addHeldComment(articleId, { body: 'رأي آخر', name: 'سامي' });
    await addHeldComment(articleId, { body: 'المقاله نفسها', status: 'approved' });
    expect(await bodies({ queue: 'pending', text: 'المقالة' })).toEqual(['قرأتُ المقـالة كلَّها']);
    expect(await bodies({ queue: 'pending', text: 'ايمان' })).toEqual(['قرأتُ المقـالة كلَّها']);
    expect(await bodies({ queue: 'approved', text: 'المقالة' })).toEqual(['المقاله نفسها']);
    expect(await bodies({ queue: 'pending', text: 'المقالة', articleNumber: 7 })).toEqual([]);
  });

  it('finds the writer of a typed address, and shows the address masked', async () => {
    const id = await addHeldComment(articleId, { email: 'amal@gmail.example', body: 'الأول' });
    await addHeldComment(articleId, { email: 'amal@gmail.example', body: 'الثاني' });
    await addHeldComment(articleId, { email: 'other@gmail.example', body: 'غيره' });
    const found = await findCommentByAddress(' Amal@Gmail.example ');
    expect(await bodies({ queue: 'pending', sameAs: found! })).toEqual(['الأول', 'الثاني']);
    expect(await findCommentByAddress('nobody@gmail.example')).toBeUndefined();
    expect((await getMaskedAddresses([id])).get(id)).toBe('a•••@gm•••');
  });

  it.each<[QueueOrder, string[]]>([
    ['oldest', ['أ', 'ب', 'ج', 'د', 'ه']],
    ['newest', ['ه', 'د', 'ج', 'ب', 'أ']],
    ['riskiest', ['ج', 'ه', 'د', 'ب', 'أ']],
  ])('%s first continues from page to page without a gap or a repeat', async (order, expected) => {
    const scores = { أ: 0, ب: 0, ج: 90, د: 5, ه: 5 };
    for (const [n, [body, score]] of Object.entries(scores).entries())
      await addHeldComment(articleId, { body, score, createdAt: later(Math.floor(n / 2)) });
    const seen: string[] = [];
    let after: Cursor | undefined;
    do {
      const page = await listQueue({ queue: 'pending' }, { order, after, limit: 2 });
      seen.push(...page.rows.map(({ body }) => body));
      after = page.next;
    } while (after);
    expect(seen).toEqual(expected);
  });

  it('gives each comment the signature by which near-copies are found', async () => {
    const body = 'اربح ألف دينار كل يوم من بيتك، راسلنا الآن';
    await addHeldComment(articleId, { body, signature: shingleSignature(body) });
    const { rows } = await listQueue({ queue: 'pending' }, { order: 'oldest', limit: 9 });
    expect(rows[0]!.signature).toBe(shingleSignature(`${body}!`));
  });
});

describe('the history of a writer', () => {
  it('joins browser and address: counts, latest comments, and notes of colleagues', async () => {
    const id = await addHeldComment(articleId, { writerId: 'w1', email: 'a@b.example' });
    await addHeldComment(articleId, {
      writerId: 'w1',
      status: 'approved',
      body: 'من المتصفح',
      createdAt: later(1),
    });
    await addHeldComment(articleId, {
      writerId: 'w9',
      status: 'rejected',
      email: 'a@b.example',
      body: 'من البريد',
      createdAt: later(2),
    });
    await addHeldComment(articleId, { writerId: 'w2', status: 'spam' });
    expect(await noteOnWriter(id, ' قريب من الخبر ', salma, later(3))).toBe(true);
    const history = (await getWriterHistories([await read(id)])).get(id)!;
    expect(history.counts).toEqual({ pending: 1, approved: 1, rejected: 1 });
    expect(history.others.map(({ body }) => body)).toEqual(['من البريد', 'من المتصفح']);
    expect(history.notes).toMatchObject([{ text: 'قريب من الخبر', byName: 'سلمى' }]);
    expect(await noteOnWriter(await addHeldComment(articleId), 'لا متصفح له', salma)).toBe(false);
    await expect(noteOnWriter(id, 'نص', writer)).rejects.toThrow(NotAllowed);
  });
});

describe('the editors’ pick', () => {
  it('is a public comment, picked by one of two editors, and ends when the comment is hidden', async () => {
    const id = await addHeldComment(articleId);
    expect(await featureComment(id, 'لأنه شاهد', salma)).toBe(false);
    await approveComment({ commentId: id, status: 'pending' }, salma, later(1));
    expect(await featureComment(id, ' لأنه شاهد ', salma, later(2))).toBe(true);
    expect(await featureComment(id, 'مرة أخرى', omar, later(3))).toBe(false);
    expect(await read(id)).toMatchObject({ featuredAt: later(2), featuredLine: 'لأنه شاهد' });
    expect(await unfeatureComment(id, omar, later(4))).toBe(true);
    await featureComment(id, '', salma, later(5));
    await markSpam({ commentId: id, status: 'approved' }, salma, later(6));
    expect(await read(id)).toMatchObject({ featuredAt: null, featuredLine: '' });
    expect(
      (await db().select().from(moderationDecisions).where(eq(moderationDecisions.commentId, id))).map(
        ({ act }) => act,
      ),
    ).toEqual(['move', 'move', 'feature', 'unfeature', 'feature', 'move']);
    await expect(featureComment(id, '', writer)).rejects.toThrow(NotAllowed);
  });
});

describe('a reply by staff', () => {
  it('is public at once under their name, one level deeper, and only below a public comment', async () => {
    const id = await addHeldComment(articleId, { depth: 2 });
    expect(await replyAsStaff(id, 'رد', omar)).toBeUndefined();
    await approveComment({ commentId: id, status: 'pending' }, salma);
    const reply = await replyAsStaff(id, 'شكرًا، صُحّح', omar, later(9));
    expect(await read(reply!.id)).toMatchObject({
      status: 'approved',
      name: 'عمر',
      staffId: omar.id,
      parentId: id,
      depth: 3,
      threadId: (await read(id)).threadId,
      reviewedAt: later(9),
    });
    await expect(replyAsStaff(id, 'رد', writer)).rejects.toThrow(NotAllowed);
  });
});
