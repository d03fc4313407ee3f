import { execFileSync, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

type Cpu = { user: number; system: number };

/** Makes a process answer each message with its CPU time so far, and end with the process that started it. */
const TELL = `data:text/javascript,${encodeURIComponent(
  'process.on("message", () => process.send(process.cpuUsage()));' +
    'process.on("disconnect", () => process.kill(process.pid))',
)}`;

/** The system's unit of CPU time in `/proc/PID/stat`. */
const readTicks = () => 1000 / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/**
 * The fields of `/proc/PID/stat` after the name, which may contain spaces; undefined for a process that
 * ended.
 */
function readStat(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/** A process and all that it has started: the workers of the server. */
function listTree(root: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), Number(readStat(Number(name))?.[1])] as const);
  const below = (pid: number): number[] => [
    pid,
    ...parents.flatMap(([child, parent]) => (parent === pid ? below(child) : [])),
  ];
  return below(root);
}

/** The share of a process in the memory, in MB. */
const pssOf = (pid: number) =>
  Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))![1]) / 1024;

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
  const tickMs = readTicks();
  return {
    base,
    startMs: performance.now() - begun,
    cpuMs,
    /** Its share of the memory, in MB. */
    pss: () => pssOf(child.pid!),
    /** CPU time and memory with those of its workers; the time in steps of 10 ms. */
    whole: {
      cpuMs: () =>
        listTree(child.pid!)
          .map(readStat)
          .reduce((sum, stat) => sum + (stat ? Number(stat[11]) + Number(stat[12]) : 0), 0) * tickMs,
      pss: () => listTree(child.pid!).reduce((sum, pid) => sum + pssOf(pid), 0),
    },
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

export type Server = Awaited<ReturnType<typeof startServer>>;
