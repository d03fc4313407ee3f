import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { watch } from 'node:fs';

// `npm run dev`: the site with its front door, on Next's development server. Next compiles a page on the
// first request for it. Nothing is cached, so a reload shows the last change. The newsroom reloads by itself.
// Reader pages do so with MIDAD_DEV_SCRIPTS=1, which leaves Next's script in them. It uses a data folder of
// its own.
const { DEV_DATA_DIR, HOST } = process.env;
const env = {
  ...process.env,
  DATA_DIR: DEV_DATA_DIR || 'data/dev',
  // Next's development server shows sources to every client.
  HOST: HOST || '127.0.0.1',
  NODE_ENV: 'development' as const,
  NEXT_TELEMETRY_DISABLED: '1',
  MIDAD_DEV: '1',
};
const run = (file: string) => spawnSync(process.execPath, [file], { stdio: 'inherit', env }).status === 0;

if (!run('bin/build-fonts.ts') || !run('bin/build-reader.ts')) process.exit(1);

// Next detects the new script name in reader/manifest.json and renders pages with it.
let soon: ReturnType<typeof setTimeout> | undefined;
watch('reader', (_, file) => {
  if (!file?.endsWith('.ts')) return;
  clearTimeout(soon);
  soon = setTimeout(() => run('bin/build-reader.ts'), 200);
});

// These are read once, when the process starts: the front door, the rules of routes, names in public/,
// migrations.
const READ_AT_START = [
  ['server', /\.ts$/],
  ['public', /^(?!assets)/],
  ['db/migrations', /\.sql$/],
  ['app', /(?:route-rules\.ts|page\.tsx|route\.ts)$/],
] as const;

let server: ChildProcess | undefined;
let isWanted = true;
let isEnding = false;

/** One server at a time: it starts again only after the exit of the last one. */
function start() {
  isWanted = false;
  server = spawn(process.execPath, ['server/main.ts'], { stdio: 'inherit', env });
  server.on('exit', (code) => {
    server = undefined;
    if (isEnding) process.exit(code ?? 0);
    // A syntax error or a port in use, for example: the next change starts it again.
    if (isWanted) start();
    else console.log('The server has ended; the next change starts it again.');
  });
}
start();

let restart: ReturnType<typeof setTimeout> | undefined;
for (const [folder, names] of READ_AT_START)
  watch(folder, { recursive: true }, (event, file) => {
    // Next compiles a changed page; the front door needs to know only that it exists.
    if (!file || !names.test(file) || (event === 'change' && /(?:page|\/route)\.tsx?$/.test(file))) return;
    clearTimeout(restart);
    restart = setTimeout(() => {
      console.log(`Starting again: ${folder}/${file}`);
      isWanted = true;
      if (server) server.kill('SIGTERM');
      else start();
    }, 300);
  });

for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.on(signal, () => {
    isEnding = true;
    clearTimeout(restart);
    if (server) server.kill(signal);
    else process.exit();
  });
