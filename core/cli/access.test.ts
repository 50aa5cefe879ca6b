import { describe, expect, test } from "vitest";

import { kmsActionNames, printDesign, samples } from "../index.ts";
import type { JsonObject } from "../index.ts";
import { runForJson, runInMemory } from "./run-in-memory.ts";

const root = "arn:aws:iam::111122223333:root";
const app = "arn:aws:iam::111122223333:role/App";
const resource =
  "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const viaS3 = {
  StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" },
};

function allow(principal: JsonObject, action: string, more: JsonObject = {}) {
  return {
    Effect: "Allow",
    Principal: principal,
    Action: action,
    Resource: "*",
    ...more,
  };
}

function policyOf(...statements: readonly JsonObject[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

const account = allow({ AWS: root }, "kms:*");
const policy = policyOf(
  account,
  allow({ AWS: app }, "kms:Decrypt", { Condition: viaS3 }),
  allow({ Service: "sns.amazonaws.com" }, "kms:GenerateDataKey"),
  {
    ...allow({ AWS: "*" }, "kms:GenerateDataKey", { Condition: viaS3 }),
    Effect: "Deny",
  },
);
const known = ["--account", "111122223333"];
const region = "The stack has no Region: us-east-1 is assumed.";

const ofRole = (action: string, context: JsonObject = {}) => ({
  principal: "arn:aws:sts::111122223333:assumed-role/App/session",
  principalArn: app,
  action,
  resource,
  resourceAccount: "111122223333",
  context,
});

describe("access", () => {
  test("[M11] JSON output has the documented form", () => {
    expect(runForJson(["access", "p", ...known], { p: policy })).toEqual({
      status: 0,
      err: "",
      json: {
        findings: [
          {
            principal: root,
            scope: "account",
            access: "account",
            actions: kmsActionNames,
            conditions: {},
            except: [3],
            statements: [0],
            witness: ofRole("kms:Encrypt"),
          },
          {
            principal: app,
            scope: "account",
            access: "direct",
            actions: ["kms:Decrypt"],
            conditions: viaS3,
            except: [],
            statements: [1],
            witness: ofRole("kms:Decrypt", viaS3.StringEquals),
          },
          {
            principal: "sns.amazonaws.com",
            scope: "service",
            access: "direct",
            actions: ["kms:GenerateDataKey"],
            conditions: {},
            except: [3],
            unpinned: true,
            statements: [2],
            witness: {
              principal: "sns.amazonaws.com",
              action: "kms:GenerateDataKey",
              resource,
              resourceAccount: "111122223333",
              context: {},
            },
          },
        ],
        unknown: [],
        notPublic: { verdict: "proven" },
        manageable: {
          verdict: "proven",
          witness: ofRole("kms:PutKeyPolicy"),
          by: ["root", app],
          singlePointsOfFailure: [],
        },
        statements: [0, 1, 2, 3].map((statement) => ({
          statement,
          standing: "needed",
          isPublic: false,
        })),
        assumptions: [region],
      },
    });
  });

  test("[M11] text output is a block for each finding, then the verdicts and what they assume", () => {
    expect(runInMemory(["access", "p", ...known], { p: policy })).toEqual({
      status: 0,
      err: "",
      out: [
        `${root} (account): its IAM policies decide`,
        "    kms:*",
        "    except what is denied by statement 4",
        `${app} (account): the key policy allows it`,
        "    kms:Decrypt",
        "    when kms:ViaService is s3.us-east-1.amazonaws.com",
        "sns.amazonaws.com (service): the key policy allows it",
        "    kms:GenerateDataKey",
        "    except what is denied by statement 4",
        "    no condition binds what the service acts for",
        "not public: proven",
        `manageable: proven: arn:aws:sts::111122223333:assumed-role/App/session kms:PutKeyPolicy`,
        `    by root, ${app}`,
        `assumed: ${region}`,
        "",
      ].join("\n"),
    });
  });

  test("[M11] who makes the key public is told, and the status is 0 all the same", () => {
    const { status, json } = runForJson(["access", "-", ...known], {
      "-": policyOf(account, allow({ AWS: "*" }, "kms:Decrypt")),
    });
    expect(status).toBe(0);
    expect(json).toMatchObject({
      notPublic: {
        verdict: "refuted",
        witness: { action: "kms:Decrypt", resourceAccount: "111122223333" },
      },
    });
  });

  test("[M11] what nobody can manage, and what nobody is allowed, is told", () => {
    const denied = { ...allow({ AWS: "*" }, "kms:*"), Effect: "Deny" };
    const { status, out } = runInMemory(["access", "p", ...known], {
      p: policyOf(account, denied),
    });
    expect(status).toBe(0);
    expect(out).toBe(
      [
        "nobody is allowed anything",
        "not public: proven",
        "manageable: refuted",
        "statement 1: all that it allows is denied",
        `assumed: ${region}`,
        "",
      ].join("\n"),
    );
  });

  test("[M11] a single point of failure and the lockout check of the deployer are told", () => {
    const { out } = runInMemory(
      ["access", "p", ...known, "--deployer", `${app}-deploy`],
      { p: policyOf(allow({ AWS: app }, "kms:*")) },
    );
    expect(out).toContain(`    only as long as there is ${app}\n`);
    expect(out).toContain(
      `lockout check for ${app}-deploy: refused: the policy does not let the deployer put a key policy again\n    with the bypass: accepted\n`,
    );
  });

  test("[M11] the account of the key decides what is inside it", () => {
    const scopes = (...args: readonly string[]) => {
      const { json } = runForJson(["access", "p", ...args], { p: policy });
      return JSON.stringify(json)
        .match(/"scope":"[a-z-]+"/g)
        ?.slice(0, 2);
    };
    expect(scopes()).toEqual(['"scope":"account"', '"scope":"account"']);
    expect(scopes("--account", "999988887777")).toEqual([
      '"scope":"cross-account"',
      '"scope":"cross-account"',
    ]);
    expect(
      scopes("--key-arn", "arn:aws:kms:us-east-1:999988887777:key/1"),
    ).toEqual(['"scope":"cross-account"', '"scope":"cross-account"']);
  });

  test("[M11] the ARN of the key is that of every witness", () => {
    const arn = "arn:aws:kms:us-east-1:111122223333:key/mine";
    const { json } = runForJson(["access", "p", "--key-arn", arn], {
      p: policy,
    });
    expect(json).toMatchObject({
      findings: [
        { witness: { resource: arn } },
        { witness: { resource: arn } },
        { witness: { resource: arn } },
      ],
    });
  });

  test("[M11] organization and trusted accounts come from the options and the file of the settings", () => {
    const p = policyOf(
      account,
      allow({ AWS: "*" }, "kms:Decrypt", {
        Condition: { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } },
      }),
    );
    const { json } = runForJson(
      ["access", "p", "--organization", "o-a1b2c3d4e5", "--settings", "s"],
      { p, s: JSON.stringify({ account: "111122223333" }) },
    );
    expect(json).toMatchObject({
      findings: [{ scope: "account" }, { scope: "organization" }],
      notPublic: { verdict: "proven" },
      assumptions: ["The account is in organization o-a1b2c3d4e5.", region],
    });
  });

  test("[M11] of several keys one is chosen", () => {
    const { design } = samples["symmetric-data-key"];
    const d = printDesign({
      ...design,
      keys: design.keys.flatMap((key) => [
        key,
        { ...key, id: "Second", aliases: [] },
      ]),
    });
    const { status, out, err } = runInMemory(["access", "d"], { d });
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toMatch(
      /^there are several keys: choose one of \S+, Second with --key$/m,
    );
    expect(runInMemory(["access", "d", "--key", "Second"], { d }).status).toBe(
      0,
    );
  });

  test.each([
    [[]],
    [["p", "p"]],
    [["missing"]],
    [["broken"]],
    [["p", "--format", "xml"]],
    [["p", "--key", "Nothing"]],
    [["p", "--account", "1"]],
    [["p", "--organization", "x"]],
    [["p", "--deployer", "me"]],
    [["p", "--key-arn", "alias/x"]],
    [["p", "--settings", "missing"]],
    [["p", "--settings", "broken"]],
    [["-", "--settings", "-"]],
    [["p", "--request", "p"]],
  ])(
    "[M2] access %j is refused with 2 and nothing on standard output",
    (args) => {
      const { status, out, err } = runInMemory(["access", ...args], {
        p: policy,
        "-": policy,
        broken: "{",
      });
      expect({ status, out }).toEqual({ status: 2, out: "" });
      expect(err).not.toBe("");
    },
  );
});
