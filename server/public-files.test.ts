import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { findPublicFiles } from './public-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'midad-public-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('finds every file of a folder, but not the built ones and not the hidden ones', () => {
  for (const file of [
    'ads.txt',
    'a/b.html',
    '.well-known/security.txt',
    'صحيفة.pdf',
    '.env',
    'a/.secret',
    'assets/reader.js',
    'promo/assets/a?b.png',
    'newsroom/page.html',
    'media/a.png',
  ]) {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), file);
  }
  symlinkSync('/etc', join(folder, 'linked'));
  expect([...findPublicFiles(folder)].toSorted()).toEqual(
    [
      '/ads.txt',
      '/a/b.html',
      '/.well-known/security.txt',
      '/promo/assets/a%3Fb.png',
      '/%D8%B5%D8%AD%D9%8A%D9%81%D8%A9.pdf',
    ].toSorted(),
  );
});

it('finds the icons of the site', () => {
  expect([...findPublicFiles()]).toEqual(expect.arrayContaining(['/favicon.ico', '/icon.svg']));
});
