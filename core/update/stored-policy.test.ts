import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { Json, JsonObject } from "../problem/json.ts";
import { samePolicy, storedPolicy } from "./stored-policy.ts";

const numRuns = process.env["KEYWRIGHT_DEEP"] === "1" ? 20_000 : 500;

/** The policy with one statement that has these members. */
function policy(members: JsonObject): JsonObject {
  return {
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Resource: "*", ...members }],
  };
}

function stored(members: JsonObject, partition?: string): JsonObject {
  const { Statement: statements } = storedPolicy(policy(members), partition);
  const [first = {}] = statements as readonly JsonObject[];
  return first;
}

const account = "111122223333";
const root = `arn:aws:iam::${account}:root`;

describe("what AWS stores", () => {
  test("[U2] a list of one is stored as its member, in actions, resources, principals and conditions", () => {
    expect(
      stored({
        Action: ["kms:Decrypt"],
        Resource: ["*"],
        Principal: { Service: ["logs.amazonaws.com"] },
        Condition: { StringEquals: { "kms:ViaService": ["s3.amazonaws.com"] } },
      }),
    ).toEqual({
      Effect: "Allow",
      Action: "kms:Decrypt",
      Resource: "*",
      Principal: { Service: "logs.amazonaws.com" },
      Condition: { StringEquals: { "kms:ViaService": "s3.amazonaws.com" } },
    });
  });

  test("[U2] longer lists keep their members and their order", () => {
    const Action = ["kms:Sign", "kms:Decrypt"];
    expect(stored({ Action })).toMatchObject({ Action });
  });

  test("[U2] an account ID is stored as the ARN of the account", () => {
    expect(stored({ Principal: { AWS: account } })).toMatchObject({
      Principal: { AWS: root },
    });
    expect(stored({ Principal: { AWS: [account] } })).toMatchObject({
      Principal: { AWS: root },
    });
    expect(stored({ Principal: { AWS: account } }, "aws-cn")).toMatchObject({
      Principal: { AWS: `arn:aws-cn:iam::${account}:root` },
    });
  });

  test("[U2] only a principal is an account: in a condition the digits stay", () => {
    const Condition = { StringEquals: { "kms:CallerAccount": account } };
    expect(stored({ Condition })).toMatchObject({ Condition });
  });

  test("[U2] a lone statement is stored in a list", () => {
    expect(
      storedPolicy({ Statement: { Effect: "Deny", Action: ["kms:*"] } }),
    ).toEqual({ Statement: [{ Effect: "Deny", Action: "kms:*" }] });
  });

  test("[U2] those who are excepted are stored as those who are named", () => {
    expect(stored({ NotPrincipal: { AWS: [account] } })).toMatchObject({
      NotPrincipal: { AWS: root },
    });
  });

  test("[U2] a list in a list, which is no policy, stays", () => {
    expect(stored({ Action: [["kms:Sign"]] })).toMatchObject({
      Action: [["kms:Sign"]],
    });
  });

  test("[U2] what functions give stays as it is written", () => {
    const join = { "Fn::Join": ["", ["a"]] };
    expect(stored({ Principal: { AWS: [join] } })).toMatchObject({
      Principal: { AWS: join },
    });
  });

  test("[U2] storing what is stored changes nothing, whatever the document", () => {
    const value = fc.letrec<{ value: Json }>((tie) => ({
      value: fc.oneof(
        { depthSize: "small" },
        fc.constantFrom<Json>("*", account, root, "kms:*", true, 3, null),
        fc.array(tie("value"), { maxLength: 3 }),
        fc.dictionary(
          fc.constantFrom(
            "Statement",
            "Principal",
            "NotPrincipal",
            "AWS",
            "Condition",
            "StringEquals",
            "Action",
            "Ref",
          ),
          tie("value"),
          { maxKeys: 4 },
        ),
      ),
    })).value;
    fc.assert(
      fc.property(value, fc.boolean(), (one, isStatement) => {
        const document = isStatement ? { Statement: one } : { Principal: one };
        const once = storedPolicy(document);
        expect(storedPolicy(once)).toEqual(once);
      }),
      { numRuns, seed: 1 },
    );
  });
});

describe("the same policy", () => {
  const start = policy({
    Sid: "A",
    Action: ["kms:Sign", "kms:Verify"],
    Principal: { AWS: [root, "arn:aws:iam::111122223333:role/App"] },
  });

  test("[U3] the order of members and of names does not matter", () => {
    expect(
      samePolicy(start, {
        Statement: [
          {
            Principal: {
              AWS: ["arn:aws:iam::111122223333:role/App", account],
            },
            Resource: ["*"],
            Action: ["kms:Verify", "kms:Sign"],
            Sid: "A",
            Effect: "Allow",
          },
        ],
        Version: "2012-10-17",
      }),
    ).toBe(true);
  });

  test("[U3] a policy may be given as text", () => {
    expect(samePolicy(start, JSON.stringify(start, null, 2))).toBe(true);
    expect(samePolicy("no policy", "no policy")).toBe(true);
    expect(samePolicy("no policy", start)).toBe(false);
  });

  test.each<readonly [Json, Json]>([
    [
      { Ref: "AWS::AccountId" },
      { "Fn::Sub": "arn:aws:iam::${AWS::AccountId}:root" },
    ],
    [
      { Ref: "AWS::AccountId" },
      {
        "Fn::Join": [
          "",
          [
            "arn:",
            { Ref: "AWS::Partition" },
            ":iam::",
            { Ref: "AWS::AccountId" },
            ":root",
          ],
        ],
      },
    ],
    [account, `arn:aws-us-gov:iam::${account}:root`],
  ])("[U3] %j and %j are the same account", (a, b) => {
    expect(
      samePolicy(
        policy({ Principal: { AWS: a } }),
        policy({ Principal: { AWS: b } }),
      ),
    ).toBe(true);
  });

  test.each<readonly [string, JsonObject]>([
    ["another action", { Action: ["kms:Sign"] }],
    ["another principal", { Principal: { AWS: account } }],
    ["another Sid", { Sid: "B" }],
    ["another effect", { Effect: "Deny" }],
    ["a condition", { Condition: { Bool: { "aws:SecureTransport": "true" } } }],
  ])("[U3] %s is another policy", (_, members) => {
    const [statement = {}] = start["Statement"] as readonly JsonObject[];
    const other = { ...start, Statement: [{ ...statement, ...members }] };
    expect(samePolicy(start, other)).toBe(false);
  });

  test("[U3] an account and its ARN are not the same in a condition", () => {
    const withArn = (value: string) =>
      policy({ Condition: { StringLike: { "aws:PrincipalArn": value } } });
    expect(samePolicy(withArn(root), withArn(account))).toBe(false);
  });

  test("[U3] the arguments of a function keep their order", () => {
    const joined = (...pieces: readonly string[]) =>
      policy({ Action: { "Fn::Join": ["", [...pieces, { Ref: "P" }]] } });
    expect(samePolicy(joined("a", "b"), joined("b", "a"))).toBe(false);
  });
});
