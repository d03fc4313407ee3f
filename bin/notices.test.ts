import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { FILE, printNotices } from './notices.ts';

it('the third-party notices name the packages that are installed, with their licences', () => {
  expect(readFileSync(FILE, 'utf8')).toBe(printNotices());
});
