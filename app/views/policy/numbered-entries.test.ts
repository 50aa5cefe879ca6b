import { describe, expect, test } from "vitest";
import {
  emptyDesign,
  mergedEntries,
  newKey,
  policyEntries,
  type Design,
  type StructuredStatement,
} from "../../../core/index.ts";
import { mergedWith, numbersOf, rendersOtherwise } from "./numbered-entries.ts";

const may = (principal: string, action: string): StructuredStatement => ({
  effect: "Allow",
  principals: [principal],
  actions: [action],
  resources: ["*"],
});

function parts(statements: readonly StructuredStatement[]) {
  const empty = emptyDesign();
  const key = {
    ...newKey(empty),
    policy: { mode: "amend" as const, statements },
  };
  const design: Design = {
    ...empty,
    principals: [
      { id: "A", kind: "account", account: "111122223333" },
      { id: "Logs", kind: "service", service: "logs.amazonaws.com" },
      { id: "S3", kind: "service", service: "s3.amazonaws.com" },
    ],
    keys: [key],
  };
  return {
    entries: policyEntries(design, key),
    merged: mergedEntries(design, key),
  };
}

describe("entries that the CDK merges", () => {
  const { entries, merged } = parts([
    may("Logs", "kms:Decrypt"),
    may("S3", "kms:Encrypt"),
    may("S3", "kms:Decrypt"),
  ]);

  test("know each other's numbers", () => {
    expect(entries.map((entry) => mergedWith(entry, entries, merged))).toEqual([
      [],
      [4],
      [],
      [2],
    ]);
    expect(merged.map((one) => numbersOf(one, entries))).toEqual([
      [1],
      [2, 4],
      [3],
    ]);
    expect(rendersOtherwise(entries, merged)).toBe(true);
  });

  test("are the same as written where nothing is merged", () => {
    const plain = parts([may("Logs", "kms:Decrypt")]);
    expect(rendersOtherwise(plain.entries, plain.merged)).toBe(false);
  });

  test("a disabled statement makes no difference", () => {
    const off = parts([{ ...may("Logs", "kms:Decrypt"), disabled: true }]);
    expect(rendersOtherwise(off.entries, off.merged)).toBe(false);
  });
});
