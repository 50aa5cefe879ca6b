import { describe, expect, test } from "vitest";

import { printDesign, samples } from "../index.ts";
import type { Design, SampleName } from "../index.ts";
import { runForJson, runInMemory as run } from "./run-in-memory.ts";

const anyText: unknown = expect.any(String);
/** A sample with properties of its keys set. */
function sample(name: SampleName, keys: object): string {
  const { design } = samples[name];
  return printDesign({
    ...design,
    keys: design.keys.map((key) => ({ ...key, ...keys })),
  });
}

const base = printDesign(samples["ecc-signing-key"].design);
const described = sample("ecc-signing-key", { description: "Another" });
const respecified = sample("ecc-signing-key", { keySpec: "ECC_NIST_P521" });

/** What JSON output says of access where nothing changed. */
const equivalent = {
  verdict: "equivalent",
  gained: [],
  lost: [],
  strengthened: [],
  assumptions: [anyText, anyText],
  added: [],
  removed: [],
};

describe("compare", () => {
  test("[U19] what changes in place is told, and the status is 0", () => {
    const { status, out, err } = run(["compare", "b", "h"], {
      b: base,
      h: described,
    });
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).toMatch(
      /^access: equivalent\n\w+\.Description: in-place \(CloudFormation\)\n {4}\S.*\n\w+\.Description: in-place \(Terraform\)\n {4}\S.*\n$/,
    );
  });

  test("[U19] JSON output has the documented form", () => {
    const { status, out } = run(["compare", "b", "h", "--format", "json"], {
      b: base,
      h: respecified,
    });
    expect(status).toBe(1);
    expect(JSON.parse(out)).toEqual({
      ...equivalent,
      updates: [
        {
          logicalId: anyText,
          property: "KeySpec",
          target: "cloudformation",
          impact: "fails",
          reason: anyText,
        },
        {
          logicalId: anyText,
          property: "KeySpec",
          target: "terraform",
          impact: "replaces",
          reason: anyText,
        },
      ],
    });
  });

  test("[U19] the same design twice has no updates", () => {
    const files = { b: base, h: base };
    expect(run(["compare", "b", "h"], files)).toEqual({
      status: 0,
      out: "access: equivalent\nno updates\n",
      err: "",
    });
    expect(runForJson(["compare", "b", "h"], files)).toEqual({
      status: 0,
      err: "",
      json: { ...equivalent, updates: [] },
    });
  });

  test("[U20] the status is 1 where a key is deleted", () => {
    const { design } = samples["ecc-signing-key"];
    const second = {
      id: "Second",
      aliases: [],
      removalPolicy: "destroy" as const,
    };
    const two: Design = {
      ...design,
      keys: design.keys.flatMap((key) => [key, { ...key, ...second }]),
    };
    const { status, out } = run(["compare", "b", "h"], {
      b: printDesign(two),
      h: base,
    });
    expect(status).toBe(1);
    expect(out).toMatch(/^Second\w+: deletes \(CloudFormation\)$/m);
  });

  test("[U19] of several stacks, each update names its own", () => {
    const design = samples["multi-region-set"].design;
    const files = {
      b: printDesign(design),
      h: sample("multi-region-set", { description: "Another" }),
    };
    expect(design.stacks.length).toBeGreaterThan(1);
    const { out } = run(["compare", "b", "h", "--format", "json"], files);
    const stacks = [...out.matchAll(/"stack": "([^"]+)"/g)].map(
      ([, stack]) => stack,
    );
    expect([...new Set(stacks)]).toEqual(design.stacks.map(({ id }) => id));
    expect(run(["compare", "b", "h"], files).out).toContain(
      `${design.stacks[0]?.id}.`,
    );
  });

  test("[U20] a key policy is compared with a design", () => {
    const policy = JSON.stringify({
      Statement: [
        {
          Effect: "Allow",
          Principal: { AWS: "arn:aws:iam::111122223333:root" },
          Action: "kms:*",
          Resource: "*",
        },
      ],
    });
    const { status, out } = run(["compare", "p", "q"], {
      p: policy,
      q: policy.replace("kms:*", "kms:Put*"),
    });
    expect(status).toBe(0);
    expect(out).toContain(".KeyPolicy: in-place (CloudFormation)");
  });

  test("[U20] a design that the CDK refuses is unusable, with the reasons and their file", () => {
    const refused = sample("ecc-signing-key", { pendingWindowInDays: 3 });
    const { status, out, err } = run(["compare", "b", "h"], {
      b: base,
      h: refused,
    });
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toMatch(/^h:\d+:\d+: error: .*\[key\/pending-window\]$/m);
  });

  test.each([
    [["b"]],
    [["b", "b", "b"]],
    [["-", "-"]],
    [["b", "missing"]],
    [["missing", "b"]],
    [["b", "b", "--format", "xml"]],
    [["b", "b", "--fail-on", "error"]],
    [["b", "broken"]],
  ])(
    "[U20] compare %j is refused with 2 and nothing on standard output",
    (args) => {
      const { status, out, err } = run(["compare", ...args], {
        b: base,
        broken: "{",
      });
      expect({ status, out }).toEqual({ status: 2, out: "" });
      expect(err).not.toBe("");
    },
  );
});
