import { constants, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GENERATOR } from '#db/seed/archive/generator.ts';
import { runStep } from './steps.ts';

type Account = { email: string; password: string };
type Stamp = { generator: number; madeAt: number; account: Account };

export const SIZES: Record<string, number> = { '10k': 10_000, '100k': 100_000, '1m': 1_000_000 };
const STAMP = 'proof.json';
/** Later the administrator must set up a second step, and the newest days of the archive are empty. */
const USABLE_MS = 5 * 86_400_000;

function readStamp(folder: string): Stamp | undefined {
  const file = join(folder, STAMP);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Stamp) : undefined;
}

const isUsable = (stamp: Stamp | undefined): boolean =>
  stamp?.generator === GENERATOR && Date.now() - stamp.madeAt < USABLE_MS;

/**
 * Generates the archive of a size unless the folder has a recent one from this generator. Its database may be
 * older than the newest migration: it is migrated like that of any newsroom.
 */
export async function makeArchive(folder: string, size: string): Promise<string> {
  const archive = join(folder, size);
  if (isUsable(readStamp(archive))) return archive;
  console.error(`Generating ${size} in ${archive}`);
  rmSync(archive, { recursive: true, force: true });
  mkdirSync(archive, { recursive: true });
  const account = await runStep<Account>(['fill', String(SIZES[size])], archive);
  const stamp: Stamp = { generator: GENERATOR, madeAt: Date.now(), account };
  writeFileSync(join(archive, STAMP), JSON.stringify(stamp));
  return archive;
}

/** A copy to measure on, because a measured server writes. Each sub-command has its own. */
export function copyArchive(archive: string, name = 'measured'): string {
  const copy = `${archive}-${name}`;
  rmSync(copy, { recursive: true, force: true });
  cpSync(archive, copy, { recursive: true, mode: constants.COPYFILE_FICLONE });
  return copy;
}

/** The administrator of the archive. */
export const readAccount = (folder: string): Account => readStamp(folder)!.account;
