import { beforeAll, expect, it } from 'vitest';
import type { Person } from '#lib/people/can.ts';
import { banCommenter, listBans } from './bans.ts';
import { countDecisions, listDecisions, type DecisionFilter } from './history.ts';
import { approveComment, markSpam, rejectComment } from './moderate.ts';
import { addHeldComment } from '#db/testing/comments.ts';
import { addTestArticle, addTestPerson, AT } from '#db/testing/staff.ts';
import { undoDecision } from './undo.ts';

const later = (seconds: number) => new Date(AT.getTime() + seconds * 1000);
let salma: Person;
let omar: Person;
let articleId: string;

beforeAll(async () => {
  salma = await addTestPerson('سلمى', 'moderator');
  omar = await addTestPerson('عمر', 'editor');
  articleId = await addTestArticle();
  const add = (name: string, body: string) => addHeldComment(articleId, { name, body });
  const first = await add('أمل', 'المقـالةُ مفيدة');
  const approved = await approveComment({ commentId: first, status: 'pending' }, salma, later(1));
  await rejectComment(
    { commentId: await add('بدر', 'عن خبر آخر'), status: 'pending', reason: 'خارج الموضوع' },
    omar,
    later(2),
  );
  await markSpam({ commentId: await add('جمال', 'إعلان'), status: 'pending' }, salma, later(3));
  await undoDecision(approved.outcome === 'decided' ? approved.decisionId : '', salma, later(4));
});

const names = async (filter: DecisionFilter) =>
  (await listDecisions({ ...filter, page: 1, limit: 9 })).map(({ comment }) => comment.name);

it.each<[string, () => DecisionFilter, string[]]>([
  ['an empty filter', () => ({}), ['أمل', 'جمال', 'بدر', 'أمل']],
  ['person', () => ({ userId: omar.id }), ['بدر']],
  ['approval, also if it was undone', () => ({ deed: 'approved' }), ['أمل']],
  ['undo', () => ({ deed: 'undo' }), ['أمل']],
  ['action and person', () => ({ deed: 'spam', userId: salma.id }), ['جمال']],
  ['text in another spelling', () => ({ text: 'المقاله' }), ['أمل', 'أمل']],
  ['the name of the commenter', () => ({ text: 'جمال' }), ['جمال']],
  ['reason', () => ({ text: 'خارج الموضوع' }), ['بدر']],
  ['text and person', () => ({ text: 'المقالة', userId: omar.id }), []],
])('decisions are found by %s', async (_by, filter, expected) => {
  expect(await names(filter())).toEqual(expected);
  if (!filter().text) expect(await countDecisions(filter())).toBe(expected.length);
});

it('bans are listed with the name and masked address of the writer, and without their keys', async () => {
  const amal = await addHeldComment(articleId, {
    name: 'أمل',
    email: 'amal@gmail.example',
    writerId: 'w-amal',
  });
  const badr = await addHeldComment(articleId, {
    name: 'بدر',
    email: 'badr@mail.example',
    writerId: 'w-badr',
  });
  await banCommenter(
    { commentId: amal, kind: 'email', days: 7, reason: '', withAll: false },
    salma,
    later(10),
  );
  await banCommenter(
    { commentId: badr, kind: 'writer', days: null, reason: 'سب', withAll: false },
    omar,
    later(11),
  );
  const bans = await listBans(later(12), { limit: 9 });
  expect(
    bans.map(({ name, address, kind, byName, commentId }) => [name, address, kind, byName, commentId]),
  ).toEqual([
    ['بدر', 'b•••@ma•••', 'writer', 'عمر', badr],
    ['أمل', 'a•••@gm•••', 'email', 'سلمى', amal],
  ]);
  expect(JSON.stringify(bans)).not.toMatch(/amal@|badr@|w-amal|w-badr|"key"/);
});
