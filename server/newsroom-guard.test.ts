import { globSync, readFileSync } from 'node:fs';
import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { env } from '#lib/env.ts';
import { readKinds, type Kind } from './action-arguments.ts';
import { findNewsroomFault } from './newsroom-guard.ts';

const root = join(import.meta.dirname, '..');
const host = new URL(env.siteUrl).host;
type Asked = { method?: string; headers?: Record<string, string>; body?: string };

function fault({ method = 'POST', headers = {}, body }: Asked): Promise<number | undefined> {
  const request = new IncomingMessage(new Socket());
  Object.assign(request, { method, url: '/newsroom/sign-in' });
  request.headers = { host, ...headers };
  return findNewsroomFault(request, body === undefined ? undefined : Buffer.from(body), () => actions);
}

/** Actions as the build and the sources describe them. */
const idOf = (name: string) => Buffer.from(name).toString('hex').padEnd(42, '0').slice(0, 42);
const actions = new Map<string, Kind[]>([
  [idOf('submitPassword'), ['any', 'form']],
  [idOf('saveFields'), ['number', 'any', 'form']],
]);

const multipart = (fields: Record<string, string>) => ({
  type: 'multipart/form-data; boundary=B',
  body: `${Object.entries(fields)
    .map(([name, value]) => `--B\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
    .join('')}--B--\r\n`,
});

describe('the guard of the newsroom', () => {
  it.each(['TRACE', 'PROPFIND', 'LOCK'])('refuses the unknown method %s', async (method) =>
    expect(await fault({ method })).toBe(405),
  );
  it.each(['GET', 'HEAD', 'OPTIONS'])('accepts the method %s', async (method) =>
    expect(await fault({ method })).toBeUndefined(),
  );

  it.each(['%%%', 'zzz', '%7B%7D', '[]', '[1,2]', 'x'.repeat(50_000)])(
    'refuses a router state that cannot be parsed: %.10s',
    async (state) => {
      expect(await fault({ method: 'GET', headers: { rsc: '1', 'next-router-state-tree': state } })).toBe(
        400,
      );
    },
  );

  it('accepts a valid router state', async () => {
    const state = encodeURIComponent(
      JSON.stringify(['', { children: ['newsroom', { children: ['__PAGE__', {}] }] }, null, null, 16]),
    );
    expect(
      await fault({ method: 'GET', headers: { rsc: '1', 'next-router-state-tree': state } }),
    ).toBeUndefined();
  });

  it.each([
    ['multipart/form-data', '--y\r\n'],
    ['multipart/form-data; boundary=', 'x'],
    ['multipart/form-data; boundary=x', '--y\r\n'],
    ['multipart/form-data; boundary=x', ''],
    ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nnever ends'],
    ['multipart/form-data; boundary=x', '--x\r\nno head\r\n--x--\r\n'],
  ])('refuses a broken form: %s %j', async (type, body) =>
    expect(await fault({ headers: { 'content-type': type }, body })).toBe(400),
  );

  it('refuses a form of thousands of parts, which is slow to parse, but not one of some hundreds', async () => {
    const form = (parts: number) =>
      multipart(Object.fromEntries(Array.from({ length: parts }, (_, n) => [`field${n}`, 'x'])));
    expect(
      await fault({
        headers: { 'content-type': form(1).type, origin: `http://${host}` },
        body: form(5000).body,
      }),
    ).toBe(400);
    expect(
      await fault({
        headers: { 'content-type': 'multipart/form-data; boundary="B"', origin: `http://${host}` },
        body: form(5000).body,
      }),
    ).toBe(400);
    for (const type of [
      'multipart/form-data; xboundary=zzz; boundary=B',
      'multipart/form-data; boundary=zzz; boundary=B',
      'multipart/form-data; BOUNDARY=B; boundary=zzz',
    ]) {
      expect(
        await fault({ headers: { 'content-type': type, origin: `http://${host}` }, body: form(5000).body }),
        type,
      ).toBe(400);
      expect(
        await fault({
          headers: { 'content-type': type, origin: `http://${host}` },
          body: form(5000).body.replaceAll('Content-Disposition', 'cONTENT-dISPOSITION'),
        }),
        type,
      ).toBe(400);
    }
    expect(
      await fault({
        headers: { 'content-type': form(1).type, origin: `http://${host}` },
        body: form(500).body,
      }),
    ).toBeUndefined();
  });

  it.each<Record<string, string>>([
    { origin: 'http://evil.example' },
    { origin: `http://${host}.evil.example` },
    { origin: 'null' },
    { origin: 'zzz' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', origin: `http://${host}` },
    { 'sec-fetch-site': 'cross-site', origin: `http://${host}` },
  ])('refuses an action from another site: %j', async (headers) => {
    expect(
      await fault({
        headers: { ...headers, 'next-action': '0'.repeat(42), 'content-type': 'text/plain' },
        body: '[]',
      }),
    ).toBe(403);
    const { type, body } = multipart({ a: 'b' });
    expect(await fault({ headers: { ...headers, 'content-type': type }, body })).toBe(403);
  });
});

it('reads the declared parameters of every server action', () => {
  const files = globSync('app/**/*actions.ts', { cwd: root });
  expect(files.length).toBeGreaterThan(20);
  for (const file of files) {
    const source = readFileSync(join(root, file), 'utf8');
    for (const [, name = ''] of source.matchAll(/export (?:async function|const) (\w+)/g)) {
      const kinds = readKinds(source, name);
      expect(kinds, `${file} ${name}`).toBeDefined();
      if (/FormData/.test(new RegExp(`function ${name}\\(([^)]*)\\)`).exec(source)![1]!))
        expect(kinds, `${file} ${name}`).toContain('form');
    }
  }
  expect(
    readKinds(
      'export async function save(number: number, _: FormState, form: FormData): Promise<void>',
      'save',
    ),
  ).toEqual(['number', 'any', 'form']);
});

describe('a call of a server action', () => {
  const call = (name: string, { type, body }: { type: string; body: string }) =>
    fault({ headers: { 'next-action': idOf(name), 'content-type': type, origin: `http://${host}` }, body });
  const text = (body: string) => ({ type: 'text/plain;charset=UTF-8', body });

  it.each([
    '[]',
    '["a","b"]',
    '[{},{}]',
    '[null,null]',
    '["$undefined",5]',
    '["$K1"]',
    '{}',
    '5',
    'zzz',
    '',
    '["$undefined","$$K1"]',
    '["$undefined","$F1"]',
  ])('that takes a form is refused with the arguments %s', async (body) => {
    expect(await call('submitPassword', text(body))).toBe(400);
    expect(await call('submitPassword', multipart({ 0: body }))).toBe(400);
  });

  it('is accepted in the format that a page sends', async () => {
    expect(
      await call('submitPassword', multipart({ '1_email': 'a', 0: '["$undefined","$K1"]' })),
    ).toBeUndefined();
    expect(
      await call('saveFields', multipart({ '1_slug': 'a', 0: '[1006,{"done":true},"$K1"]' })),
    ).toBeUndefined();
    expect(await call('saveFields', multipart({ '1_slug': 'a', 0: '["x",{},"$K1"]' }))).toBe(400);
  });

  it('is accepted from a form without JavaScript, if its bound arguments fit', async () => {
    const id = idOf('saveFields');
    const form = (bound: string) => ({
      ...multipart({
        $ACTION_REF_1: '',
        '$ACTION_1:0': JSON.stringify({ id, bound: '$@1' }),
        '$ACTION_1:1': bound,
        slug: 'a',
      }),
    });
    const sendForm = ({ type, body }: { type: string; body: string }) =>
      fault({ headers: { 'content-type': type, origin: `http://${host}` }, body });
    expect(await sendForm(form('[1006,{}]'))).toBeUndefined();
    for (const bound of ['[1006]', '["x",{}]', '{}', 'zzz'])
      expect(await sendForm(form(bound)), bound).toBe(400);
    expect(await sendForm(multipart({ [`$ACTION_ID_${id}`]: '' }))).toBe(400);
    expect(await sendForm(multipart({ [`$ACTION_ID_${'0'.repeat(42)}`]: '' }))).toBe(404);
    expect(await sendForm(multipart({ $ACTION_REF_1: '' }))).toBe(400);
  });

  it.each([300, 10_000, 100_000])(
    'is refused with an argument %i levels deep, in any field',
    async (levels) => {
      const deep = '['.repeat(levels) + ']'.repeat(levels);
      expect(await call('submitPassword', text(`[${deep},"$K1"]`))).toBe(400);
      expect(await call('submitPassword', multipart({ 0: `[${deep},"$K1"]` }))).toBe(400);
      expect(await call('submitPassword', multipart({ 1: deep, 0: '["$1","$K2"]' }))).toBe(400);
      expect(await call('submitPassword', multipart({ 1: `{"a":${deep}}`, 0: '["$Q1","$K2"]' }))).toBe(400);
      const bound = {
        $ACTION_REF_1: '',
        '$ACTION_1:0': JSON.stringify({ id: idOf('saveFields'), bound: '$@1' }),
        '$ACTION_1:1': `[1006,"$@2"]`,
        '$ACTION_1:2': deep,
      };
      const { type, body } = multipart(bound);
      expect(await fault({ headers: { 'content-type': type, origin: `http://${host}` }, body })).toBe(400);
      // Text that a person typed is not parsed, even if it looks like JSON.
      expect(
        await call('submitPassword', multipart({ '1_email': deep, 0: '["$undefined","$K1"]' })),
      ).toBeUndefined();
    },
  );

  it('with an unknown id is answered with 404', async () => {
    expect(
      await fault({
        headers: { 'next-action': '0'.repeat(42), 'content-type': 'text/plain', origin: `http://${host}` },
        body: '[]',
      }),
    ).toBe(404);
  });
});
