import { expect, test } from 'vitest';
import { GET } from './route.ts';

const ask = (comment: string) =>
  GET(new Request('http://localhost/'), { params: Promise.resolve({ locale: 'ar', comment, act: 'edit' }) });
const ID = '0197a1c0-0000-7000-8000-000000000001';

test.each([
  ['an id', ID, `/comments/${ID}`],
  ['an id with a signature of an old link', `${ID}.Zm9v-_`, `/comments/${ID}`],
  ['a percent sign without a code', '%', '/comments/%25'],
  ['an incomplete UTF-8 sequence', '%D8', '/comments/%25D8'],
])('GET redirects %s to a comment page without throwing', async (_, segment, path) => {
  const answer = await ask(segment);
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, path]);
});
