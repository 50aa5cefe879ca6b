/**
 * `npm run record-cases`, after a change of the real CDK or of a case: runs every program of core/testing/cases/programs
 * with the real libraries, in every mode, and writes what they made.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { keysOf } from "../core/kms/keys-of.ts";
import {
  caseNames,
  recordCase,
  recordedFile,
} from "../core/testing/cases/recorded.ts";
import type {
  RecordedCase,
  RecordedFile,
} from "../core/testing/cases/recorded.ts";

const LIBRARIES = [
  "aws-cdk-lib",
  "constructs",
  "@aws-cdk/core",
  "@aws-cdk/core/node_modules/constructs",
];

const start = performance.now();
const lines = caseNames.map(
  (name) =>
    `${JSON.stringify(name)}: ${JSON.stringify(shortened(recordCase(name)))}`,
);
writeFileSync(recordedFile, fileText(lines));
const seconds = ((performance.now() - start) / 1000).toFixed(1);
console.log(`${lines.length} cases recorded in ${seconds} s`);

/** One line a case, so that a difference shows which cases changed. */
function fileText(cases: readonly string[]): string {
  const versions = Object.fromEntries(
    LIBRARIES.map((name) => [name, versionOf(name)]),
  );
  return `{"versions": ${JSON.stringify(versions)},\n"cases": {\n${cases.join(",\n")}\n}}\n`;
}

function versionOf(library: string): string {
  const manifest = readFileSync(`node_modules/${library}/package.json`, "utf8");
  return (JSON.parse(manifest) as { version: string }).version;
}

/** With the name of an earlier mode in place of what that one made as well. */
function shortened(runs: RecordedCase): RecordedFile["cases"][string] {
  const texts = new Map<string, keyof RecordedCase>();
  const entries = keysOf(runs).map((mode) => {
    const text = JSON.stringify(runs[mode]);
    const earlier = texts.get(text);
    if (earlier === undefined) texts.set(text, mode);
    return [mode, earlier ?? runs[mode]] as const;
  });
  return Object.fromEntries(entries) as RecordedFile["cases"][string];
}
