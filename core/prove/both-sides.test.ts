import { describe, expect, test } from "vitest";
import type { Design, OwnedKey, Statement } from "../design/design.ts";
import { isOwned } from "../design/design.ts";
import { samples } from "../samples/registry.ts";
import { bothSides } from "./both-sides.ts";
import { subjectOf } from "./subject.ts";
import type { Subject } from "./subject.ts";

const role = "arn:aws:iam::444455556666:role/Analytics";

function subjectWith(...statements: readonly Statement[]): Subject {
  const base = samples["replaced-policy"].design;
  const key = base.keys.find(isOwned);
  if (key === undefined) throw new Error("the sample has a key");
  const changed: OwnedKey = {
    ...key,
    administrators: [],
    policy: { mode: "replace", minimize: false, statements },
  };
  const design: Design = {
    ...base,
    settings: { account: "111122223333" },
    stacks: base.stacks.map((stack) => ({
      ...stack,
      account: "111122223333",
    })),
    keys: [changed],
  };
  const subject = subjectOf(design, changed);
  if (subject === undefined) throw new Error("the key has a policy");
  return subject;
}

function allow(more: Readonly<Record<string, string | object>>): Statement {
  return {
    verbatim: {
      Effect: "Allow",
      Principal: { AWS: role },
      Action: ["kms:Decrypt", "kms:DescribeKey"],
      Resource: "*",
      ...more,
    },
  };
}

describe("both sides of access across accounts", () => {
  test("[V31] the other account needs the actions on the key, and either side alone is nothing", () => {
    const subject = subjectWith(allow({}));
    const sides = bothSides(subject, 0, role);
    expect(sides?.identityPolicy).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Action: ["kms:Decrypt", "kms:DescribeKey"],
          Resource: subject.keyArn,
        },
      ],
    });
    expect(sides).toMatchObject({ provenTogether: true, provenApart: true });
    expect(sides?.requests).toHaveLength(2);
  });

  test("[V31] requests meet the conditions of the statement", () => {
    const Condition = {
      StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" },
    };
    const sides = bothSides(subjectWith(allow({ Condition })), 0, role);
    expect(sides).toMatchObject({ provenTogether: true, provenApart: true });
    expect(Object.values(sides?.requests[0]?.context ?? {})).toContain(
      "o-a1b2c3d4e5",
    );
  });

  test("[V31] actions that do not work across accounts are left out", () => {
    const Action = ["kms:Decrypt", "kms:ScheduleKeyDeletion"];
    const sides = bothSides(subjectWith(allow({ Action })), 0, role);
    expect(sides?.identityPolicy).toMatchObject({
      Statement: [{ Action: ["kms:Decrypt"] }],
    });
  });

  test("[V31] an account stands for whoever it lets", () => {
    const Principal = { AWS: "444455556666" };
    const sides = bothSides(
      subjectWith(allow({ Principal })),
      0,
      "444455556666",
    );
    expect(sides).toMatchObject({ provenTogether: true, provenApart: true });
  });

  test("[V31] where another statement allows it too, either side is not proven apart", () => {
    const wide = allow({ Action: ["kms:Decrypt", "kms:D*"] });
    const sides = bothSides(subjectWith(allow({}), wide), 0, role);
    expect(sides).toMatchObject({ provenTogether: true, provenApart: false });
  });

  test("[V31] a denial, the own account, services and nobody have no other side", () => {
    const own = "arn:aws:iam::111122223333:role/Own";
    expect(bothSides(subjectWith(allow({ Effect: "Deny" })), 0, role)).toBe(
      undefined,
    );
    const Principal = { AWS: own };
    expect(bothSides(subjectWith(allow({ Principal })), 0, own)).toBe(
      undefined,
    );
    expect(bothSides(subjectWith(allow({})), 0, "logs.amazonaws.com")).toBe(
      undefined,
    );
    expect(bothSides(subjectWith(allow({})), 7, role)).toBe(undefined);
  });
});
