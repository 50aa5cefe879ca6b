import { readFileSync } from "node:fs";

export interface Result {
  readonly passed: number;
  readonly failed: number;
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
}

interface PlaywrightReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
  };
}

/** Counts of a vitest run, from its JSON report and its exit status. */
export function vitestResult(path: string, status: number): Result {
  const report = read(path) as VitestReport | undefined;
  if (report === undefined) return { passed: 0, failed: 1 };
  return checked(report.numPassedTests, report.numFailedTests, status);
}

/** Counts of a Playwright run; a test that only passes at times has failed. */
export function playwrightResult(path: string, status: number): Result {
  const report = read(path) as PlaywrightReport | undefined;
  if (report === undefined) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky } = report.stats;
  return checked(expected, unexpected + flaky, status);
}

/** A run that failed without a failing test (a file that does not load), or that ran no test, is one failure. */
function checked(passed: number, failed: number, status: number): Result {
  const ranNothing = passed + failed === 0;
  return {
    passed,
    failed: failed === 0 && (status !== 0 || ranNothing) ? 1 : failed,
  };
}

/** The report of the run that just ended, or undefined when it left none. */
function read(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}
