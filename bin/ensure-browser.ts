import { spawnSync } from 'node:child_process';
import { chromiumPath } from '../e2e/instance.ts';

const run = (...[command, ...args]: [string, ...string[]]): boolean =>
  spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;

/**
 * The browser tests use the system's Chromium. If there is none, this installs Debian's with apt-get, or
 * otherwise Playwright's own.
 */
function installChromium(): boolean {
  if (!run('sh', '-c', 'command -v apt-get'))
    return run(process.execPath, 'node_modules/@playwright/test/cli.js', 'install', 'chromium');
  const apt = (...args: string[]) =>
    process.getuid?.() === 0 ? run('apt-get', ...args) : run('sudo', '-n', 'apt-get', ...args);
  // The headless shell renders pages without windows, which takes half the time. Debian's package does not
  // declare that it needs the files of chromium-common.
  return (
    apt('update', '-qq') &&
    apt('install', '-y', '-qq', '--no-install-recommends', 'chromium-common', 'chromium-headless-shell')
  );
}

if (!chromiumPath) {
  console.log('No Chromium here: installing one for the browser tests…');
  if (!installChromium()) {
    console.error(
      'Install Chromium (Debian: apt-get install chromium-common chromium-headless-shell) and run npm test again.',
    );
    process.exit(1);
  }
}
