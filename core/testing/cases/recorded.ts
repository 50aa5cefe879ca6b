import { readFileSync, readdirSync } from "node:fs";

import type { JsonObject } from "../../problem/json.ts";
import type { Attempt, RealApp } from "../real-cdk.ts";
import { modes } from "../real-cdk-lines.ts";
import type { Mode } from "../real-cdk-lines.ts";
import { extraContext } from "./extra-context.ts";
import { runRawCase } from "./run-raw-case.ts";

/** What the real CDK made of a program in a mode. */
export interface RecordedRun {
  /** What the CDK threw: the kind of error, a colon and the message. */
  readonly error?: string;
  /** In the order of the assembly, by the id of the stack; nested stacks last, by the name of their file. */
  readonly templates?: Readonly<Record<string, JsonObject>>;
  readonly warnings?: readonly string[];
  /** What the CDK's validator found. */
  readonly findings?: readonly string[];
  /** The look-ups that the context has no answer to. */
  readonly missing?: readonly object[];
}

export type RecordedCase = Readonly<Record<Mode, RecordedRun>>;

/** As the file has it: a mode that makes what an earlier one makes has the name of that one. */
export interface RecordedFile {
  readonly versions: Readonly<Record<string, string>>;
  readonly cases: Readonly<
    Record<string, Readonly<Record<Mode, RecordedRun | Mode>>>
  >;
}

export const recordedFile = new URL("recorded.json", import.meta.url);
const programs = new URL("programs/", import.meta.url);

export const caseNames: readonly string[] = readdirSync(programs)
  .map((file) => file.replace(/\.ts$/, ""))
  .toSorted();

export function caseProgram(name: string): string {
  return readFileSync(new URL(`${name}.ts`, programs), "utf8");
}

/** Every case with what the real CDK made of it when `npm run record-cases` ran last. */
export function recordedCases(): Readonly<Record<string, RecordedCase>> {
  const { cases } = JSON.parse(
    readFileSync(recordedFile, "utf8"),
  ) as RecordedFile;
  return mapValues(cases, (runs) =>
    mapValues(runs, (run) => {
      const made = typeof run === "string" ? runs[run] : run;
      if (typeof made === "string") throw new Error(`${made} names a mode`);
      return made;
    }),
  );
}

/** Runs a case in every mode. */
export function recordCase(name: string): RecordedCase {
  const program = caseProgram(name);
  return mapValues(modes, (_, mode) =>
    recorded(runRawCase(program, mode, extraContext[name])),
  );
}

function recorded(attempt: Attempt): RecordedRun {
  const made = attempt.app === undefined ? {} : written(attempt.app);
  if (attempt.ok) return made;
  const { name, message } = attempt;
  return {
    error: withoutReport(withoutCounts(`${name}: ${message}`)),
    ...made,
  };
}

/** In a test the validator puts its findings into the error, elsewhere on the console; they are recorded by themselves. */
function withoutReport(error: string): string {
  return error.replace(
    /^ValidationFailed: [\s\S]*(?=A copy of this report)/,
    "ValidationFailed: Validation failed. ",
  );
}

function written(app: RealApp): RecordedRun {
  const { stacks, nestedStacks, warnings, findings, missing } = app;
  const templates = [
    ...stacks.map(({ id, template }) => [id, template] as const),
    ...[...nestedStacks].map(([name, { json }]) => [name, json] as const),
  ];
  return {
    templates: Object.fromEntries(templates),
    ...(warnings.length > 0 && { warnings }),
    ...(findings.length > 0 && { findings }),
    ...(missing.length > 0 && { missing }),
  };
}

/** Tokens are numbered in the order they are made, by all apps of a process together. */
function withoutCounts(text: string): string {
  return text.replaceAll(
    /\$\{Token\[(?<name>[^\]]*?)\.\d+\]\}/g,
    "${Token[$<name>]}",
  );
}

function mapValues<Name extends string, A, B>(
  table: Readonly<Record<Name, A>>,
  to: (value: A, name: Name) => B,
): Record<Name, B> {
  const entries = Object.entries(table) as [Name, A][];
  return Object.fromEntries(
    entries.map(([name, value]) => [name, to(value, name)]),
  ) as Record<Name, B>;
}
