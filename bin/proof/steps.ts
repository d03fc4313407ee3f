import { fork } from 'node:child_process';

/** Runs a sub-command of bin/proof.ts on a data folder. Returns what it sends. */
export async function runStep<T>(args: string[], dataDir: string, demo: '0' | '1' = '0'): Promise<T> {
  const env = { ...process.env, DATA_DIR: dataDir, MIDAD_DEMO: demo, SITE_URL: '' };
  const child = fork('bin/proof.ts', args, { env });
  let said: { result: T } | undefined;
  child.on('message', (message) => (said = message as { result: T }));
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0 || !said) throw new Error(`${args.join(' ')} ended with ${String(code)}`);
  return said.result;
}

/** Hands the result of a step to the process that runs it. */
export const sendResult = (result: unknown) => process.send!({ result });

/** Makes a step end when the command that runs it has ended, even by a signal. */
export function endWithCommand(): void {
  process.once('disconnect', () => process.exit(1));
  // The channel must not keep a finished step running.
  process.channel?.unref();
}
