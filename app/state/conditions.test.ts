import { describe, expect, test } from "vitest";
import { areDistinct, conditionRows, conditionsOf } from "./conditions.ts";

const conditions = {
  StringEquals: {
    "kms:ViaService": "s3.eu-west-1.amazonaws.com",
    "aws:PrincipalOrgID": ["o-1", "o-2"],
  },
  Bool: { "aws:MultiFactorAuthPresent": true },
};

describe("conditions", () => {
  test("are rows of operator, key and values", () => {
    expect(conditionRows(conditions)).toEqual([
      {
        operator: "StringEquals",
        key: "kms:ViaService",
        values: ["s3.eu-west-1.amazonaws.com"],
      },
      {
        operator: "StringEquals",
        key: "aws:PrincipalOrgID",
        values: ["o-1", "o-2"],
      },
      { operator: "Bool", key: "aws:MultiFactorAuthPresent", values: [true] },
    ]);
  });

  test("come back from their rows as they were", () => {
    expect(conditionsOf(conditionRows(conditions))).toEqual(conditions);
  });

  test("are absent where there is no row", () => {
    expect(conditionsOf([])).toBeUndefined();
    expect(conditionRows(undefined)).toEqual([]);
  });

  test("cannot hold an operator and key twice", () => {
    const row = { operator: "Bool", key: "a", values: ["true"] };
    expect(areDistinct([row, { ...row, operator: "Null" }])).toBe(true);
    expect(areDistinct([row, row])).toBe(false);
  });
});
