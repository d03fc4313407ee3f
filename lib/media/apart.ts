import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Kept } from './keep-upload.ts';
import type { UploadFault } from './upload-rules.ts';
import type { Focused } from './variants.ts';

type Mending = { file: string; width: number; picture: Focused };
export type PictureTask = { upload: string } | { picture: Focused } | { mend: Mending };

const run = promisify(execFile);
const GIVE_UP_MS = 120_000;
const PROGRAM = join(/* turbopackIgnore: true */ process.cwd(), 'lib/media/picture-process.ts');
/**
 * Processes that answer readers have priority over these. The priority is not so low that other programs on
 * the machine could starve them.
 */
const command = (program: string[]): string[] =>
  process.platform === 'win32' ? program : ['nice', '-n', '10', ...program];

let last: Promise<unknown> = Promise.resolve();

/** Runs one task at a time: two in parallel would not finish sooner and take twice the memory. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const result = last.then(work);
  last = result.catch(() => undefined);
  return result;
}

/** Processes pictures in a separate process: a broken picture can crash only that one. */
function runTask<T>(task: PictureTask): Promise<T> {
  const [file, ...args] = command([process.execPath, PROGRAM, JSON.stringify(task)]);
  return inTurn(async () => {
    const { stdout } = await run(file!, args, { timeout: GIVE_UP_MS, killSignal: 'SIGKILL' });
    return JSON.parse(stdout) as T;
  });
}

/** Throws if the process failed or took too long. */
export const keepUploadApart = (file: string): Promise<Kept | { fault: UploadFault }> =>
  runTask({ upload: file });

export const makeCropsApart = (picture: Focused): Promise<unknown> => runTask({ picture });

/** Creates the missing files of a picture from its best existing file. */
export const mendApart = (mend: Mending): Promise<unknown> => runTask({ mend });
