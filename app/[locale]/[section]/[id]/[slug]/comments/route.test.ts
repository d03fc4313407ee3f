import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { retractArticle, unpublishArticle } from '#db/articles/acts.ts';
import { db } from '#db/engine/client.ts';
import { newId } from '#db/engine/ids.ts';
import { changeSettings } from '#db/paper/settings.ts';
import { comments } from '#db/tables/tables.ts';
import { addComment, addNewsroom, changeArticle, DAY, MINUTE, publish } from '#db/testing/articles.ts';
import { addTestPerson } from '#db/testing/staff.ts';
import { makeOwnToken, makeSharedToken, readFormToken } from '#lib/comments/form-token.ts';
import { readWriter, writerCookie } from '#lib/comments/writer-token.ts';
import { runWithPageRequest, type PageRequest } from '#lib/page-request.ts';
import type { Person } from '#lib/people/can.ts';
import { getKeys } from '#lib/security/keys.ts';
import { GET, POST } from './route.ts';

const TYPED = { name: 'نور الهادي', email: 'nour@example.org', body: 'رأي في الخبر' };
const HOUR = 3_600_000;

let editor: Person;
let article: { id: string; number: number };
let network = 1;

const ago = (milliseconds: number) => new Date(Date.now() - milliseconds);
const key = () => getKeys().formToken;
const ownToken = (at = ago(MINUTE), number = article.number) => makeOwnToken(key(), 'fresh', number, at);

beforeAll(async () => {
  await addNewsroom();
  editor = await addTestPerson('ليلى', 'editor');
});
beforeEach(async () => {
  article = await publish({ headline: 'خبر' }, ago(HOUR));
});

/** Sends the form from a network of its own, as the front door would pass it on. */
async function send(
  fields: Record<string, string> = {},
  { number = article.number, locale = 'ar', cookie = '' } = {},
) {
  const body = new URLSearchParams({ token: ownToken(), ...TYPED, ...fields });
  const request = new Request(`http://localhost/${locale}/local/${number}/x/comments`, {
    method: 'POST',
    body,
    ...(cookie && { headers: { cookie } }),
  });
  const pageRequest: PageRequest = { clientAddress: `198.51.${network++}.1` };
  const params = Promise.resolve({ locale, id: String(number) });
  const response = await runWithPageRequest(pageRequest, () => POST(request, { params }));
  return { response, again: pageRequest.renderAgain };
}

const stored = async () =>
  (await db().select().from(comments)).filter(({ articleId }) => articleId === article.id);
const cookieOf = (writerId: string) => writerCookie(getKeys().commentLink, writerId, false).split(';')[0]!;

describe('an accepted comment', () => {
  it('is stored, and leads its writer to their view of it', async () => {
    const { response, again } = await send();
    const [comment] = await stored();
    expect(comment).toMatchObject({ name: TYPED.name, body: TYPED.body, parentId: null });
    expect(response.status).toBe(303);
    expect(decodeURI(response.headers.get('location')!)).toBe(
      `/local/${article.number}/خبر?at=${comment!.id}&said=sent#comment-${comment!.id}`,
    );
    expect(again).toBeUndefined();
  });

  it('gives a new browser a signed cookie, and keeps the writer of a known one', async () => {
    const first = await send();
    const cookie = first.response.headers.get('set-cookie')!;
    expect(cookie).toMatch(/; HttpOnly; SameSite=Lax$/);
    const writerId = readWriter(getKeys().commentLink, cookie.split(';')[0]!);
    expect((await stored())[0]!.writerId).toBe(writerId);
    const known = newId();
    await send({ body: 'رأي ثان' }, { cookie: cookieOf(known) });
    expect((await stored()).map((each) => each.writerId).sort()).toEqual([writerId, known].sort());
  });

  it('ignores a cookie with a forged signature', async () => {
    await send({}, { cookie: `${cookieOf('somebody').slice(0, -3)}abc` });
    expect((await stored())[0]!.writerId).not.toBe('somebody');
  });

  it('becomes a reply to a published comment', async () => {
    const parent = await addComment(article.id);
    await send({ replyTo: parent });
    expect((await stored()).find(({ id }) => id !== parent)).toMatchObject({ parentId: parent, depth: 1 });
  });

  it('goes to spam if the decoy field is filled, with the response of any other comment', async () => {
    const { response } = await send({ site_url: 'https://example.org' });
    expect(response.status).toBe(303);
    expect((await stored())[0]!.status).toBe('spam');
  });
});

describe('a form', () => {
  /** The form is rendered again with everything that was typed, and nothing is stored. */
  async function expectAgain(
    sending: () => ReturnType<typeof send>,
    status: number,
    message: string,
    typed: Partial<typeof TYPED> = {},
  ) {
    const before = (await stored()).length;
    const { response, again } = await sending();
    expect(response.status).toBe(status);
    expect(response.headers.get('location')).toBeNull();
    expect(again).toMatchObject({
      status,
      path: `/ar/local/${article.number}/${encodeURIComponent('خبر')}`,
      commentForm: { values: { ...TYPED, ...typed }, faults: [{ message }] },
    });
    expect(await stored()).toHaveLength(before);
    return again!;
  }

  it.each([
    ['without a text', { body: ' ' }, 'bodyMissing'],
    ['with a text that is too long', { body: 'ن'.repeat(2001) }, 'bodyTooLong'],
    ['without a name', { name: '' }, 'nameMissing'],
    ['with the name of a member of staff', { name: 'ليلى' }, 'nameReserved'],
    ['with a wrong address', { email: 'nour@' }, 'emailInvalid'],
  ])('is rejected %s', async (_name, fields, message) => {
    await expectAgain(() => send(fields), 422, message, fields);
  });

  it('keeps the choices beside the text when it is rejected', async () => {
    const parent = await addComment(article.id);
    const again = await expectAgain(
      () => send({ body: '', replyTo: parent, notify: 'on' }),
      422,
      'bodyMissing',
      {
        body: '',
      },
    );
    expect(again.commentForm!.values).toMatchObject({ replyTo: parent, notify: true });
  });

  it('keeps a valid token of its own when it is rejected', async () => {
    const token = ownToken();
    const again = await expectAgain(() => send({ token, body: '' }), 422, 'bodyMissing', { body: '' });
    expect(again.commentForm!.token).toBe(token);
  });

  it.each([
    ['forged', () => `${ownToken().slice(0, -3)}abc`],
    ['made for another article', () => ownToken(ago(MINUTE), article.number + 1)],
    ['expired', () => ownToken(ago(30 * DAY))],
    ['from the future', () => ownToken(ago(-HOUR))],
    ['missing', () => ''],
  ])('gets a new token for one that is %s', async (_name, token) => {
    const again = await expectAgain(() => send({ token: token() }), 422, 'tokenExpired');
    const given = readFormToken(key(), again.commentForm!.token, article.number, new Date(), 1);
    expect(given).toMatchObject({ kind: 'returned' });
  });

  it('gets a new token for one that was used before', async () => {
    const token = ownToken();
    await send({ token });
    const again = await expectAgain(() => send({ token, body: 'رأي آخر' }), 409, 'tokenUsed', {
      body: 'رأي آخر',
    });
    expect(again.commentForm!.token).not.toBe(token);
  });

  it('is rejected because the same text is there already', async () => {
    const cookie = cookieOf(newId());
    await send({}, { cookie });
    await expectAgain(() => send({}, { cookie }), 409, 'duplicate');
  });

  it('is rejected because the browser sends too fast, with the time to wait', async () => {
    const cookie = cookieOf(newId());
    await send({}, { cookie });
    const body = 'رأي آخر';
    const again = await expectAgain(() => send({ body }, { cookie }), 429, 'tooFast', { body });
    expect(again.retryAfter).toBeGreaterThan(0);
    expect(again.commentForm!.faults[0]!.wait).toBe(again.retryAfter);
  });

  it('is rejected because the comment that it replies to is gone', async () => {
    const parent = await addComment(article.id, { status: 'rejected' });
    await expectAgain(() => send({ replyTo: parent }), 409, 'replyGone');
  });

  it('is rejected because the newsroom closed the comments', async () => {
    await changeArticle(article.id, { commentsOpen: false });
    await expectAgain(() => send(), 403, 'closed');
  });

  it('is rejected because the comments closed by age, with the date', async () => {
    await db().transaction((tx) => changeSettings(tx, { commentsCloseAfterDays: 1 }));
    await changeArticle(article.id, { publishedAt: ago(2 * DAY) });
    const again = await expectAgain(() => send(), 403, 'closedByAge');
    expect(again.commentForm!.faults[0]!.since).toBeInstanceOf(Date);
    await db().transaction((tx) => changeSettings(tx, { commentsCloseAfterDays: 0 }));
  });
});

describe('a preview', () => {
  it.each([
    [
      'the shared token of a cached page',
      () => ({ token: makeSharedToken(key(), article.number, new Date()) }),
    ],
    ['the preview button', () => ({ preview: '1' })],
  ])('is shown for %s, and stores nothing', async (_name, fields) => {
    const { response, again } = await send(fields());
    expect(response.status).toBe(200);
    expect(again).toMatchObject({ status: 200, commentForm: { values: TYPED, faults: [] } });
    const token = again!.commentForm!.token;
    expect(readFormToken(key(), token, article.number, new Date(), 1)).not.toMatchObject({ kind: 'shared' });
    expect(await stored()).toEqual([]);
    expect((await send({ token })).response.status).toBe(303);
  });
});

describe('an article that readers cannot see', () => {
  const unsent = (why: string, href: unknown = '') => ({ why, words: TYPED.body, href });

  it('retracted meanwhile: gives the words back with a link to the notice', async () => {
    await retractArticle({ articleId: article.id, text: 'سُحب' }, editor, new Date());
    const { response, again } = await send();
    expect(response.status).toBe(403);
    const href = encodeURI(`/local/${article.number}/خبر`);
    expect(again).toMatchObject({ path: '/ar/comments/unsent', unsent: unsent('articleRetracted', href) });
    expect(await stored()).toEqual([]);
  });

  it('unpublished meanwhile: gives the words back', async () => {
    await unpublishArticle({ articleId: article.id }, editor, new Date());
    const { response, again } = await send();
    expect(response.status).toBe(410);
    expect(again).toMatchObject({ unsent: unsent('articleAway') });
  });

  it('missing: gives the words back in the edition of the address', async () => {
    const { response, again } = await send({}, { number: 999_999, locale: 'en' });
    expect(response.status).toBe(404);
    expect(again).toMatchObject({ path: '/en/comments/unsent', unsent: unsent('articleAway') });
  });

  it('scheduled: answers as if it were missing', async () => {
    await changeArticle(article.id, { publishedAt: ago(-DAY) });
    const { response, again } = await send();
    expect(response.status).toBe(404);
    expect(again).toMatchObject({ unsent: unsent('articleAway') });
    expect(await stored()).toEqual([]);
  });
});

it('answers a body that is no form with 400', async () => {
  const headers = { 'content-type': 'multipart/form-data; boundary=x' };
  const request = new Request('http://localhost/x', { method: 'POST', body: 'no form', headers });
  const params = Promise.resolve({ locale: 'ar', id: String(article.number) });
  const response = await runWithPageRequest({ clientAddress: '192.0.2.1' }, () => POST(request, { params }));
  expect(response.status).toBe(400);
});

describe('a reload of the address', () => {
  const get = (id: string) =>
    GET(new Request('http://localhost/x'), { params: Promise.resolve({ locale: 'ar', id }) });

  it('leads to the form of the article', async () => {
    const response = await get(String(article.number));
    expect(response.status).toBe(303);
    const location = decodeURI(response.headers.get('location')!);
    expect(location).toBe(`/local/${article.number}/خبر#comment-form`);
  });

  it.each(['0', 'x', '999999'])('is missing for the article %s', async (id) => {
    expect((await get(id)).status).toBe(404);
  });
});
