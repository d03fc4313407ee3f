import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from './env.ts';

const NAMES = ['emailCipher', 'emailIndex', 'networkIndex', 'formToken', 'commentLink', 'auth'] as const;
export type Keys = Record<(typeof NAMES)[number], Buffer>;

const makeKeys = () => Object.fromEntries(NAMES.map((name) => [name, randomBytes(32).toString('hex')]));

/** Whole or not at all: another process may read the file the moment it is there, and a half file would end every later start. */
function writeKeys(file: string) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(makeKeys(), null, 2)}\n`, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    // Another process was first: its keys are ours too.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
}

/** What the file holds; nothing when it is damaged. The parser's own complaint would print a piece of a key. */
function readStored(file: string): Record<string, string> {
  const text = readFileSync(file, 'utf8');
  try {
    return (JSON.parse(text) as Record<string, string> | null) ?? {};
  } catch {
    return {};
  }
}

/** Reads `keys.json` beside the database, and makes it on the first start: whoever has only the database reads no address. */
function readKeys(): Keys {
  const file = join(env.dataDir, 'keys.json');
  mkdirSync(env.dataDir, { recursive: true });
  if (!existsSync(file)) writeKeys(file);
  const stored = readStored(file);
  const missing = NAMES.filter((name) => !/^[0-9a-f]{64}$/.test(stored[name] ?? ''));
  if (missing.length > 0) throw new Error(`${file} lacks the keys ${missing.join(', ')}`);
  return Object.fromEntries(NAMES.map((name) => [name, Buffer.from(stored[name]!, 'hex')])) as Keys;
}

let keys: Keys | undefined;

/** The installation's secret keys. */
export const getKeys = (): Keys => (keys ??= readKeys());
