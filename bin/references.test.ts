import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, it } from 'vitest';

/* Documents and comments name files, decisions and commands. Each of them must exist. */

const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file && existsSync(file));
// STYLE.md names `index.ts` to say that there is none.
const names = new Set(['index.ts', ...tracked.map((file) => basename(file))]);
const folders = new Set(tracked.flatMap((file) => parents(file)));
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

function parents(file: string): string[] {
  const above = dirname(file);
  return above === '.' ? [] : [above, ...parents(above)];
}

type Text = { file: string; line: number; text: string };

/** The lines of a document, or the comments of a source file. */
function textsOf(file: string): Text[] {
  const isSource = /\.(?:tsx?|mjs|css)$/.test(file);
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((text, at) => ({ file, line: at + 1, text }))
    .flatMap((each) => {
      if (!isSource) return [each];
      const [comment] = /(?:^\s*(?:\/\*+|\*|\{\/\*)|(?:^|\s)\/\/) .*/.exec(each.text) ?? [];
      return comment ? [{ ...each, text: comment }] : [];
    });
}

const texts = tracked
  .filter((file) => /\.(?:md|tsx?|mjs|css)$/.test(file) && !file.startsWith('db/migrations/'))
  .flatMap(textsOf);

/** What the build or a running instance makes, and so is in no checkout. */
const MADE = /^(?:public\/assets|data)(?:\/|$)|^reader\/manifest\.json$/;
/** A pattern or a placeholder: `db/*.ts`, `app/[locale]/NAME/page.tsx`. */
const isPattern = (path: string) => /[*{}…<>]|NAME|NNN|\bx\./.test(path);

/** A decision is often named by its number alone. */
const isDecision = (path: string) =>
  tracked.some((file) => /^docs\/decisions\/\d{3}$/.test(path) && file.startsWith(`${path}-`));

const exists = (path: string) =>
  isDecision(path) ||
  isPattern(path) ||
  MADE.test(path) ||
  existsSync(path) ||
  folders.has(path.replace(/\/$/, ''));

const ROOTS = 'app|bin|components|db|docs|e2e|lib|messages|public|reader|server';
const PATH = new RegExp(String.raw`(?<![\w./#:@-])#?(?:${ROOTS})/(?:\[+[\w.]+\]+|[\w().…*{},/-])*`, 'g');
const FILE =
  /`([a-z0-9-]+\.(?:test\.|spec\.)?(?:tsx?|mjs|md))`|(?<![\w./-])([a-z0-9]+(?:-[a-z0-9]+)+\.(?:test\.|spec\.)?tsx?)\b/g;

const missing = (find: (text: Text) => string[]) =>
  texts.flatMap((each) => find(each).map((name) => `${each.file}:${each.line} ${name}`));

it('every path in a document or a comment exists', () => {
  const dead = missing(({ text }) =>
    [...text.matchAll(PATH)]
      .map(([path]) => path.replace(/^#/, '').replace(/[.,)(]+$/, ''))
      .filter((path) => !exists(path) && !exists(`${path}.ts`) && !exists(`${path}.tsx`)),
  );
  expect(dead).toEqual([]);
});

it('every file that is named without its folder exists', () => {
  const dead = missing(({ text }) =>
    [...text.matchAll(FILE)]
      .map(([, a, b]) => (a ?? b)!)
      .filter((name) => !isPattern(name) && !names.has(name)),
  );
  expect(dead).toEqual([]);
});

it('every link of a document leads to a file', () => {
  const dead = missing(({ file, text }) =>
    file.endsWith('.md')
      ? [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)]
          .map(([, link]) => link!)
          .filter((link) => !existsSync(join(dirname(file), link)))
      : [],
  );
  expect(dead).toEqual([]);
});

it('every decision and every command that is named exists', () => {
  const decisions = new Set(tracked.flatMap((file) => /^docs\/decisions\/(\d{3})-/.exec(file)?.[1] ?? []));
  const dead = missing(({ text }) => [
    ...[...text.matchAll(/\bdecisions? (\d{3})\b/gi)]
      .map(([, number]) => number!)
      .filter((number) => !decisions.has(number)),
    ...[...text.matchAll(/\bnpm run ([a-z][a-z0-9:-]*[a-z0-9])/g)]
      .map(([, name]) => name!)
      .filter((name) => !(name in scripts)),
  ]);
  expect(dead).toEqual([]);
});
