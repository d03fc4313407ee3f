import { spawnSync } from 'node:child_process';
import { chromiumPath } from '../e2e/house.ts';

const run = (...[command, ...args]: [string, ...string[]]): boolean =>
  spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;

/** The browser tests drive the system's Chromium; where there is none, Debian's is installed, elsewhere Playwright's own. */
function installChromium(): boolean {
  if (!run('sh', '-c', 'command -v apt-get')) return run(process.execPath, 'node_modules/@playwright/test/cli.js', 'install', 'chromium');
  const apt = (...args: string[]) => (process.getuid?.() === 0 ? run('apt-get', ...args) : run('sudo', '-n', 'apt-get', ...args));
  const install = (name: string) => apt('install', '-y', '-qq', '--no-install-recommends', name);
  // The shell alone is lighter, and a tenth faster; an older system has only the whole browser.
  return apt('update', '-qq') && (install('chromium-headless-shell') || install('chromium'));
}

if (!chromiumPath) {
  console.log('No Chromium here: installing one for the browser tests…');
  if (!installChromium()) {
    console.error('Install Chromium (Debian: apt-get install chromium-headless-shell) and run npm test again.');
    process.exit(1);
  }
}
