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
/** Added later: an older file gets them. A file that lacks one of the first names is damaged. */
const LATER_NAMES = ['noticeToken', 'webhook', 'preview'] as const;
const NAMES = [...FIRST_NAMES, ...LATER_NAMES];
export type Keys = Record<(typeof NAMES)[number], Buffer>;

const makeKeys = () => Object.fromEntries(NAMES.map((name) => [name, randomBytes(32).toString('hex')]));

/**
 * Writes the file atomically: another process may read it as soon as it exists, and a partial file would make
 * every later start fail.
 */
function writeKeys(file: string) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(makeKeys(), null, 2)}\n`, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    // Another process was first: use its keys.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
}

/**
 * The content of the file; empty if it is damaged. The parser's error is dropped, since it would print part
 * of a key.
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
 * Adds the keys that an older file lacks. They are derived, so that processes that do this at the same time
 * get the same keys. The file is replaced atomically.
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

/** Whether there is a database that is not empty. */
export const holdsDatabase = (): boolean =>
  (statSync(env.databaseFile, { throwIfNoEntry: false })?.size ?? 0) > 0;

/** Creates the keys if there are none: for a new instance, or one that continues with new keys by command. */
export function makeMissingKeys() {
  mkdirSync(env.dataDir, { recursive: true });
  if (!existsSync(keysFile())) writeKeys(keysFile());
}

/**
 * A fingerprint of each key that reveals nothing of it. Stored in the database that uses the keys
 * (db/privacy/instance-keys.ts).
 */
export const keyPrints = (keys: Keys): Record<string, string> =>
  Object.fromEntries(NAMES.map((name) => [name, keyedHash(keys[name], `midad check ${name}`)]));

/**
 * Reads `keys.json` beside the database, and creates it on the first start. A copy of only the database
 * reveals no email address.
 */
function readKeys(): Keys {
  const file = keysFile();
  if (!existsSync(file)) {
    // New keys beside an old database would encrypt data that the old keys cannot decrypt. Only the start
    // procedure may decide that.
    if (holdsDatabase()) throw new Refusal(`${file} is missing, though there is a database beside it`);
    makeMissingKeys();
  }
  const stored = addLaterKeys(file, readStored(file));
  const missing = findFaulty(stored, NAMES);
  if (missing.length > 0) throw new Refusal(`${file} lacks the keys ${missing.join(', ')}`);
  return Object.fromEntries(NAMES.map((name) => [name, Buffer.from(stored[name]!, 'hex')])) as Keys;
}

let keys: Keys | undefined;

/** The secret keys of the instance. */
export const getKeys = (): Keys => (keys ??= readKeys());
