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
 * Of the processes that want a core, those that answer readers come first; not so low that other programs of
 * the machine could starve it.
 */
const command = (program: string[]): string[] =>
  process.platform === 'win32' ? program : ['nice', '-n', '10', ...program];

let last: Promise<unknown> = Promise.resolve();

/** One after the other: two at once would be no sooner done, and take twice the memory. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const result = last.then(work);
  last = result.catch(() => undefined);
  return result;
}

/**
 * Pictures are worked on outside of the process that answers readers: a broken one can take down only itself.
 */
function runTask<T>(task: PictureTask): Promise<T> {
  const [file, ...args] = command([process.execPath, PROGRAM, JSON.stringify(task)]);
  return inTurn(async () => {
    const { stdout } = await run(file!, args, { timeout: GIVE_UP_MS, killSignal: 'SIGKILL' });
    return JSON.parse(stdout) as T;
  });
}

/** Throws when the process failed or took too long. */
export const keepUploadApart = (file: string): Promise<Kept | { fault: UploadFault }> =>
  runTask({ upload: file });

export const makeCropsApart = (picture: Focused): Promise<unknown> => runTask({ picture });

/** What a picture lacks, made of the best file there is of it. */
export const mendApart = (mend: Mending): Promise<unknown> => runTask({ mend });
