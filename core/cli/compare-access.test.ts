import { describe, expect, test } from "vitest";

import { printDesign, samples } from "../index.ts";
import type { JsonObject } from "../index.ts";
import { runForJson, runInMemory } from "./run-in-memory.ts";

const own = "arn:aws:iam::111122223333";
const partner = "arn:aws:iam::444455556666:root";
const app = `${own}:role/App`;
const resource =
  "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

function allow(principal: string, action: string, more: JsonObject = {}) {
  return {
    Effect: "Allow",
    Principal: { AWS: principal },
    Action: action,
    Resource: "*",
    ...more,
  };
}

function policyOf(...statements: readonly JsonObject[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

const account = allow(`${own}:root`, "kms:*");
const before = policyOf(account, allow(partner, "kms:Decrypt"));
const after = policyOf(
  account,
  allow(app, "kms:Sign"),
  allow(partner, "kms:Encrypt"),
);
const known = ["--account", "111122223333"];
const mfa = { Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } };
const anyUpdate: unknown = expect.objectContaining({ impact: "in-place" });

function session(id: string, role: string, action: string) {
  return {
    principal: `arn:aws:sts::${id}:assumed-role/${role}/session`,
    principalArn: `arn:aws:iam::${id}:role/${role}`,
    action,
    resource,
    resourceAccount: "111122223333",
    context: {},
  };
}

describe("access in compare", () => {
  test("[M13] JSON output has the documented form", () => {
    const { status, json, err } = runForJson(["compare", "b", "h", ...known], {
      b: before,
      h: after,
    });
    expect({ status, err }).toEqual({ status: 1, err: "" });
    expect(json).toEqual({
      verdict: "incomparable",
      gained: [
        {
          principal: partner,
          witness: session("444455556666", "Someone", "kms:Encrypt"),
          access: "account",
          statements: [2],
        },
      ],
      lost: [
        {
          principal: partner,
          witness: session("444455556666", "Someone", "kms:Decrypt"),
          access: "account",
          statements: [1],
        },
      ],
      strengthened: [
        {
          principal: app,
          witness: session("111122223333", "App", "kms:Sign"),
          access: "direct",
          statements: [1],
        },
      ],
      assumptions: ["The stack has no Region: us-east-1 is assumed."],
      added: [],
      removed: [],
      updates: [anyUpdate, anyUpdate],
    });
  });

  test("[M13] text output tells who gains and loses before the updates", () => {
    const { out } = runInMemory(["compare", "b", "h", ...known], {
      b: before,
      h: after,
    });
    expect(out.split("\n").slice(0, 8)).toEqual([
      "access: incomparable",
      `gained: ${partner}, by statement 3`,
      "    such as arn:aws:sts::444455556666:assumed-role/Someone/session kms:Encrypt",
      `lost: ${partner}, by statement 2`,
      "    such as arn:aws:sts::444455556666:assumed-role/Someone/session kms:Decrypt",
      `no longer needs IAM: ${app}, by statement 2`,
      "    such as arn:aws:sts::111122223333:assumed-role/App/session kms:Sign",
      expect.stringMatching(/\.KeyPolicy: in-place \(CloudFormation\)$/),
    ]);
  });

  test.each<[string, string, string, string, number]>([
    ["the same", before, before, "equivalent", 0],
    ["a statement less", before, policyOf(account), "narrower", 0],
    ["a statement more", policyOf(account), before, "wider", 1],
    [
      "a condition more",
      before,
      policyOf(account, allow(partner, "kms:Decrypt", mfa)),
      "narrower",
      0,
    ],
    [
      "a condition less",
      policyOf(account, allow(partner, "kms:Decrypt", mfa)),
      before,
      "wider",
      1,
    ],
    ["something else", before, after, "incomparable", 1],
    [
      "what IAM policies could allow already",
      policyOf(account),
      policyOf(account, allow(app, "kms:Decrypt")),
      "equivalent",
      0,
    ],
    [
      "what AWS does not document",
      policyOf(account),
      policyOf(account, {
        Effect: "Deny",
        NotPrincipal: { AWS: app },
        Action: "kms:Decrypt",
        Resource: "*",
      }),
      "narrower",
      0,
    ],
    [
      "a condition that nobody can read",
      policyOf(account),
      policyOf(
        account,
        allow(partner, "kms:Decrypt", {
          Condition: { StringResembles: { "kms:ViaService": "s3" } },
        }),
      ),
      "unknown",
      1,
    ],
  ])("[M13] %s: %#", (...[, b, h, verdict, expected]) => {
    const { status, json } = runForJson(["compare", "b", "h", ...known], {
      b,
      h,
    });
    expect(json).toMatchObject({ verdict });
    expect(status).toBe(expected);
  });

  test("[M13] keys that only one side has are told, and each change with its key", () => {
    const { design } = samples["symmetric-data-key"];
    const [key] = design.keys;
    const second = design.keys.map((one) => ({
      ...one,
      id: "Second",
      aliases: [],
    }));
    const files = {
      b: printDesign(design),
      h: printDesign({ ...design, keys: [...design.keys, ...second] }),
    };
    expect(runForJson(["compare", "b", "h"], files).json).toMatchObject({
      verdict: "equivalent",
      added: ["Second"],
      removed: [],
    });
    expect(runForJson(["compare", "h", "b"], files).json).toMatchObject({
      added: [],
      removed: ["Second"],
    });
    expect(runInMemory(["compare", "b", "h"], files).out).toContain(
      "Second is new: its access was not compared\n",
    );
    expect(key?.id).not.toBe("Second");
  });

  test.each([
    [["b", "h", "--account", "1"]],
    [["b", "h", "--key", "Nothing"]],
    [["b", "h", "--settings", "missing"]],
    [["b", "-", "--settings", "-"]],
    [["b", "h", "--organization", "o"]],
  ])(
    "[M2] compare %j is refused with 2 and nothing on standard output",
    (args) => {
      const { status, out, err } = runInMemory(["compare", ...args], {
        b: before,
        h: after,
        "-": after,
      });
      expect({ status, out }).toEqual({ status: 2, out: "" });
      expect(err).not.toBe("");
    },
  );
});
