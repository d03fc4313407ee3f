import { env } from '../env.ts';
import { keepUpload } from './keep-upload.ts';
import { makeCrops } from './make-variants.ts';
import type { PictureTask } from './apart.ts';

// A process of its own for one file: see apart.ts, which starts it and reads its one line.
const task = JSON.parse(process.argv[2]!) as PictureTask;
const folders = { media: env.mediaDir, masters: env.mastersDir };
const answer = 'upload' in task ? await keepUpload(task.upload, folders) : await makeCrops(task.picture, folders);
console.log(JSON.stringify(answer ?? {}));
