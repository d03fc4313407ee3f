import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readReport, type Failure, type Runner } from './test-report.ts';

// All checks that must pass before a change lands; those that fail soonest come first. `npm test -- unit`
// runs only the named steps.
type Step = { name: string; command: string[]; report?: Runner };

const node = process.execPath;
const scratch = mkdtempSync(join(tmpdir(), 'midad-report-'));
const reportFile = (name: string) => join(scratch, `${name}.json`);
const tool = (path: string) => [node, `node_modules/${path}`];
const journeys = [...tool('@playwright/test/cli.js'), 'test', '--config', 'e2e/playwright.config.ts'];

const steps: Step[] = [
  { name: 'lint', command: [...tool('oxlint/bin/oxlint'), '--deny-warnings'] },
  { name: 'format', command: [...tool('oxfmt/bin/oxfmt'), '--check'] },
  { name: 'types', command: [node, 'bin/check-types.ts'] },
  { name: 'unused', command: tool('knip/bin/knip.js') },
  { name: 'migrations', command: [node, 'bin/check-migrations.ts'] },
  {
    name: 'unit',
    command: [
      ...tool('vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${reportFile('unit')}`,
    ],
    report: 'vitest',
  },
  { name: 'build', command: [node, 'bin/setup.mjs', 'build'] },
  { name: 'chromium', command: [node, 'bin/ensure-browser.ts'] },
  { name: 'browser', command: [...journeys, '--grep-invert', '@clock'], report: 'playwright' },
];

const wanted = process.argv.slice(2);
let passed = 0;
const failures: Failure[] = [];
for (const step of steps) {
  if (wanted.length > 0 && !wanted.includes(step.name)) continue;
  console.log(`\n── ${step.name}`);
  const started = Date.now();
  const [command, ...args] = step.command as [string, ...string[]];
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: reportFile(step.name) };
  const ok = spawnSync(command, args, { stdio: 'inherit', env }).status === 0;
  const whole = { what: step.name, again: `npm test -- ${step.name}` };
  const outcome = step.report
    ? readReport(step.report, reportFile(step.name), ok, whole)
    : { passed: Number(ok), failures: ok ? [] : [whole] };
  passed += outcome.passed;
  failures.push(...outcome.failures);
  console.log(
    `── ${step.name}: ${ok ? 'passed' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(0)} s`,
  );
  if (!ok && step.name === 'build') break;
}
rmSync(scratch, { recursive: true, force: true });
if (failures.length > 0) console.log('\nFailed, and how to run it again alone:');
for (const { what, again } of failures) console.log(`  ${what}\n    ${again}`);
console.log(`\n${passed} passed, ${failures.length} failed`);
process.exit(failures.length > 0 || passed === 0 ? 1 : 0);
