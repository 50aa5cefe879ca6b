import { describe, expect, test } from "vitest";
import type { Evaluation, JsonObject } from "../../../core/index.ts";
import { evaluateRequest } from "../../../core/index.ts";
import { traceRows } from "./trace-rows.ts";

const app = "arn:aws:iam::111122223333:role/App";
const other = "arn:aws:iam::111122223333:role/Other";

function statement(more: JsonObject): JsonObject {
  return {
    Effect: "Allow",
    Principal: { AWS: app },
    Action: "kms:Decrypt",
    Resource: "*",
    ...more,
  };
}

function evaluated(statements: readonly JsonObject[]): Evaluation {
  const asked = evaluateRequest(
    { Version: "2012-10-17", Statement: statements },
    { principal: app, action: "kms:Decrypt" },
    {
      arn: "arn:aws:kms:eu-west-1:111122223333:key/1234abcd",
      account: "111122223333",
      context: {},
    },
  );
  if (!asked.ok) throw new Error("the request can be asked");
  return asked.value;
}

const condition = {
  StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" },
};

describe("the statements of a trace", () => {
  test("a condition that fails is nearer than another action, and other principals are apart", () => {
    const { related, unrelated } = traceRows(
      evaluated([
        statement({ Action: "kms:Encrypt" }),
        statement({ Principal: { AWS: other } }),
        statement({ Condition: condition }),
      ]),
    );
    expect(related.map(({ index }) => index)).toEqual([2, 0]);
    expect(unrelated.map(({ index }) => index)).toEqual([1]);
  });

  test("what decides is first: a denial before what allows", () => {
    const { related } = traceRows(
      evaluated([
        statement({ Condition: condition }),
        statement({}),
        statement({ Effect: "Deny" }),
      ]),
    );
    expect(related.map(({ index }) => index)).toEqual([2, 1, 0]);
  });
});
