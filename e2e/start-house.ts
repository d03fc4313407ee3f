import { spawn } from 'node:child_process';
import { mkdirSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { dataDir } from './house.ts';

// Starts the server the way `npm start` does, on an empty data folder, with everything it says kept for the tests to read.
rmSync(dataDir, { recursive: true, force: true });
mkdirSync(dataDir, { recursive: true });
const log = openSync(join(dataDir, 'server.log'), 'a');
const server = spawn(process.execPath, ['server/main.ts'], { stdio: ['ignore', log, log] });
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => process.exit(code ?? 1));
