import { existsSync, readFileSync } from "node:fs";

import { beforeAll, describe, expect, test, vi } from "vitest";

import type { Json, JsonObject } from "../../problem/json.ts";
import { modes } from "../real-cdk-lines.ts";
import type { Mode } from "../real-cdk-lines.ts";
import { withoutBootstrap } from "../real-cdk-template.ts";
import { caseNames, recordCase, recordedCases } from "./recorded.ts";
import type { RecordedRun } from "./recorded.ts";

const isDeep = process.env["KEYWRIGHT_DEEP"] === "1";
const recorded = recordedCases();
const rerun = caseNames.filter((_, index) => isDeep || index % 4 === 0);

describe("what is recorded of the real CDK", () => {
  beforeAll(() => {
    // The CDK prints what its validator finds.
    vi.spyOn(console, "error").mockImplementation(() => {});
  });

  test("[O7] every program is recorded, and nothing else", () => {
    expect(Object.keys(recorded)).toEqual(caseNames);
  });

  test.each(rerun)("[O7] %s: the installed libraries still make it", (name) => {
    const made = recordCase(name);
    expect(JSON.stringify(made)).toBe(JSON.stringify(recorded[name]));
  });
});

/** What ../shared/cases/cdk.json has of a case in a mode. */
interface SharedRun {
  readonly templates?: Readonly<Record<string, JsonObject>>;
  readonly error?: string;
  readonly warnings?: string;
  readonly missing?: Json;
}

type SharedCases = Readonly<Record<string, Readonly<Record<Mode, SharedRun>>>>;

const sharedFile = new URL(
  "../../../../shared/cases/cdk.json",
  import.meta.url,
);
const absent = !existsSync(sharedFile);

/** Of the consumers of keys, those that the shared cases could not load in v1. */
const notInstalledThere = /^Error: Cannot find module '@aws-cdk\//;

function comparable(run: SharedRun) {
  const { templates = {}, error, warnings, missing } = run;
  return {
    templates: Object.entries(templates).map(([name, template]) => [
      name,
      JSON.stringify(withoutBootstrap(template)),
    ]),
    error: error?.replaceAll(/\.\d+\]\}/g, "]}"),
    warnings,
    missing,
  };
}

function comparableRecord(run: RecordedRun | undefined) {
  return comparable({
    ...run,
    warnings: run?.warnings?.join("\n"),
  } as SharedRun);
}

describe.skipIf(absent)(
  "../shared/cases/cdk.json (skipped where that is absent)",
  () => {
    const shared = absent
      ? {}
      : (JSON.parse(readFileSync(sharedFile, "utf8")) as SharedCases);

    test("[O7] it has the same cases", () => {
      expect(caseNames).toEqual(Object.keys(shared).toSorted());
    });

    test.each(Object.keys(modes) as Mode[])(
      "[O7] it has the same of every case in %s",
      (mode) => {
        for (const [name, { [mode]: theirs }] of Object.entries(shared)) {
          if (notInstalledThere.test(theirs.error ?? "")) continue;
          expect(comparableRecord(recorded[name]?.[mode]), name).toEqual(
            comparable(theirs),
          );
        }
      },
    );
  },
);
