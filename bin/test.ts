import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Everything that must hold before a change lands, in the order of what fails soonest. `npm test -- unit`
// runs the steps of that name.
type Step = { name: string; command: string[]; report?: 'vitest' | 'playwright' };

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
  { name: 'browser', command: [...journeys, '--grep-invert', '@alone|@clock'], report: 'playwright' },
  // What is measured by the clock of a processor has it to itself.
  {
    name: 'alone',
    command: [...journeys, '--grep', '@alone', '--workers', '1', '--output', 'test-results/alone'],
    report: 'playwright',
  },
];

type Count = { passed: number; failed: number };

/** What a test runner counted; a runner that wrote no report has failed as a whole. */
function readReport(step: Step, ok: boolean): Count {
  const file = reportFile(step.name);
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const { passed, failed } =
    step.report === 'vitest'
      ? { passed: report.numPassedTests as number, failed: report.numFailedTests as number }
      : {
          passed: report.stats.expected as number,
          failed: (report.stats.unexpected + report.stats.flaky) as number,
        };
  // A suite that broke before its tests began counts as one failure.
  return { passed, failed: failed === 0 && !ok ? 1 : failed };
}

const wanted = process.argv.slice(2);
const total: Count = { passed: 0, failed: 0 };
for (const step of steps) {
  if (wanted.length > 0 && !wanted.includes(step.name)) continue;
  console.log(`\n── ${step.name}`);
  const started = Date.now();
  const [command, ...args] = step.command as [string, ...string[]];
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: reportFile(step.name) };
  const ok = spawnSync(command, args, { stdio: 'inherit', env }).status === 0;
  const count = step.report ? readReport(step, ok) : { passed: Number(ok), failed: Number(!ok) };
  total.passed += count.passed;
  total.failed += count.failed;
  console.log(
    `── ${step.name}: ${ok ? 'passed' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(0)} s`,
  );
  if (!ok && step.name === 'build') break;
}
rmSync(scratch, { recursive: true, force: true });
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
