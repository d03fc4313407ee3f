import { hkdfSync, randomBytes } from 'node:crypto';
import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { keyedHash } from './crypto.ts';
import { env } from '#lib/env.ts';
import { Refusal } from '#lib/refusal.ts';

const FIRST_NAMES = [
  'emailCipher',
  'emailIndex',
  'networkIndex',
  'formToken',
  'commentLink',
  'auth',
] as const;
/** Came later: a file made before them is given them, while one that lacks a first name is damaged. */
const LATER_NAMES = ['noticeToken', 'webhook', 'preview'] as const;
const NAMES = [...FIRST_NAMES, ...LATER_NAMES];
export type Keys = Record<(typeof NAMES)[number], Buffer>;

const makeKeys = () => Object.fromEntries(NAMES.map((name) => [name, randomBytes(32).toString('hex')]));

/**
 * Whole or not at all: another process may read the file the moment it is there, and a half file would end
 * every later start.
 */
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

/**
 * What the file holds; nothing when it is damaged. The parser's own complaint would print a piece of a key.
 */
function readStored(file: string): Record<string, string> {
  const text = readFileSync(file, 'utf8');
  try {
    return (JSON.parse(text) as Record<string, string> | null) ?? {};
  } catch {
    return {};
  }
}

/**
 * Gives an older file the names that came after it. They are derived, so that processes which do this at once
 * all come to the same keys, and the whole file is put in place at one stroke.
 */
function addLaterKeys(file: string, stored: Record<string, string>): Record<string, string> {
  const missing = LATER_NAMES.filter((name) => !(name in stored));
  if (missing.length === 0 || findFaulty(stored, FIRST_NAMES).length > 0) return stored;
  const secret = Buffer.from(stored.auth!, 'hex');
  const derive = (name: string) =>
    Buffer.from(hkdfSync('sha256', secret, '', `midad ${name}`, 32)).toString('hex');
  const whole = { ...stored, ...Object.fromEntries(missing.map((name) => [name, derive(name)])) };
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(whole, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, file);
  return whole;
}

const findFaulty = (stored: Record<string, string>, names: readonly string[]) =>
  names.filter((name) => !/^[0-9a-f]{64}$/.test(stored[name] ?? ''));

export const keysFile = (): string => join(env.dataDir, 'keys.json');

/** Whether there is a database that something was written into. */
export const holdsDatabase = (): boolean =>
  (statSync(env.databaseFile, { throwIfNoEntry: false })?.size ?? 0) > 0;

/** Makes the keys where there are none. For a house that begins, or that is told to go on with new ones. */
export function makeMissingKeys() {
  mkdirSync(env.dataDir, { recursive: true });
  if (!existsSync(keysFile())) writeKeys(keysFile());
}

/**
 * What tells each key from another one, and nothing of the key: kept in the database that was written with
 * them (db/privacy/instance-keys.ts).
 */
export const keyPrints = (keys: Keys): Record<string, string> =>
  Object.fromEntries(NAMES.map((name) => [name, keyedHash(keys[name], `midad check ${name}`)]));

/**
 * Reads `keys.json` beside the database, and makes it on the first start: whoever has only the database reads
 * no address.
 */
function readKeys(): Keys {
  const file = keysFile();
  if (!existsSync(file)) {
    // New keys beside an old database would seal what the old ones cannot open: only a start decides that.
    if (holdsDatabase()) throw new Refusal(`${file} is missing, though there is a database beside it`);
    makeMissingKeys();
  }
  const stored = addLaterKeys(file, readStored(file));
  const missing = findFaulty(stored, NAMES);
  if (missing.length > 0) throw new Refusal(`${file} lacks the keys ${missing.join(', ')}`);
  return Object.fromEntries(NAMES.map((name) => [name, Buffer.from(stored[name]!, 'hex')])) as Keys;
}

let keys: Keys | undefined;

/** The installation's secret keys. */
export const getKeys = (): Keys => (keys ??= readKeys());
