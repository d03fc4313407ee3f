import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '#lib/people/can.ts';
import ar from '#messages/ar.json';
import en from '#messages/en.json';
import { listAudit, nameSubjects, noteAuditExport, walkAudit } from './audit-desk.ts';
import { writeAudit } from './audit-log.ts';
import { newId } from '#db/engine/ids.ts';
import { addRedirect } from '#db/paper/redirects.ts';
import { addTestPerson } from '#db/testing/staff.ts';

const DAY = new Date('2026-11-23T09:00:00Z');
const later = (minutes: number) => new Date(DAY.getTime() + minutes * 60_000);
let [salma, omar]: Person[] = [];

beforeAll(async () => {
  [salma, omar] = [await addTestPerson('سلمى', 'admin'), await addTestPerson('عمر', 'editor')];
  const actId = newId();
  for (let n = 0; n < 5; n++)
    await writeAudit({ userId: omar.id, action: 'tag.merged', subject: `tag-${n}`, actId }, DAY);
  await writeAudit(
    {
      userId: salma.id,
      action: 'staff.roleChanged',
      subject: omar.id,
      before: { role: 'author' },
      after: { role: 'editor' },
    },
    later(1),
  );
  await writeAudit({ userId: null, action: 'twoStep.reset', subject: omar.id }, later(2));
  await writeAudit({ userId: salma.id, action: 'ban', subject: 'b' }, later(3));
});

const actions = async (filter: Parameters<typeof listAudit>[0]) =>
  (await listAudit(filter, { limit: 20 })).map(({ action }) => action);

describe('the log', () => {
  it('is listed newest first, and filtered by person, action, subject and time', async () => {
    expect((await actions({})).slice(0, 3)).toEqual(['ban', 'twoStep.reset', 'staff.roleChanged']);
    expect(await actions({ userId: salma!.id })).toEqual(['ban', 'staff.roleChanged']);
    expect(await actions({ userId: null })).toEqual(['twoStep.reset']);
    expect(await actions({ kind: 'tag' })).toHaveLength(5);
    expect(await actions({ kind: 'tag.merged', subject: 'tag-3' })).toHaveLength(1);
    expect(await actions({ kind: 'tag.me' })).toEqual([]);
    expect(await actions({ kind: 'ban' })).toEqual(['ban']);
    expect(await actions({ from: later(1), to: later(3) })).toEqual(['twoStep.reset', 'staff.roleChanged']);
  });

  it('continues from a cursor without losing or repeating rows of the same time', async () => {
    const seen: string[] = [];
    let after: { createdAt: Date; id: string } | undefined;
    for (;;) {
      const rows = await listAudit({}, { after, limit: 3 });
      if (rows.length === 0) break;
      seen.push(...rows.map(({ id }) => id));
      after = rows.at(-1)!;
    }
    expect(seen).toHaveLength(8);
    expect(new Set(seen).size).toBe(8);
    const walked: string[] = [];
    for await (const rows of walkAudit({})) walked.push(...rows.map(({ id }) => id));
    expect(walked).toEqual(seen);
  });

  it('names its subjects, and records that it was exported', async () => {
    expect((await nameSubjects([omar!.id, 'gone'])).get(omar!.id)).toEqual({ ar: 'عمر', en: 'عمر' });
    const { redirect } = (await addRedirect({ fromPath: '/old', toPath: '/local' }, salma!, DAY)) as {
      redirect: { id: string };
    };
    expect((await nameSubjects([redirect.id])).get(redirect.id)?.ar).toBe('/old');
    await noteAuditExport(salma!, { format: 'csv' });
    expect((await actions({}))[0]).toBe('audit.exported');
    await expect(noteAuditExport(omar!, {})).rejects.toThrow();
  });
});

/** All actions that the code writes: `noun.verb` in files that write the log, and actions of one word. */
function findActions(): string[] {
  const folder = join(import.meta.dirname, '..');
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.startsWith('testing/'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .filter((text) => /\bwriteAudit\b/.test(text));
  const written = texts.flatMap((text) =>
    [...text.matchAll(/'([a-z][A-Za-z]*\.[a-z][A-Za-z]*)'|\baction: '([A-Za-z]+)'/g)].map(
      ([, dotted, bare]) => dotted ?? bare!,
    ),
  );
  return [...new Set(written)].sort();
}

const hasWords = (messages: typeof ar) => (action: string) => {
  const [noun = '', verb] = action.split('.');
  const of = (messages.newsroom.audit.actions as Record<string, string | Record<string, string>>)[noun];
  return typeof of === 'string'
    ? verb === undefined
    : verb !== undefined && of !== undefined && verb in of && noun in messages.newsroom.audit.nouns;
};

it('every action has its words in both languages', () => {
  const written = findActions();
  expect(written).toContain('staff.invited');
  expect(written).toContain('ban');
  expect(
    written.filter((action) => !hasWords(ar)(action)),
    'without Arabic words',
  ).toEqual([]);
  expect(
    written.filter((action) => !hasWords(en as typeof ar)(action)),
    'without English words',
  ).toEqual([]);
});
