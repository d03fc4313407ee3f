import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';

/*
 * Reads the reports of the test runners: the number of passed tests, and each failure with the command to run
 * it again alone.
 */

export type Runner = 'vitest' | 'playwright';
export type Failure = { what: string; again: string };
export type Outcome = { passed: number; failures: Failure[] };

type Vitest = {
  numPassedTests: number;
  testResults: { name: string; status: string; assertionResults: { status: string; fullName: string }[] }[];
};
type Suite = { file: string; specs: { title: string; ok: boolean }[]; suites?: Suite[] };
type Playwright = { stats: { expected: number }; suites: Suite[] };

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
/** Both runners read a test name as a regular expression. */
const pattern = (title: string) => quoted(title.replaceAll(/[.*+?^${}()|[\]\\/]/g, '.'));

function readVitest({ numPassedTests, testResults }: Vitest): Outcome {
  const failures = testResults.flatMap(({ name, status, assertionResults }): Failure[] => {
    const file = relative(process.cwd(), name);
    const failed = assertionResults.filter((each) => each.status === 'failed');
    // A file that failed before its tests began lists no tests.
    if (status === 'failed' && failed.length === 0)
      return [{ what: file, again: `npm run unit -- ${quoted(file)}` }];
    return failed.map(({ fullName }) => ({
      what: `${file} › ${fullName}`,
      again: `npm run unit -- ${quoted(file)} -t ${pattern(fullName)}`,
    }));
  });
  return { passed: numPassedTests, failures };
}

const specsOf = (suite: Suite): { file: string; title: string; ok: boolean }[] => [
  ...suite.specs.map((spec) => ({ ...spec, file: suite.file })),
  ...(suite.suites ?? []).flatMap(specsOf),
];

function readPlaywright({ stats, suites }: Playwright): Outcome {
  const failed = suites.flatMap(specsOf).filter(({ ok }) => !ok);
  return {
    passed: stats.expected,
    failures: failed.map(({ file, title }) => ({
      what: `e2e/${file} › ${title}`,
      again: `npm run e2e -- e2e/${file} -g ${pattern(title)}`,
    })),
  };
}

/** A runner that failed without a failed test, or wrote no report, counts as one failure of its step. */
export function readReport(runner: Runner, file: string, ok: boolean, step: Failure): Outcome {
  if (!existsSync(file)) return { passed: 0, failures: [step] };
  let report: unknown;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // The runner was killed while it wrote the report.
    return { passed: 0, failures: [step] };
  }
  const outcome = runner === 'vitest' ? readVitest(report as Vitest) : readPlaywright(report as Playwright);
  return outcome.failures.length === 0 && !ok ? { ...outcome, failures: [step] } : outcome;
}
