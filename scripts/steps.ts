import { rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { findBrowser } from "./browser.ts";
import { licenseProblems } from "./licenses.ts";
import { lint } from "./lint.ts";
import { playwrightResult, vitestResult, type Result } from "./results.ts";
import { run } from "./run.ts";
import { sizeProblems } from "./sizes.ts";
import { suppressionProblems } from "./suppressions.ts";

export type { Result };

/** What a step's time counts towards. */
export type Group = "end-to-end" | "oracle" | "the rest";

export interface Step {
  readonly name: string;
  readonly group: Group;
  readonly run: () => Promise<Result>;
}

/** In the order they run: what is quick and most often wrong first. */
export const STEPS: readonly Step[] = [
  check("types", async () => (await run("tsc", ["-b"])) === 0),
  check("lint", lint),
  check("suppressions", () => noProblems(suppressionProblems())),
  check(
    "format",
    async () =>
      (await run("prettier", ["--check", "--log-level", "warn", "."])) === 0,
  ),
  check("dead-code", async () => (await run("knip", [])) === 0),
  { name: "unit", group: "the rest", run: () => vitest("unit") },
  { name: "oracle", group: "oracle", run: () => vitest("oracle") },
  check(
    "build",
    async () => (await run("vite", ["build", "--logLevel", "warn"])) === 0,
  ),
  check("sizes", () => noProblems(sizeProblems())),
  check("licenses", () => noProblems(licenseProblems())),
  { name: "e2e", group: "end-to-end", run: endToEnd },
];

/** A step that counts as one test. */
function check(name: string, passes: () => Promise<boolean> | boolean): Step {
  const once = async (): Promise<Result> =>
    (await attempt(passes))
      ? { passed: 1, failed: 0 }
      : { passed: 0, failed: 1 };
  return { name, group: "the rest", run: once };
}

/** A check that cannot run at all has failed; the steps after it still run. */
async function attempt(
  passes: () => Promise<boolean> | boolean,
): Promise<boolean> {
  try {
    return await passes();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}

function noProblems(problems: readonly string[]): boolean {
  for (const problem of problems) console.error(problem);
  return problems.length === 0;
}

async function vitest(project: string): Promise<Result> {
  const report = freshReport(project);
  const reporters = [
    "--reporter=dot",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ];
  const status = await run("vitest", [
    "run",
    "--project",
    project,
    ...reporters,
  ]);
  return vitestResult(report, status);
}

async function endToEnd(): Promise<Result> {
  const browser = findBrowser();
  if (typeof browser !== "string") {
    console.error(browser.problem);
    return { passed: 0, failed: 1 };
  }
  const report = freshReport("e2e");
  const status = await run("playwright", ["test"], {
    KEYWRIGHT_CHROMIUM: browser,
    KEYWRIGHT_E2E_PORT: String(await freePort()),
  });
  return playwrightResult(report, status);
}

/** Where a run leaves its report; the one of the last run must not be taken for it. */
function freshReport(name: string): string {
  const report = `.cache/test/${name}.json`;
  rmSync(report, { force: true });
  return report;
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
