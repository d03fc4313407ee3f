import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from './env.ts';

const NAMES = ['emailCipher', 'emailIndex', 'networkIndex', 'formToken', 'commentLink', 'auth'] as const;
export type Keys = Record<(typeof NAMES)[number], Buffer>;

const makeKeys = () => Object.fromEntries(NAMES.map((name) => [name, randomBytes(32).toString('hex')]));

/** Reads `keys.json` beside the database, and makes it on the first start: whoever has only the database reads no address. */
function readKeys(): Keys {
  const file = join(env.dataDir, 'keys.json');
  mkdirSync(env.dataDir, { recursive: true });
  try {
    // `wx` fails when another process made the file first; then its keys are ours too.
    writeFileSync(file, `${JSON.stringify(makeKeys(), null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const stored = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  const missing = NAMES.filter((name) => !/^[0-9a-f]{64}$/.test(stored[name] ?? ''));
  if (missing.length > 0) throw new Error(`${file} lacks the keys ${missing.join(', ')}`);
  return Object.fromEntries(NAMES.map((name) => [name, Buffer.from(stored[name]!, 'hex')])) as Keys;
}

let keys: Keys | undefined;

/** The installation's secret keys. */
export const getKeys = (): Keys => (keys ??= readKeys());
