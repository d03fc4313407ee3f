import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

type Cpu = { user: number; system: number };

/** Makes a process answer each message with its CPU time so far, and end with the process that started it. */
const TELL = `data:text/javascript,${encodeURIComponent(
  'process.on("message", () => process.send(process.cpuUsage()));' +
    'process.on("disconnect", () => process.kill(process.pid))',
)}`;

/** Starts the production server on the data folder of this process; it counts its queries. */
export async function startServer(port: number, env: Record<string, string> = {}) {
  const base = `http://localhost:${port}`;
  const begun = performance.now();
  const child = spawn(process.execPath, ['--import', TELL, 'server/main.ts'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      SITE_URL: base,
      MIDAD_COUNT_QUERIES: '1',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  let said = '';
  child.stdout!.on('data', (chunk: Buffer) => (said += chunk.toString()));
  while (!said.includes('Midad is at')) {
    if (child.exitCode !== null) throw new Error('The server did not start');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const cpuMs = () =>
    new Promise<number>((resolve) => {
      child.once('message', (used) => resolve(((used as Cpu).user + (used as Cpu).system) / 1000));
      child.send('');
    });
  return {
    base,
    startMs: performance.now() - begun,
    cpuMs,
    /** Its share of the memory, in MB. */
    pss: () =>
      Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${child.pid}/smaps_rollup`, 'utf8'))![1]) / 1024,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

export type Server = Awaited<ReturnType<typeof startServer>>;
