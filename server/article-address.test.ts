import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '#db/engine/client.ts';
import { newId } from '#db/engine/ids.ts';
import { importArticle } from '#db/articles/file-import.ts';
import { addRedirect, redirectSchema } from '#db/paper/redirects.ts';
import { sections } from '#db/tables/tables.ts';
import { addTestPerson } from '#db/testing/staff.ts';
import { pageRequest } from '#lib/page-request.ts';
import { createFrontDoor } from './front-door.ts';
import { ask } from './test-request.ts';

/* A substitute for Next behind the front door. It has two pages and the status page. */
const { handle } = createFrontDoor(async (request, response) => {
  const isKnown = /\/fine$|^\/ar\/tag\/%D8%A8a$/.test(request.url!);
  response.writeHead(pageRequest()?.statusShown || isKnown ? 200 : 404, {
    'Content-Type': 'text/html; charset=utf-8',
  });
  response.end('<!DOCTYPE html><html><body>x</body></html>');
});

let number: number;
let english: number;
let secret: number;

const target = () => `/local/${number}/خط-الحافلات`;
/** Replaces `@` by the number of the article and percent-encodes all characters beyond ASCII. */
const fill = (path: string, of = number) =>
  path.replaceAll('@', String(of)).replace(/[^\0-\x7F]/g, encodeURIComponent);
const arabic = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));

beforeAll(async () => {
  await db().insert(sections).values({
    id: newId(),
    slug: 'local',
    nameAr: 'محلي',
    nameEn: 'Local',
    descriptionAr: '',
    descriptionEn: '',
    position: 1,
  });
  ({ number } = await importArticle({ section: 'local', headline: 'خط الحافلات', body: ['نص'] }));
  ({ number: english } = await importArticle({
    locale: 'en',
    section: 'local',
    headline: 'The bus line',
    body: ['Text'],
  }));
  const later = {
    section: 'local',
    headline: 'لم ينشر بعد',
    body: ['نص'],
    publishedAt: '2999-01-01T00:00:00Z',
  };
  ({ number: secret } = await importArticle(later));
});

/** The encoded address, cut at every position after the number, as a chat program may cut it. */
const cuts = () => {
  const whole = encodeURI(target());
  const start = `/local/${number}`.length;
  return Array.from({ length: whole.length - start }, (_, n) => whole.slice(0, start + n));
};

describe('an address with the number of an article redirects to the article', () => {
  it.each([
    '/local/@',
    '/local/@/',
    '/local/@//',
    '/local/@/%D8',
    '/local/@/%D8%A7%D9%84%D',
    '/local/@/%D8%A7%D9%84%D9',
    '/local/@/%',
    '/local/@%',
    '/local/@/%zz',
    '/culture/@',
    '/culture/@/',
    '/Local/@',
    '/LOCAL/@/%D8',
    '/culture/@/%D8',
    '/ar/local/@',
    '/ar/local/@/%D8',
    '/en/local/@',
    '/EN/local/@/%D8',
    '/local/@)',
    '/local/@.',
    '/local/@,',
    '/local/@;',
    '/local/@"',
    '/local/@%20',
    '/local/@%E2%80%8F',
    '/local/@%D8%8C',
    '/local/@…',
    '/local/@)/x',
    '/local/@-old-slug',
    '/local/@/x/y',
    '/local/@/x/y/z',
    '/local/@\\',
    '/local/@/x\\y',
    '/local/@/..',
    '/local/@/%00',
    '/local%2F@%2Fslug',
    '/local/@%2Fslug',
    '/n/@',
    '/n/@/',
    '/n/@)',
    '/n/@.',
    '/n/@…',
    '/n/@،',
    '/n/@%D8%8C',
    '/n/@%E2%80%8F',
    '/n/@%E2%80%8E',
    '/n/%E2%80%8F@',
    '/n/@%C2%BB',
    '/n/@»',
    '/n/@%D8',
    '/n/@]',
    "/n/@'",
    '/n/@*',
    '/n/@!',
    '/n/@%D8%9F',
    '/n/@%0A',
    '/n/@%00',
    '/n/@/x',
    '/n/@/%D8',
    '/%4E/@',
    '/ar/n/@',
    '/en/n/@',
    '/n/(@)',
    '/n//@',
    '/n/%20@',
    '/n/@\\',
    '/n/@وشكرا',
    '/n/@%D9%88',
  ])('%s', async (path) => {
    const answer = await ask(handle, { path: fill(path) });
    expect([answer.status, decodeURI(answer.headers.location ?? '')]).toEqual([308, target()]);
  });

  it('when it is cut at any position', async () => {
    expect(cuts().length).toBeGreaterThan(50);
    for (const path of cuts()) {
      const answer = await ask(handle, { path });
      expect([path, answer.status, decodeURI(answer.headers.location ?? '')]).toEqual([path, 308, target()]);
    }
  });

  it('when it has the digits of an Arabic keyboard', async () => {
    for (const path of [
      `/n/${arabic(String(number))}`,
      `/local/${arabic(String(number))}`,
      `/local/${arabic(String(number))}/x`,
      `/n/${arabic(String(number))}،`,
    ]) {
      const answer = await ask(handle, { path: encodeURI(path) });
      expect([path, answer.status, decodeURI(answer.headers.location ?? '')]).toEqual([path, 308, target()]);
    }
  });

  it('in its own edition, and keeps the query', async () => {
    expect(
      (await ask(handle, { path: `/n/${english}?at=0198c0de-0000-7000-8000-000000000000&utm_source=x` }))
        .headers.location,
    ).toBe(`/en/local/${english}/the-bus-line?at=0198c0de-0000-7000-8000-000000000000&utm_source=x`);
    expect((await ask(handle, { path: `/local/${number}/%D8?page=2` })).headers.location).toBe(
      `${encodeURI(target())}?page=2`,
    );
  });

  it('but never to another site', async () => {
    for (const path of [
      `/n/${number}?//evil.example`,
      `//evil.example/${number}`,
      `/\\evil.example/${number}`,
      `/local/${number}/\\\\evil.example`,
      `/%2F%2Fevil.example/${number}`,
    ]) {
      const { headers } = await ask(handle, { path });
      if (headers.location)
        expect(new URL(headers.location, 'https://midad.example/').origin, path).toBe(
          'https://midad.example',
        );
    }
  });

  it('for GET and HEAD; POST is refused with 405', async () => {
    expect(
      (await ask(handle, { method: 'POST', path: `/n/${number}`, headers: { 'content-length': '0' } }))
        .status,
    ).toBe(405);
    expect((await ask(handle, { method: 'HEAD', path: `/n/${number}` })).status).toBe(308);
  });
});

describe('an address with upper-case letters', () => {
  it('redirects to the page in lower case, if that page exists', async () => {
    for (const [path, to] of [
      ['/Fine', '/fine'],
      ['/EN/Fine', '/en/fine'],
      ['/Tag/%D8%A8A', '/tag/%D8%A8a'],
    ] as const) {
      const answer = await ask(handle, { path });
      expect([path, answer.status, answer.headers.location]).toEqual([path, 308, to]);
    }
    expect((await ask(handle, { path: '/Nothing' })).status).toBe(404);
  });
});

describe('an address without the number of a published article', () => {
  it.each([
    '/n/0',
    '/n/01001',
    '/n/-1',
    '/n/x',
    '/n',
    '/n/99999999999',
    '/n/9999999999',
    '/n/2147483647',
    '/local/99999',
    '/local/0',
    '/local/99999/%D8',
    '/n/99999%E2%80%8F',
  ])('is answered with 404: %s', async (path) => {
    expect((await ask(handle, { path })).status).toBe(404);
  });

  it('is answered with 404 before the time of publication, in every form', async () => {
    for (const path of ['/n/@', '/n/@)', '/local/@', '/local/@/%D8', '/local/@/x', '/local/@/x/y']) {
      const answer = await ask(handle, { path: fill(path, secret) });
      expect([path, answer.status, answer.headers.location]).toEqual([path, 404, undefined]);
    }
  });

  it('is not redirected to an article if it belongs to another page or begins with a year', async () => {
    for (const path of [
      '/tag/@',
      '/archive/@',
      '/archive/@/11',
      '/author/@',
      '/p/@',
      '/2024/@/title',
      '/2024/@',
      '/local/@/x/comments/x',
    ]) {
      expect([path, (await ask(handle, { path: fill(path) })).status]).toEqual([path, 404]);
    }
    expect((await ask(handle, { path: '/tag/%D8' })).status).toBe(400);
  });

  it('follows the redirect that an administrator set for it', async () => {
    const admin = await addTestPerson('سلمى', 'admin');
    await addRedirect(redirectSchema.parse({ fromPath: `/news/${number}`, toPath: '/local' }), admin);
    const answer = await ask(handle, { path: `/news/${number}` });
    expect([answer.status, answer.headers.location]).toEqual([301, '/local']);
  });
});
