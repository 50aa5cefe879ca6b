import { describe, expect, test } from "vitest";

import type { Design } from "../design/design.ts";
import { referenceFlag } from "../design/feature-flags.ts";
import type { CdkMode, ReferenceStrength } from "../design/feature-flags.ts";
import { parseDesign } from "../design/parse-design.ts";
import { crossCases } from "../testing/cases/cross-designs.ts";
import { extraContext } from "../testing/cases/extra-context.ts";
import { identityCases } from "../testing/cases/identity-designs.ts";
import type { CaseDesign } from "../testing/cases/identity-designs.ts";
import { caseNames, recordedCases } from "../testing/cases/recorded.ts";
import { l1Cases } from "../testing/cases/l1-designs.ts";
import { referenceCases } from "../testing/cases/reference-designs.ts";
import {
  inexpressible,
  otherwise,
  parseProblems,
  refused,
  synthesised,
  unparsable,
} from "../testing/cdk-cases.ts";
import type { Mode } from "../testing/real-cdk-lines.ts";
import { settingsOfMode } from "./flags.ts";
import { cdkRefusals } from "./refusals.ts";
import { synthesize } from "./synthesize.ts";

const modes: Readonly<Record<Mode, CdkMode>> = {
  v2: "new-v2",
  "v2-noflags": "older-v2",
  v1: "v1",
  "v1-flags": "v1-flags",
};

const recorded = recordedCases();

const designs: Readonly<Record<string, CaseDesign>> = {
  ...synthesised,
  ...Object.fromEntries(
    Object.entries(refused).map(([name, [design]]) => [name, design]),
  ),
  ...identityCases,
  ...l1Cases,
  ...referenceCases,
  ...crossCases,
};

/** The design of a case as it is in a mode. */
function inMode(name: string, design: CaseDesign, mode: Mode): Design {
  const settings = settingsOfMode(modes[mode]);
  const strength = extraContext[name]?.[referenceFlag];
  if (settings.line === "v1" || !isStrength(strength))
    return { ...design, cdk: settings };
  const flags = { ...settings.flags, [referenceFlag]: strength };
  return { ...design, cdk: { ...settings, flags } };
}

function isStrength(value: unknown): value is ReferenceStrength {
  return value === "strong" || value === "both" || value === "weak";
}

const runs = Object.entries(designs).flatMap(([name, design]) =>
  (["v2", "v2-noflags", "v1", "v1-flags"] as const)
    .filter((mode) => otherwise[name]?.modes.includes(mode) !== true)
    .map((mode) => ({ name, mode, design: inMode(name, design, mode) })),
);

const accepted = runs.filter(
  ({ name, mode }) => recorded[name]?.[mode].error === undefined,
);
const rejected = runs.filter(
  ({ name, mode }) => recorded[name]?.[mode].error !== undefined,
);

describe("programs that the real CDK ran", () => {
  // Resources stand in the order of the program, which a design does not choose.
  test.each(accepted)(
    "[Y30] $name in $mode: the templates of the design are the CDK's",
    ({ name, mode, design }) => {
      expect(cdkRefusals(design)).toEqual([]);
      const ours = Object.fromEntries(
        synthesize(design).map(({ stack, template }) => [stack, template]),
      );
      expect(JSON.parse(JSON.stringify(ours))).toEqual(
        recorded[name]?.[mode].templates,
      );
    },
  );

  test.each(rejected)(
    "[Y31] $name in $mode: what the CDK refuses is refused",
    ({ design }) => {
      expect(cdkRefusals(design)).not.toEqual([]);
    },
  );

  test.each(Object.entries(refused))(
    "[Y31] %s: the refusal stands at its place",
    (name, [design, path]) => {
      expect(recorded[name]?.v2.error).toBeDefined();
      expect(cdkRefusals(design).map((problem) => problem.path)).toContainEqual(
        path,
      );
    },
  );

  test.each(Object.entries(unparsable))(
    "[Y31] %s: what the CDK refuses is no design",
    (name, [input, path]) => {
      expect(recorded[name]?.v2.error).toBeDefined();
      expect(parseProblems(input)).toContainEqual(path);
    },
  );

  test("[Y32] every case is expressed, or listed with the reason", () => {
    const named = [
      ...Object.keys(designs),
      ...Object.keys(unparsable),
      ...Object.values(inexpressible).flat(),
    ];
    expect(named.toSorted()).toEqual(caseNames);
  });
});

describe("the designs of the cases", () => {
  test.each(Object.entries(designs))("[Y32] %s is a design", (name, design) => {
    expect(parseDesign(inMode(name, design, "v2")).ok).toBe(true);
  });
});
