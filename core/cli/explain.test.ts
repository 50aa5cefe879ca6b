import { describe, expect, test } from "vitest";

import type { JsonObject } from "../index.ts";
import { layers } from "../index.ts";
import { runForJson, runInMemory } from "./run-in-memory.ts";

const root = "arn:aws:iam::111122223333:root";
const app = "arn:aws:iam::111122223333:role/App";
const session = "arn:aws:sts::111122223333:assumed-role/App/s";
const policy = JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    {
      Sid: "Account",
      Effect: "Allow",
      Principal: { AWS: root },
      Action: "kms:*",
      Resource: "*",
    },
    {
      Effect: "Deny",
      Principal: "*",
      Action: "kms:Decrypt",
      Resource: "*",
      Condition: {
        StringNotEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" },
      },
    },
  ],
});
const request = {
  principal: session,
  action: "kms:Decrypt",
  context: { "kms:ViaService": "s3.us-east-1.amazonaws.com" },
};
const known = ["--account", "111122223333"];

function explain(
  json: JsonObject | readonly JsonObject[],
  ...args: readonly string[]
) {
  return runForJson(["explain", "p", "--request", "r", ...known, ...args], {
    p: policy,
    r: JSON.stringify(json),
  });
}

const filledIn = [
  { key: "aws:PrincipalArn", value: app },
  { key: "aws:PrincipalAccount", value: "111122223333" },
  { key: "kms:CallerAccount", value: "111122223333" },
  { key: "aws:PrincipalIsAWSService", value: "false" },
  { key: "aws:PrincipalType", value: "AssumedRole" },
  { key: "aws:ResourceAccount", value: "111122223333" },
  { key: "kms:KeySpec", value: "SYMMETRIC_DEFAULT" },
  { key: "kms:KeyUsage", value: "ENCRYPT_DECRYPT" },
  { key: "kms:KeyOrigin", value: "AWS_KMS" },
  { key: "kms:MultiRegion", value: "false" },
];

describe("explain --request", () => {
  test("[M12] JSON output has the documented form", () => {
    expect(explain(request)).toEqual({
      status: 0,
      err: "",
      json: {
        keyPolicy: "account",
        final: "DependsOnIam",
        reason: "the key policy leaves it to the IAM policies of the account",
        outOfScope: Object.keys(layers),
        filledIn,
        statements: [
          {
            index: 0,
            sid: "Account",
            effect: "Allow",
            matched: true,
            reasons: [
              "matched: principal is the account of the caller, 111122223333, so its IAM policies have a say",
              "matched: kms:Decrypt is among its actions",
            ],
          },
          {
            index: 1,
            sid: "",
            effect: "Deny",
            matched: false,
            reasons: [
              "matched: principal is everyone",
              "matched: kms:Decrypt is among its actions",
              'not matched: kms:ViaService is "s3.us-east-1.amazonaws.com": StringNotEquals "s3.us-east-1.amazonaws.com" does not hold',
            ],
          },
        ],
      },
    });
  });

  test("[M12] text output says the same to people", () => {
    const { out, status } = runInMemory(
      ["explain", "p", "--request", "r", ...known],
      { p: policy, r: JSON.stringify({ ...request, context: {} }) },
    );
    expect(status).toBe(0);
    expect(out).toBe(
      [
        `${session} kms:Decrypt: ExplicitlyDenied: the key policy denies it`,
        "    the key policy says: deny",
        "    statement 1 (Account), Allow: matched",
        "        matched: principal is the account of the caller, 111122223333, so its IAM policies have a say",
        "        matched: kms:Decrypt is among its actions",
        "    statement 2, Deny: matched",
        "        matched: principal is everyone",
        "        matched: kms:Decrypt is among its actions",
        "        matched: kms:ViaService is missing, and StringNotEquals is true for a missing key",
        ...filledIn.map(({ key, value }) => `    filled in: ${key} = ${value}`),
        `    not given, so without a say: ${Object.values(layers).join(", ")}`,
        "",
      ].join("\n"),
    );
  });

  test("[M12] an array of requests is answered by an array in the same order", () => {
    const asked = [
      request,
      { ...request, principal: root },
      { ...request, context: {} },
    ];
    const { json, status } = explain(asked);
    expect(status).toBe(0);
    expect(json).toMatchObject([
      { keyPolicy: "account", final: "DependsOnIam" },
      { keyPolicy: "direct", final: "Allowed" },
      { keyPolicy: "deny", final: "ExplicitlyDenied" },
    ]);
    expect(explain([]).json).toEqual([]);
    expect(explain([request]).json).toHaveLength(1);
  });

  test("[M12] no IAM policies is another thing than IAM policies that are not known", () => {
    const allow = {
      Statement: [{ Effect: "Allow", Action: "kms:*", Resource: "*" }],
    };
    const finals = [[], [allow]].map(
      (identityPolicies) => explain({ ...request, identityPolicies }).json,
    );
    expect(finals).toMatchObject([
      { final: "ImplicitlyDenied" },
      { final: "Allowed" },
    ]);
    expect(finals).not.toMatchObject([
      { outOfScope: ["identityPolicies"] },
      { outOfScope: ["identityPolicies"] },
    ]);
  });

  test("[M12] either file is standard input, but not both", () => {
    const files = { p: policy, r: JSON.stringify(request) };
    const ofPolicy = runInMemory(["explain", "-", "--request", "r"], {
      ...files,
      "-": policy,
    });
    const ofRequest = runInMemory(["explain", "p", "--request", "-"], {
      ...files,
      "-": JSON.stringify(request),
    });
    expect([ofPolicy.status, ofRequest.status]).toEqual([0, 0]);
    expect(ofPolicy.out).toBe(ofRequest.out);
  });

  test("[M12] the key and its account are those of the options", () => {
    const arn = "arn:aws:kms:eu-west-1:999988887777:key/1";
    const { json } = runForJson(
      ["explain", "p", "--request", "r", "--key-arn", arn],
      { p: policy, r: JSON.stringify(request) },
    );
    expect(json).toMatchObject({
      keyPolicy: "account",
      reason:
        "the key policy allows it, and across accounts the caller's IAM policies must allow it too",
    });
    expect(JSON.stringify(json)).toContain(
      '{"key":"aws:ResourceAccount","value":"999988887777"}',
    );
  });

  test.each<[string, unknown, RegExp]>([
    [
      "an unknown property",
      { ...request, who: "me" },
      /^r:1:\d+: error: `who` is not a property of a request \(who\) \[request\/unknown-property\]$/m,
    ],
    [
      "nobody who can call",
      { ...request, principal: "me" },
      /^r:1:\d+: error: `me` is nobody .*\(principal\) \[request\/principal\]$/m,
    ],
    [
      "no action of AWS KMS",
      { ...request, action: "s3:GetObject" },
      /\(action\) \[request\/action\]$/m,
    ],
    [
      "one of several is wrong",
      [request, { action: "kms:Sign" }],
      /`principal` must be a text, received nothing \(\[1\]\.principal\)/,
    ],
    [
      "no object",
      5,
      /^r:1:1: error: the request must be an object, received `5` \[request\/wrong-value\]$/m,
    ],
  ])("[M2] %s is refused with its place", (_, json, expected) => {
    const { status, out, err } = runInMemory(
      ["explain", "p", "--request", "r"],
      { p: policy, r: JSON.stringify(json) },
    );
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toMatch(expected);
  });

  test.each([
    [[]],
    [["p"]],
    [["p", "p", "--request", "r"]],
    [["p", "--request", "missing"]],
    [["p", "--request", "broken"]],
    [["broken", "--request", "r"]],
    [["-", "--request", "-"]],
    [["p", "--request", "r", "--events", "r"]],
    [["p", "--request", "r", "--format", "xml"]],
    [["p", "--events", "broken"]],
  ])(
    "[M2] explain %j is refused with 2 and nothing on standard output",
    (args) => {
      const { status, out, err } = runInMemory(["explain", ...args], {
        p: policy,
        r: JSON.stringify(request),
        "-": policy,
        broken: "{",
      });
      expect({ status, out }).toEqual({ status: 2, out: "" });
      expect(err).not.toBe("");
    },
  );
});

const event = {
  eventVersion: "1.11",
  userIdentity: {
    type: "IAMUser",
    principalId: "AIDAEXAMPLE",
    arn: "arn:aws:iam::111122223333:user/Ann",
    accountId: "111122223333",
    userName: "Ann",
  },
  eventTime: "2026-01-31T12:00:00Z",
  eventSource: "kms.amazonaws.com",
  eventName: "Decrypt",
  awsRegion: "us-east-1",
  sourceIPAddress: "203.0.113.7",
  userAgent: "aws-cli/2.15.0",
  requestParameters: { encryptionAlgorithm: "SYMMETRIC_DEFAULT" },
  responseElements: null,
};

describe("explain --events", () => {
  const files = {
    p: policy,
    e: JSON.stringify({
      Records: [
        event,
        { ...event, eventName: "DescribeKey", requestParameters: null },
        { ...event, eventSource: "s3.amazonaws.com" },
      ],
    }),
  };

  test("[M12] JSON output has an entry for each request", () => {
    const { status, json, err } = runForJson(
      ["explain", "p", "--events", "e", ...known],
      files,
    );
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(json).toMatchObject({
      events: [
        {
          name: "Decrypt",
          time: "2026-01-31T12:00:00Z",
          request: {
            principal: "arn:aws:iam::111122223333:user/Ann",
            action: "kms:Decrypt",
          },
          recorded: "allowed",
          keyPolicy: "deny",
          flips: true,
          reason: "statement 2 denies it",
        },
        {
          name: "DescribeKey",
          recorded: "allowed",
          keyPolicy: "account",
          flips: false,
          reason: "statement 1 (Account) allows it",
          missing: [],
        },
      ],
      ofOtherKeys: 0,
      skipped: 1,
    });
  });

  test("[M12] text output tells those that are decided otherwise", () => {
    const { status, out } = runInMemory(
      ["explain", "p", "--events", "e", ...known],
      files,
    );
    expect(status).toBe(0);
    const [first, second, last, end] = out.split("\n");
    expect(first).toMatch(
      /^2026-01-31T12:00:00Z arn:aws:iam::111122223333:user\/Ann kms:Decrypt/,
    );
    expect(second).toBe(
      "    recorded: allowed, the key policy now: deny: statement 2 denies it",
    );
    expect(last).toBe(
      "2 requests, 1 of them decided otherwise; 0 of other keys, 1 of other services",
    );
    expect(end).toBe("");
  });

  test("[M12] events of other keys are counted where the key is known", () => {
    const arn = "arn:aws:kms:us-east-1:111122223333:key/mine";
    const other = {
      ...event,
      resources: [
        {
          accountId: "111122223333",
          type: "AWS::KMS::Key",
          ARN: "arn:aws:kms:us-east-1:111122223333:key/other",
        },
      ],
    };
    const { json } = runForJson(
      ["explain", "p", "--events", "e", "--key-arn", arn],
      { p: policy, e: JSON.stringify({ Records: [other] }) },
    );
    expect(json).toEqual({ events: [], ofOtherKeys: 1, skipped: 0 });
  });
});
