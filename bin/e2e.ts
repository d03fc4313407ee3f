import { spawnSync } from 'node:child_process';

// `npm run e2e -- e2e/x.spec.ts`: runs browser tests on the production build, which is rebuilt when stale. A
// single file needs one server, which starts sooner than two.
const args = process.argv.slice(2);
const files = args.filter((arg) => arg.endsWith('.spec.ts'));
const env = { ...process.env, ...(files.length === 1 && { E2E_INSTANCES: '1' }) };
const journeys = ['node_modules/@playwright/test/cli.js', 'test', '--config', 'e2e/playwright.config.ts'];

for (const command of [
  ['bin/setup.mjs', 'build'],
  ['bin/ensure-browser.ts'],
  [...journeys, '--reporter', 'list', ...args],
]) {
  const { status } = spawnSync(process.execPath, command, { stdio: 'inherit', env });
  if (status !== 0) process.exit(status ?? 1);
}
