import { fillArchive } from '#db/seed/archive/fill-archive.ts';
import { sendResult } from './steps.ts';

const seconds = (ms: number) => `${(ms / 1000).toFixed(0)} s`;

/** Fills the data folder of this process, and reports the progress. */
export async function fill(count: number): Promise<void> {
  const begun = performance.now();
  const account = await fillArchive(count, {
    onProgress(done, comments) {
      const spent = performance.now() - begun;
      const left = (spent / done) * (count - done);
      console.error(`${done} articles, ${comments} comments in ${seconds(spent)}; ${seconds(left)} left`);
    },
  });
  sendResult(account);
}
