import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/* The formatter wraps code and doc comments; it leaves other comments as they are. */
const WIDTH = 110;

const listed = execFileSync('git', ['ls-files', '*.ts', '*.tsx', '*.mjs', '*.css'], {
  encoding: 'utf8',
}).split('\n');
const sources = listed.filter((file) => file && existsSync(file) && !file.startsWith('db/seed/art/'));

/** A comment line without a long word that cannot be wrapped, such as a URL. */
const isComment = (line: string) => /^\s*(?:\/\/|\/\*|\*|\{\/\*)/.test(line) && !/\S{60}/.test(line);

it('no comment line is wider than 110 characters', () => {
  const wide = sources.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, at) => (line.length > WIDTH && isComment(line) ? [`${file}:${at + 1}`] : [])),
  );
  expect(wide).toEqual([]);
});
