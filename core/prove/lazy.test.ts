import { describe, expect, test } from "vitest";
import { readPolicy } from "../evaluate/statement.ts";
import type { JsonObject } from "../problem/json.ts";
import { gainedBy } from "./gained.ts";
import { proverFor } from "./prover.ts";

function statement(Condition: JsonObject, Effect = "Allow"): JsonObject {
  return {
    Effect,
    Principal: "*",
    Action: "kms:Decrypt",
    Resource: "*",
    Condition,
  };
}

/** What the second policy gains over the first, statement by statement. */
function gains(before: readonly JsonObject[], after: readonly JsonObject[]) {
  const prover = proverFor({
    policies: [before, after].map((Statement) =>
      readPolicy({ Version: "2012-10-17", Statement }),
    ),
    partition: "aws",
    account: "111122223333",
    keyArn: "arn:aws:kms:us-east-1:111122223333:key/1",
    constants: new Map(),
    accounts: [],
    principals: [],
    comparisons: [],
  });
  return prover?.policies[1]?.allows.map(
    ({ statement: { index } }) =>
      gainedBy(prover, {
        statement: index,
        pair: { from: 0, to: 1, side: "any" },
      }).verdict,
  );
}

const all = <Item>(count: number, item: Item) =>
  Array.from({ length: count }, () => item);

describe.each([8, 12, 24])("%i overlapping patterns", (count) => {
  const like = Array.from({ length: count }, (_, index) =>
    statement({ StringLike: { "kms:ViaService": `*a${index}b*` } }),
  );
  const [first = {}, ...others] = like;

  test("[V2] are contained in themselves", () => {
    expect(gains(like, like)).toEqual(all(count, "proven"));
  });

  test("[V2] of which one is missing: a text of that one alone is found", () => {
    expect(gains(others, like)).toEqual([
      "refuted",
      ...all(count - 1, "proven"),
    ]);
  });

  test("[V2] of which another pattern covers the missing one", () => {
    const wider = statement({ StringLike: { "kms:ViaService": "*a0*" } });
    expect(gains([...others, wider], like)).toEqual(all(count, "proven"));
  });

  test("[V2] of which all but one deny", () => {
    const denials = others.map((one) => ({ ...one, Effect: "Deny" }));
    expect(gains(denials, [first, ...denials])).toEqual(["refuted"]);
    expect(gains(like, [first, ...denials])).toEqual(["proven"]);
  });
});

describe.each([8, 12, 24])("%i conditions on a list", (count) => {
  const any = Array.from({ length: count }, (_, index) =>
    statement({ "ForAnyValue:StringEquals": { "aws:TagKeys": `k${index}` } }),
  );
  const only = (...keys: string[]) =>
    statement({ "ForAllValues:StringEquals": { "aws:TagKeys": keys } });

  test("[V2] are contained in themselves", () => {
    expect(gains(any, any)).toEqual(all(count, "proven"));
  });

  test("[V2] that leave a list over, or the absent key alone", () => {
    const guarded = {
      ...only("k0", "k1"),
      Condition: {
        "ForAllValues:StringEquals": { "aws:TagKeys": ["k0", "k1"] },
        Null: { "aws:TagKeys": "false" },
      },
    };
    expect(gains(any, [only("k0", "k1")])).toEqual(["refuted"]);
    expect(gains(any, [guarded])).toEqual(["proven"]);
    expect(gains(any.slice(1), [guarded])).toEqual(["refuted"]);
  });
});

describe("a witness", () => {
  test("[V2] keeps what follows from its caller, whatever a comparison would need", () => {
    const allow = {
      ...statement({}),
      Principal: { AWS: "111122223333" },
    };
    const deny = statement(
      { NotIpAddress: { "aws:PrincipalArn": "10.0.0.0/33" } },
      "Deny",
    );
    // Of a service, which has no such ARN, the Deny is sure; of everybody else nobody knows.
    expect(gains([deny, allow], [allow])).toEqual(["unknown"]);
  });
});
