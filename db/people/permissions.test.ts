import { globSync, readFileSync } from 'node:fs';
import { getTableName, is, Table } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { can, NotAllowed, ROLES, type Person, type Role } from '#lib/people/can.ts';
import { sha256 } from '#lib/security/crypto.ts';
import { db } from '#db/engine/client.ts';
import * as tables from '#db/tables/tables.ts';
import { makeSite, type Site } from '#db/testing/command-site.ts';
import { COMMANDS } from '#db/testing/commands.ts';
import { addTestPerson } from '#db/testing/staff.ts';

/** Functions that take a person and need no permission. */
const FREE = [
  // They read what the person may see.
  'countDesk',
  'findIds',
  'listDesk',
  'openDesk',
  'listPicked',
  'listReturned',
  'mayChangeMedia',
  'maySee',
  'meets',
  // They make and open a pass for the command that checks.
  'passForExport',
  'openExportPass',
  // They change the person's own account.
  'changeOwnName',
  'changeOwnEmail',
  'settle',
];

/** An exported function with its parameters; a long list of parameters ends at a line of its own. */
const FUNCTION =
  /^export (?:async )?(?:function|const) (\w+)(?: = (?:async )?)?\((\n(?: .*\n)*\)|.*?\)(?=:| =>| \{))/gm;
/** `export const approveComment = decideAs('approved')`: the factory in the same file takes the person. */
const MADE = /^export const (\w+) = (\w+)\(/gm;

/** The exported functions of db/ that take a person, except parts of another command's transaction. */
function listCommands(): string[] {
  const files = globSync('db/**/*.ts', {
    exclude: (path) => path.endsWith('.test.ts') || path === 'db/testing' || path === 'db/seed',
  });
  return files.flatMap((file) => {
    const source = readFileSync(file, 'utf8');
    const taking = [...source.matchAll(FUNCTION)].filter(
      ([, , parameters]) => /\bPerson\b/.test(parameters!) && !/^\s*tx: Transaction/.test(parameters!),
    );
    const made = [...source.matchAll(MADE)].filter(([, , factory]) =>
      new RegExp(`^const ${factory} =\\s[^;]*?: Person\\b`, 'm').test(source),
    );
    return [...taking, ...made].map(([, name]) => name!);
  });
}

/** A digest of all rows, by table. */
async function readAll(): Promise<Record<string, string>> {
  const all = Object.values(tables).filter((table) => is(table, Table));
  const rows = await Promise.all(
    all.map((table) =>
      db()
        .select()
        .from(table as typeof tables.tags),
    ),
  );
  return Object.fromEntries(all.map((table, n) => [getTableName(table), sha256(JSON.stringify(rows[n]))]));
}

const people = {} as Record<Role, Person>;
let site: Site;
let before: Awaited<ReturnType<typeof readAll>>;
beforeAll(async () => {
  for (const role of ROLES) people[role] = await addTestPerson(role, role);
  site = await makeSite(await addTestPerson('ليلى', 'admin'), people.author);
  before = await readAll();
});

it('lists every command that takes a person', () => {
  const listed = new Set(COMMANDS.flatMap(({ commands }) => Object.keys(commands)));
  expect([...listed, ...FREE].sort()).toEqual(listCommands().sort());
});

const cases = COMMANDS.flatMap(({ needs, isColleagues, commands }) => {
  const object = isColleagues && { ownerId: 'a colleague' };
  const may = ROLES.find((role) => can({ id: role, role }, needs, object))!;
  const mayNot = ROLES.filter((role) => !can({ id: role, role }, needs, object));
  return Object.entries(commands).map(([name, call]) => ({ name, call, may, mayNot }));
});

describe('refuses roles without the permission, and writes nothing', () => {
  it.each(cases)('$name: $mayNot', async ({ call, mayNot }) => {
    expect(mayNot).not.toEqual([]);
    for (const role of mayNot)
      await expect(async () => call(people[role], site), role).rejects.toThrow(NotAllowed);
    const expected = before;
    before = await readAll(); // so that one failure does not fail the cases after it
    expect(before).toEqual(expected);
  });
});

// The command may reject for another reason: earlier cases have changed the site.
describe('lets a role with the permission through', () => {
  it.each(cases)('$name: $may', async ({ call, may }) => {
    const [result] = await Promise.allSettled([(async () => call(people[may], site))()]);
    if (result.status === 'rejected') expect(result.reason).not.toBeInstanceOf(NotAllowed);
  });
});
