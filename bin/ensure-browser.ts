import { spawnSync } from 'node:child_process';
import { chromiumPath } from '../e2e/house.ts';

/** The browser tests drive the system's Chromium; where there is none, Debian's is installed, elsewhere Playwright's own. */
function install(): number {
  const isDebian = spawnSync('sh', ['-c', 'command -v apt-get']).status === 0;
  if (!isDebian) return run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium']);
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = (...args: string[]) => run([...asRoot, 'apt-get'][0]!, [...asRoot.slice(1), ...(asRoot.length > 0 ? ['apt-get'] : []), ...args]);
  return apt('update', '-qq') || apt('install', '-y', '-qq', '--no-install-recommends', 'chromium');
}

const run = (command: string, args: string[]) => spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status ?? 1;

if (!chromiumPath) {
  console.log('No Chromium here: installing one for the browser tests…');
  if (install() !== 0) {
    console.error('Install Chromium (Debian: apt-get install chromium) and run npm test again.');
    process.exit(1);
  }
}
