import { describe, expect, test } from "vitest";
import { isAsWritten } from "./as-written.ts";
import type { KeyPolicy, StructuredStatement } from "./design.ts";
import { writtenAsCdk } from "./write-as-cdk.ts";

const statement: StructuredStatement = {
  effect: "Allow",
  principals: ["App"],
  actions: ["kms:Decrypt"],
  resources: ["*"],
};

function policyOf(parts: Partial<KeyPolicy>): KeyPolicy {
  return { mode: "replace", statements: [statement], ...parts };
}

describe("a policy in the form of the CDK", () => {
  test("[D41] has no version, no bare statement and no lists of one of its own", () => {
    const policy = policyOf({
      version: "2008-10-17",
      single: true,
      statements: [{ ...statement, lists: ["Action"] }],
    });
    expect(writtenAsCdk(policy)).toEqual(policyOf({}));
    expect(isAsWritten(writtenAsCdk(policy))).toBe(false);
  });

  test("[D41] leaves the condition of a statement alone, and the id", () => {
    const policy = policyOf({
      id: { "Fn::Sub": "${AWS::StackName}-policy" },
      statements: [{ ...statement, when: { condition: "IsProd", is: true } }],
    });
    expect(writtenAsCdk(policy)).toEqual(policy);
  });

  test("[D41] reads JSON that says the same to the CDK", () => {
    const verbatim = {
      Effect: "Allow",
      Condition: { StringEquals: { "aws:username": "${aws:username}" } },
    };
    const raw = policyOf({ statements: [{ verbatim, raw: true }] });
    expect(writtenAsCdk(raw)).toEqual(policyOf({ statements: [{ verbatim }] }));
  });

  test("[D41] keeps JSON with functions, or with what the CDK would take for a parameter", () => {
    for (const Resource of [{ Ref: "Key" }, "${AWS::AccountId}", "${Key}"]) {
      const policy = policyOf({
        statements: [{ verbatim: { Effect: "Allow", Resource }, raw: true }],
      });
      expect(writtenAsCdk(policy)).toEqual(policy);
    }
  });
});
