import { spawn, spawnSync } from 'node:child_process';
import { watch } from 'node:fs';

// `npm run dev`: runs the site with its front door on Next's development server. Pages are compiled on
// request and never cached, so a reload shows the latest source; a change in server/ needs a restart. Pages
// of the newsroom reload automatically. Readers' pages do so only with MIDAD_DEV_SCRIPTS=1, which keeps
// Next's scripts in them. It uses a data folder of its own.
const { DEV_DATA_DIR, HOST } = process.env;
const env = {
  ...process.env,
  DATA_DIR: DEV_DATA_DIR || 'data/dev',
  // Next's development server shows sources to every client.
  HOST: HOST || '127.0.0.1',
  NODE_ENV: 'development' as const,
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

const server = spawn(process.execPath, ['server/main.ts'], { stdio: 'inherit', env });
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => process.exit(code ?? 0));
