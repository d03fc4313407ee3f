import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readReport, type Runner } from './test-report.ts';

const step = { what: 'unit', again: 'npm test -- unit' };
const folder = mkdtempSync(join(tmpdir(), 'midad-report-test-'));

function read(runner: Runner, report: unknown, ok: boolean) {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(report));
  return readReport(runner, file, ok, step);
}

it('names each failed unit test with the command that runs it alone', () => {
  const name = join(process.cwd(), 'db/x.test.ts');
  const results = [
    { status: 'passed', fullName: 'holds' },
    { status: 'failed', fullName: "breaks (it's odd)" },
  ];
  const report = { numPassedTests: 1, testResults: [{ name, status: 'failed', assertionResults: results }] };
  expect(read('vitest', report, false)).toEqual({
    passed: 1,
    failures: [
      {
        what: "db/x.test.ts › breaks (it's odd)",
        again: `npm run unit -- 'db/x.test.ts' -t 'breaks .it'\\''s odd.'`,
      },
    ],
  });
});

it('names a file that failed before its tests ran, and an e2e test in a group', () => {
  const broken = { name: join(process.cwd(), 'db/y.test.ts'), status: 'failed', assertionResults: [] };
  expect(read('vitest', { numPassedTests: 0, testResults: [broken] }, false).failures).toEqual([
    { what: 'db/y.test.ts', again: "npm run unit -- 'db/y.test.ts'" },
  ]);
  const group = { file: 'a.spec.ts', specs: [{ title: 'قارئ يقرأ', ok: false }] };
  const suites = [{ file: 'a.spec.ts', specs: [{ title: 'holds', ok: true }], suites: [group] }];
  expect(read('playwright', { stats: { expected: 1 }, suites }, false)).toEqual({
    passed: 1,
    failures: [{ what: 'e2e/a.spec.ts › قارئ يقرأ', again: "npm run e2e -- e2e/a.spec.ts -g 'قارئ يقرأ'" }],
  });
});

it('counts a runner that failed without naming a test as one failure of its step', () => {
  expect(read('playwright', { stats: { expected: 3 }, suites: [] }, false)).toEqual({
    passed: 3,
    failures: [step],
  });
  expect(read('playwright', { stats: { expected: 3 }, suites: [] }, true)).toEqual({
    passed: 3,
    failures: [],
  });
  expect(readReport('vitest', join(folder, 'none.json'), false, step)).toEqual({
    passed: 0,
    failures: [step],
  });
});
