import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pruneOutbox } from './prune-outbox.ts';

it('deletes only mails older than thirty days', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'midad-outbox-'));
  const now = new Date('2026-11-24T12:00:00Z');
  for (const [name, days] of [
    ['old.eml', 31],
    ['half.eml.part', 31],
    ['new.eml', 29],
    ['note.txt', 400],
  ] as const) {
    writeFileSync(join(folder, name), 'x');
    const at = new Date(now.getTime() - days * 86_400_000);
    utimesSync(join(folder, name), at, at);
  }
  expect(await pruneOutbox(folder, now)).toBe(2);
  expect(readdirSync(folder).sort()).toEqual(['new.eml', 'note.txt']);
  expect(await pruneOutbox(join(folder, 'missing'), now)).toBe(0);
  rmSync(folder, { recursive: true });
});
