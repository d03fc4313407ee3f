import { readFile } from 'node:fs/promises';
import { env } from '../env.ts';
import { keepUpload } from './keep-upload.ts';
import { makeCrops, makeVariants } from './make-variants.ts';
import type { PictureTask } from './apart.ts';

// The process for one picture: apart.ts starts it and reads the one line that it prints.
const task = JSON.parse(process.argv[2]!) as PictureTask;
const folders = { media: env.mediaDir, masters: env.mastersDir };

async function work(): Promise<unknown> {
  if ('upload' in task) return keepUpload(task.upload, folders);
  if ('mend' in task)
    return makeVariants(await readFile(task.mend.file), task.mend.picture, folders, task.mend.width);
  return makeCrops(task.picture, folders);
}

console.log(JSON.stringify((await work()) ?? {}));
