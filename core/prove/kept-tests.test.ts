import { describe, expect, test } from "vitest";
import type { Design, KeptTest } from "../design/design.ts";
import { samples } from "../samples/registry.ts";
import { runTest, runTests } from "./kept-tests.ts";

const base = samples["symmetric-data-key"].design;
const [first] = base.keys;
const key = first?.id ?? "";
const design: Design = { ...base, settings: { account: "111122223333" } };

function kept(more: Partial<KeptTest>): KeptTest {
  return {
    id: "test",
    key,
    request: {
      principal: "arn:aws:iam::999988887777:user/Mallory",
      action: "kms:Decrypt",
    },
    expected: "denied",
    ...more,
  };
}

describe("kept tests", () => {
  test("[V30] a stranger is denied, as expected", () => {
    expect(runTest(design, kept({}))).toMatchObject({
      test: "test",
      key,
      expected: "denied",
      actual: "denied",
      passed: true,
      reason: "no statement of the key policy allows it",
    });
  });

  test("[V30] another answer than the expected one fails", () => {
    expect(runTest(design, kept({ expected: "allowed" }))).toMatchObject({
      actual: "denied",
      passed: false,
    });
  });

  test("[V30] what IAM policies decide that are not given is an answer of its own", () => {
    const request = {
      principal: "arn:aws:iam::111122223333:user/Alice",
      action: "kms:Decrypt",
    };
    const open = kept({ request, expected: "depends-on-iam" });
    expect(runTest(design, open)).toMatchObject({ passed: true });
    const none = { ...request, identityPolicies: [] };
    expect(runTest(design, kept({ request: none }))).toMatchObject({
      actual: "denied",
      passed: true,
    });
  });

  test("[V30] a request that cannot be read is unknown, with the reason", () => {
    const request = { principal: "Alice", action: "kms:Decrypt" };
    const run = runTest(design, kept({ request }));
    expect(run).toMatchObject({ actual: "unknown", passed: false });
    expect(run.reason).toContain("Alice");
  });

  test("[V30] a key whose policy is not known has no answer", () => {
    const imported: Design = {
      ...design,
      keys: [
        {
          kind: "imported",
          id: "Elsewhere",
          stack: design.stacks[0]?.id ?? "",
          arn: "arn:aws:kms:eu-west-1:111122223333:key/1234abcd",
          aliases: [],
          grants: [],
        },
      ],
    };
    const run = runTest(imported, kept({ key: "Elsewhere" }));
    expect(run).toMatchObject({ actual: "unknown", passed: false });
  });

  test("[V30] all tests of a design are run in their order", () => {
    const tests = [kept({}), kept({ id: "other", expected: "allowed" })];
    expect(
      runTests({ ...design, tests }).map(({ test: id, passed }) => [
        id,
        passed,
      ]),
    ).toEqual([
      ["test", true],
      ["other", false],
    ]);
  });
});
