/**
 * `npm test`: runs every step, goes on after a failing one, and ends with times and totals.
 * `--only types,lint` runs only the steps named, `--deep` gives the property tests more runs.
 */
import { parseArgs } from "node:util";
import { STEPS, type Group, type Result, type Step } from "./steps.ts";

interface Outcome extends Result {
  readonly step: Step;
  readonly seconds: number;
}

/** How long each group may take on two cores, in seconds. */
const BUDGETS: Record<Group, number> = {
  "end-to-end": 300,
  oracle: 120,
  "the rest": 180,
};

const { values } = parseArgs({
  options: { only: { type: "string" }, deep: { type: "boolean" } },
});
if (values.deep === true) process.env["KEYWRIGHT_DEEP"] = "1";

const outcomes: Outcome[] = [];
for (const step of chosenSteps(values.only)) {
  outcomes.push(await timed(step));
}
report(outcomes);

function chosenSteps(only: string | undefined): readonly Step[] {
  if (only === undefined) return STEPS;
  const names = only.split(",");
  const unknown = names.filter((name) => STEPS.every((s) => s.name !== name));
  if (unknown.length > 0) {
    const known = STEPS.map((step) => step.name).join(", ");
    console.error(`no step \`${unknown.join(", ")}\`; there are: ${known}`);
    process.exit(2);
  }
  return STEPS.filter((step) => names.includes(step.name));
}

async function timed(step: Step): Promise<Outcome> {
  console.log(`\n--- ${step.name}`);
  const start = performance.now();
  const result = await step.run();
  const seconds = (performance.now() - start) / 1000;
  const verdict = result.failed === 0 ? "passed" : "FAILED";
  console.log(`--- ${step.name} ${verdict} in ${seconds.toFixed(1)} s`);
  return { ...result, step, seconds };
}

function report(all: readonly Outcome[]): void {
  console.log("\nstep          seconds   passed   failed");
  for (const { step, seconds, passed, failed } of all) {
    console.log(row(step.name, seconds.toFixed(1), passed, failed));
  }
  console.log("\ngroup         seconds    limit");
  for (const group of Object.keys(BUDGETS) as Group[]) {
    const took = sum(
      all.filter(({ step }) => step.group === group).map((o) => o.seconds),
    );
    const note = took > BUDGETS[group] ? "  over the limit" : "";
    console.log(row(group, took.toFixed(1), BUDGETS[group]) + note);
  }
  const failed = sum(all.map((outcome) => outcome.failed));
  console.log(`\n${sum(all.map((o) => o.passed))} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

function row(name: string, ...cells: readonly (string | number)[]): string {
  return (
    name.padEnd(12) + cells.map((cell) => String(cell).padStart(9)).join("")
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, next) => total + next, 0);
}
