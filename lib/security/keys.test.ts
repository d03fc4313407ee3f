import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { runProcess } from '#lib/testing/process.ts';

const home = process.env.DATA_DIR!;
let folder = '';
const file = () => join(folder, 'data/keys.json');

beforeEach(() => {
  folder = mkdtempSync(join(home, 'keys-'));
});
afterAll(() => {
  process.env.DATA_DIR = home;
});

/** Imports the module as a starting process does. */
async function readKeys() {
  process.env.DATA_DIR = join(folder, 'data');
  vi.resetModules();
  const { getKeys } = await import('./keys.ts');
  return getKeys();
}

describe('the keys of an instance', () => {
  it('are created on the first start, readable only by the owner, and stay the same', async () => {
    const keys = await readKeys();
    const written = readFileSync(file(), 'utf8');
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(Object.values(keys).map((key) => key.length)).toEqual(Array(Object.keys(keys).length).fill(32));
    expect(new Set(Object.values(keys).map((key) => key.toString('hex'))).size).toBe(
      Object.keys(keys).length,
    );
    expect(await readKeys()).toEqual(keys);
    expect(readFileSync(file(), 'utf8')).toBe(written);
    expect(readdirSync(join(folder, 'data'))).toEqual(['keys.json']);
  });

  it('added in later versions are added to an older file without changing its other keys', async () => {
    const keys = await readKeys();
    const older = JSON.parse(readFileSync(file(), 'utf8')) as Record<string, string>;
    const { noticeToken, webhook, preview, ...first } = older;
    writeFileSync(file(), JSON.stringify({ ...first, unknown: 'kept' }), { mode: 0o600 });
    const added = await readKeys();
    expect(added.auth).toEqual(keys.auth);
    expect([noticeToken, webhook, preview]).not.toContain(added.webhook.toString('hex'));
    expect(added.noticeToken).not.toEqual(added.webhook);
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual({
      ...first,
      unknown: 'kept',
      noticeToken: added.noticeToken.toString('hex'),
      webhook: added.webhook.toString('hex'),
      preview: added.preview.toString('hex'),
    });
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(await readKeys()).toEqual(added);
    writeFileSync(file(), JSON.stringify(first));
    expect(await readKeys()).toEqual(added);
    expect(readdirSync(join(folder, 'data'))).toEqual(['keys.json']);
  });

  it('are never replaced if the file is damaged: data encrypted with them would be lost', async () => {
    const keys = await readKeys();
    const whole = readFileSync(file(), 'utf8');
    for (const damaged of [
      '',
      '{}',
      'null',
      whole.slice(0, 100),
      whole.replace('"emailCipher"', '"other"'),
      whole.replace(keys.emailIndex.toString('hex'), 'abc'),
      whole.replace(keys.webhook.toString('hex'), ''),
    ]) {
      writeFileSync(file(), damaged);
      await expect(readKeys()).rejects.toThrow(file());
      expect(readFileSync(file(), 'utf8')).toBe(damaged);
    }
  });

  it('are the same for processes that start at the same time', async () => {
    const code = `
      import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
      import { getKeys } from '#lib/security/keys.ts';
      const ready = process.env.DATA_DIR + '-ready';
      mkdirSync(ready, { recursive: true });
      writeFileSync(ready + '/' + process.pid, '');
      while (readdirSync(ready).length < 4) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
      console.log(getKeys().auth.toString('hex'));`;
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => runProcess(code, join(folder, 'data'))),
    );
    expect(new Set(answers).size).toBe(1);
    expect(readdirSync(join(folder, 'data'))).toEqual(['keys.json']);
  });
});
