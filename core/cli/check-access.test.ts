import { describe, expect, test } from "vitest";

import { printDesign, samples } from "../index.ts";
import type { Claim, Design, KeptTest } from "../index.ts";
import { runForJson, runInMemory } from "./run-in-memory.ts";

const { design: start } = samples["symmetric-data-key"];
const [key] = start.keys;
const keyId = key?.id ?? "";
const base: Design = { ...start, settings: { account: "111122223333" } };

const holds: Claim = {
  id: "inside",
  kind: "nobody-outside",
  boundary: "account",
  actions: ["kms:*"],
};
const fails: Claim = {
  id: "nobody",
  kind: "only",
  principals: [{ arn: "arn:aws:iam::111122223333:user/Nobody" }],
  actions: ["kms:PutKeyPolicy"],
};
const unknown: Claim = {
  ...holds,
  id: "organization",
  boundary: "organization",
};
const failing: KeptTest = {
  id: "stranger",
  key: keyId,
  request: {
    principal: "arn:aws:iam::999988887777:user/Mallory",
    action: "kms:Decrypt",
  },
  expected: "allowed",
};

/** What `check` says of claims and tests, and its status. */
function check(more: Partial<Design>, ...args: readonly string[]) {
  const { status, json } = runForJson(["check", "d", ...args], {
    d: printDesign({ ...base, ...more }),
  });
  const rules = JSON.stringify(json).match(/"rule":"(?:claim|test)\/[a-z-]+"/g);
  return { status, rules: rules ?? [] };
}

describe("claims and kept tests in check", () => {
  test("[M14] status 1 where a claim is refuted or a test fails, 0 where all holds or a claim is unknown", () => {
    expect(check({})).toEqual({ status: 0, rules: [] });
    expect(check({ claims: [holds] })).toEqual({ status: 0, rules: [] });
    expect(check({ claims: [holds, fails] })).toEqual({
      status: 1,
      rules: ['"rule":"claim/refuted"'],
    });
    expect(check({ tests: [failing] })).toEqual({
      status: 1,
      rules: ['"rule":"test/failed"'],
    });
    expect(check({ claims: [unknown] })).toEqual({
      status: 0,
      rules: ['"rule":"claim/unknown"'],
    });
    expect(check({ claims: [unknown] }, "--fail-on", "warning").status).toBe(1);
  });

  test("[M14] the options say what is missing", () => {
    expect(
      check({ claims: [unknown] }, "--organization", "o-a1b2c3d4e5"),
    ).toEqual({ status: 0, rules: [] });
  });

  test("[M14] a finding has its place in the file", () => {
    const d = printDesign({ ...base, claims: [fails] });
    const line = d.split("\n").findIndex((text) => text.includes('"claims"'));
    const { json } = runForJson(["check", "d"], { d });
    const message: unknown = expect.stringContaining("does not hold");
    const findings: unknown = expect.arrayContaining([
      {
        rule: "claim/refuted",
        severity: "error",
        message,
        path: "claims[0]",
        file: "d",
        line: line + 2,
        column: 5,
        help: "restrict the statement that allows it, or change the claim",
        fixable: false,
      },
    ]);
    expect(json).toEqual({ findings });
    expect(runInMemory(["check", "d"], { d }).out).toMatch(
      /^d:\d+:\d+: error: claim nobody does not hold of key .* \[claim\/refuted\]$/m,
    );
  });

  test("[M14] --key asks of one key only", () => {
    const keys = base.keys.flatMap((one) => [
      one,
      { ...one, id: "Second", aliases: [] },
    ]);
    expect(check({ keys, claims: [fails] }).rules).toHaveLength(2);
    expect(
      check({ keys, claims: [fails] }, "--key", "Second").rules,
    ).toHaveLength(1);
  });
});
