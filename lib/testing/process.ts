import { execFile } from 'node:child_process';
import { join } from 'node:path';

/** Runs a module in a separate process with a data directory; returns its output. */
export const runProcess = (code: string, dataDir: string) =>
  new Promise<string>((resolve, reject) => {
    const options = { cwd: join(import.meta.dirname, '../..'), env: { ...process.env, DATA_DIR: dataDir } };
    execFile(process.execPath, ['--input-type=module', '--eval', code], options, (error, out, fault) =>
      error ? reject(new Error(fault || error.message)) : resolve(out.trim()),
    );
  });
