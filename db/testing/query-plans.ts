import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { getTableName, is, Table } from 'drizzle-orm';
import { afterAll } from 'vitest';
import { env } from '#lib/env.ts';
import * as tables from '#db/tables/tables.ts';

/*
 * SQLite's query plans on the database of this test file. They are made without statistics: neither the tests
 * nor the product run ANALYZE.
 */

/** Tables that stay small for as long as the site exists. Every other table grows with its archive. */
const SMALL = new Set([
  'accounts',
  'content_version',
  'front_slots',
  'house',
  'invitations',
  'page_drafts',
  'pages',
  'passkeys',
  'rankings',
  'sections',
  'settings',
  'two_factors',
  'users',
  'word_rules',
]);
export const GROWING: ReadonlySet<string> = new Set(
  Object.values(tables)
    .filter((table) => is(table, Table))
    .map((table) => getTableName(table))
    .filter((name) => !SMALL.has(name)),
);
/** Columns that exclude hardly any row: an index search by these alone counts as a scan. */
const COMMON = new Set(['status', 'locale', 'comments_open', 'kind']);

let opened: Sqlite.Database | undefined;
afterAll(() => opened?.close());
const file = () => (opened ??= new Sqlite(env.databaseFile));

/** Without values of its own, a statement is planned with ones. SQLite's choice depends on a LIMIT. */
const ones = (sql: string) => Array<unknown>(sql.split('?').length - 1).fill(1);

type Step = { id: number; parent: number; detail: string };
const treeOf = (sql: string, values: unknown[]) =>
  file()
    .prepare(`explain query plan ${sql}`)
    .all(...values) as Step[];

/** The steps of SQLite's plan for a statement. */
export const planOf = (sql: string, values = ones(sql)): string[] =>
  treeOf(sql, values).map(({ detail }) => detail);

/** Whether a step runs for each row of another: steps of one parent are nested loops, the first outermost. */
function isRepeated(step: Step, tree: Step[]): boolean {
  const isInside = tree
    .slice(0, tree.indexOf(step))
    .some(({ parent, detail }) => parent === step.parent && /^(?:SCAN (?!CONSTANT)|SEARCH )/.test(detail));
  const parent = tree.find(({ id }) => id === step.parent);
  if (isInside || !parent) return isInside;
  if (parent.detail.startsWith('CORRELATED')) return true;
  return /^(?:MULTI-INDEX OR|INDEX \d+)$/.test(parent.detail) && isRepeated(parent, tree);
}

/**
 * The steps that read a growing table from one end to the other, all rows with a common value, or for each
 * row of another table all rows above or below a value.
 */
export function listWalks(sql: string, values = ones(sql)): string[] {
  // Drizzle's condition for an empty list of ids: SQLite reads nothing.
  if (/\bwhere false\b/.test(sql)) return [];
  const aliases = aliasesIn(sql);
  const tree = treeOf(sql, values);
  const isWalk = (each: Step) => {
    const step = each.detail;
    const [, kind, name] = /^(SCAN|SEARCH) (\w+)/.exec(step) ?? [];
    if (!kind || !name || !GROWING.has(aliases.get(name) ?? name)) return false;
    if (kind === 'SCAN') return true;
    // Without terms it is the first or last entry of an index: `min` or `max`.
    const terms = /\(([^)]*)\)/.exec(step)?.[1]?.split(' AND ');
    if (!terms) return false;
    const isRange = terms.length > 0 && terms.every((term) => !term.includes('='));
    if (isRange && isRepeated(each, tree)) return true;
    return terms.every((term) => COMMON.has(term.replace(/[=<>].*/, '')));
  };
  return tree.filter(isWalk).map(({ detail }) => detail);
}

/** The tables behind other names: `"comments" "replies"` in the text of a statement. */
function aliasesIn(sql: string): Map<string, string> {
  const renamed = /\b(?:from|join)\s+"?(\w+)"?\s+(?:as\s+)?"?(\w+)"?/gi;
  return new Map([...sql.matchAll(renamed)].map(([, table, alias]) => [alias!, table!]));
}

/** Whether a prepared statement only reads, or changes rows that it must first find. */
export const hasPlan = (sql: string) => /^\s*(?:select|with|update|delete)\b/i.test(sql);

/** The functions of db/ that these source files import to read: `getArticle`, `listDesk` … */
export function listImportedReads(sources: string[]): Set<string> {
  const imported = sources.flatMap((source) =>
    [...readFileSync(source, 'utf8').matchAll(/import (?!type)\{([^}]*)\} from '#db\//g)].flatMap(
      ([, names]) => names!.split(',').map((name) => name.trim()),
    ),
  );
  return new Set(imported.filter((name) => /^(?:get|list|search|count|compose|find)[A-Z]/.test(name)));
}

/** The source files of these folders, without tests. */
export const listSources = (...folders: string[]) =>
  folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
    )
    .filter((name) => /(?<!test)\.tsx?$/.test(name));

/** The indexes that are not there for a constraint alone. */
export const listIndexes = (): string[] =>
  (
    file()
      .prepare(
        `select each.name from sqlite_master as owner, pragma_index_list(owner.name) as each
         where owner.type = 'table' and each.origin = 'c' and each."unique" = 0 order by 1`,
      )
      .all() as { name: string }[]
  ).map(({ name }) => name);

/** The indexes that a statement reads, in its triggers and foreign keys too, which a plan does not show. */
export function listReadIndexes(sql: string): string[] {
  const steps = file()
    .prepare(`explain ${sql}`)
    .all(...ones(sql)) as { opcode: string; p2: number }[];
  const name = file().prepare("select name from sqlite_master where type = 'index' and rootpage = ?").pluck();
  const opened = steps.filter(({ opcode }) => opcode === 'OpenRead').map(({ p2 }) => name.get(p2));
  // An UPDATE or DELETE opens the index by which it searches for writing, like all others of its table.
  const named = planOf(sql).map((step) => / INDEX (\w+)/.exec(step)?.[1]);
  return [...opened, ...named].filter((each) => typeof each === 'string');
}
