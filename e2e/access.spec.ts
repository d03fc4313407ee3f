import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROLES, type Role } from '#lib/people/can.ts';
import { readKinds, type Kind } from '../server/action-arguments.ts';
import { addressOf } from '../server/app-routes.ts';
import { actions, urls, type ActionRow, type UrlRow } from './access-table.ts';
import { base } from './instance.ts';
import { inDatabase } from './in-database.ts';
import { expect, test } from './journey.ts';
import { addMember } from './staff.ts';

const root = join(import.meta.dirname, '..');

const toPath = (folder: string) => addressOf(`newsroom/${folder}`);
const METHOD = /export (?:async function|const) (GET|POST|PUT|PATCH|DELETE)\b/g;

type Address = { path: string; methods: string[] };

/** Every address below app/newsroom, with the methods that it handles. */
function findAddresses(): Address[] {
  const files = readdirSync(join(root, 'app/newsroom'), { recursive: true, encoding: 'utf8' }).filter(
    (file) => /(?:^|\/)(?:page\.tsx|route\.ts)$/.test(file),
  );
  return files.map((file) => {
    const text = readFileSync(join(root, 'app/newsroom', file), 'utf8');
    const methods = file.endsWith('page.tsx')
      ? ['GET']
      : [...text.matchAll(METHOD)].map(([, method]) => method!);
    return { path: toPath(file.replace(/(?:^|\/)[^/]+$/, '')), methods };
  });
}

type Action = { id: string; key: string; page: string; kinds: Kind[] };

/** Every action of the build, with a page to which it can be sent. */
function findActions(): Action[] {
  const manifest = JSON.parse(
    readFileSync(join(root, '.next/server/server-reference-manifest.json'), 'utf8'),
  ) as {
    node: Record<string, { filename: string; exportedName: string; workers: Record<string, unknown> }>;
  };
  return Object.entries(manifest.node).map(([id, { filename, exportedName, workers }]) => {
    const folder = Object.keys(workers)[0]!
      .replace(/^app\/newsroom\/?/, '')
      .replace(/\/?page$/, '');
    const kinds = readKinds(readFileSync(join(root, filename), 'utf8'), exportedName) ?? ['form', 'form'];
    return {
      id,
      kinds,
      key: `${filename.replace(/^.*app\/newsroom\//, '')} ${exportedName}`,
      page: toPath(folder),
    };
  });
}

/** An address with placeholders for its parameters; no record has such an id. */
const example = (path: string) => path.replace(/\[\[?\.{0,3}\w+\]\]?/g, 'nothing');
const actionRows = actions.flatMap((row) =>
  row.names.split(' ').map((name) => ({ ...row, key: `${row.in} ${name}` })),
);

const answer = (path: string, { cookie, ...init }: RequestInit & { cookie: string | undefined }) =>
  fetch(base + example(path), {
    ...init,
    redirect: 'manual',
    headers: {
      Origin: base,
      ...(cookie && { Cookie: cookie }),
      'X-Forwarded-For': '10.9.8.7',
      ...(init.headers as Record<string, string>),
    },
  });

/**
 * Sends placeholder arguments of the kinds that the action declares. The front door rejects other kinds
 * before the action checks who sends them.
 */
function callAction({ id, page, kinds }: Action, cookie: string | undefined) {
  const body = new FormData();
  body.set(
    '0',
    JSON.stringify(
      kinds.map((kind, n) => (kind === 'number' ? 1 : kind === 'string' ? 'nothing' : `$K${n + 1}`)),
    ),
  );
  return answer(page, { cookie, method: 'POST', headers: { 'Next-Action': id }, body });
}

type Seen = 'in' | 'forbidden' | 'signIn' | 'heldBack' | 'unasked' | `fault ${number}`;

function read(response: Response): Seen {
  const to =
    response.headers.get('location') ?? response.headers.get('x-action-redirect')?.split(';')[0] ?? '';
  const { pathname, search } = new URL(to || '/', base);
  if (pathname === '/newsroom/sign-in' && search.includes('next=')) return 'signIn';
  if (pathname === '/newsroom/account' && search.includes('next=')) return 'heldBack';
  if (response.status === 403) return 'forbidden';
  if (response.status === 401) return 'unasked';
  return response.status >= 500 ? `fault ${response.status}` : 'in';
}

function expected(
  { can, ...row }: Pick<UrlRow | ActionRow, 'can'> & { stranger?: 401 },
  who: Role | 'stranger',
): Seen {
  if (can === 'open') return 'in';
  if (who === 'stranger') return row.stranger ? 'unasked' : 'signIn';
  return can === 'everybody' || can.split(' ').includes(who) ? 'in' : 'forbidden';
}

/**
 * All roles and two visitors without a valid session: one has no cookie, the other a cookie whose session
 * ended. The page itself must reject the second.
 */
function visitors(): [Role | 'stranger', string | undefined][] {
  const gone = addMember('admin');
  inDatabase((database) => database.prepare('delete from sessions where user_id = ?').run(gone.id));
  return [
    ...ROLES.map((role): [Role, string] => [role, addMember(role).cookie]),
    ['stranger', undefined],
    ['stranger', gone.cookie],
  ];
}

test('every address and every action of the newsroom has a row, and every row exists in the code', () => {
  const paths = findAddresses().map(({ path }) => path);
  expect(
    paths.filter((path) => !urls.some((row) => row.path === path)),
    'addresses without a row',
  ).toEqual([]);
  expect(
    urls.map(({ path }) => path).filter((path) => !paths.includes(path)),
    'rows without an address',
  ).toEqual([]);
  const keys = findActions().map(({ key }) => key);
  expect(
    keys.filter((key) => !actionRows.some((row) => row.key === key)),
    'actions without a row',
  ).toEqual([]);
  expect(
    actionRows.map(({ key }) => key).filter((key) => !keys.includes(key)),
    'rows without an action',
  ).toEqual([]);
});

test('every address opens only for the roles in its row', async () => {
  test.setTimeout(600_000);
  const wrong: string[] = [];
  for (const [who, cookie] of visitors()) {
    for (const { path, methods } of findAddresses()) {
      const row = urls.find((each) => each.path === path);
      // Sign-out would end the session in the middle of this test.
      if (!row || path === '/newsroom/sign-out') continue;
      for (const method of methods) {
        const form = method === 'GET' ? {} : { body: new URLSearchParams() };
        const seen = read(await answer(path, { cookie, method, ...form }));
        const refusedByItself = row.can === 'open' && seen === 'unasked';
        if (seen !== expected(row, who) && !refusedByItself)
          wrong.push(`${who} ${method} ${path}: ${seen}, not ${expected(row, who)}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test('every action runs only for the roles in its row', async () => {
  test.setTimeout(600_000);
  const wrong: string[] = [];
  for (const [who, cookie] of visitors()) {
    for (const action of findActions()) {
      const row = actionRows.find(({ key }) => key === action.key);
      if (!row || (row.needsNothing && expected(row, who) === 'in')) continue;
      const seen = read(await callAction(action, cookie));
      const refusedByItself = row.can === 'open' && seen === 'unasked';
      if (seen !== expected(row, who) && !refusedByItself)
        wrong.push(`${who} ${action.key}: ${seen}, not ${expected(row, who)}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('an editor without two-step sign-in can open only the account page', async () => {
  const { cookie } = addMember('editor', { twoStepOn: false });
  const isOwn = (key: string) => /account|first\b/.test(key) && !key.includes('first-run');
  const wrong: string[] = [];
  for (const { path, methods } of findAddresses()) {
    const row = urls.find((each) => each.path === path);
    if (!row || row.can === 'open') continue;
    for (const method of methods) {
      const seen = read(
        await answer(path, { cookie, method, ...(method !== 'GET' && { body: new URLSearchParams() }) }),
      );
      const right: Seen = isOwn(path) ? 'in' : row.stranger ? 'unasked' : 'heldBack';
      if (seen !== right) wrong.push(`${method} ${path}: ${seen}, not ${right}`);
    }
  }
  for (const action of findActions()) {
    const row = actionRows.find(({ key }) => key === action.key);
    if (!row || row.can === 'open' || isOwn(action.key)) continue;
    const seen = read(await callAction(action, cookie));
    if (seen !== 'heldBack') wrong.push(`${action.key}: ${seen}, not heldBack`);
  }
  expect(wrong).toEqual([]);
});
