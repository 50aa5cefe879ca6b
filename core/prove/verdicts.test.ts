import { describe, expect, test } from "vitest";
import type { AccessSettings } from "../design/design.ts";
import type { JsonObject } from "../problem/json.ts";
import { ownAccount, policySubject } from "../testing/policy-subject.ts";
import { accessReport } from "./report.ts";

const own = `arn:aws:iam::${ownAccount}`;
const root = `${own}:root`;
const admin = `${own}:role/Admin`;
const deploy = `${own}:role/Deploy`;
const session = `arn:aws:sts::${ownAccount}:assumed-role/Admin/me`;
const stranger = "arn:aws:iam::999988887777:root";

function allow(
  principal: string,
  action: string,
  more: JsonObject = {},
): JsonObject {
  const type = principal.endsWith(".amazonaws.com") ? "Service" : "AWS";
  return {
    Effect: "Allow",
    Principal: { [type]: principal },
    Action: action,
    Resource: "*",
    ...more,
  };
}

function deny(principal: string, action: string, more: JsonObject = {}) {
  return { ...allow(principal, action, more), Effect: "Deny" };
}

function when(operator: string, key: string, value: string): JsonObject {
  return { Condition: { [operator]: { [key]: value } } };
}

function report(
  statements: readonly JsonObject[],
  settings: AccessSettings = {},
) {
  const document = { Version: "2012-10-17", Statement: statements };
  return accessReport(policySubject(document, { settings }));
}

const mfa = when("Bool", "aws:MultiFactorAuthPresent", "true");
const inOrganization = when(
  "StringEquals",
  "aws:PrincipalOrgID",
  "o-a1b2c3d4e5",
);

describe("whether a key can be managed", () => {
  const asRoot = [allow(root, "kms:*")];

  test.each<
    [
      name: string,
      statements: readonly JsonObject[],
      verdict: string,
      by: readonly string[],
      alone: readonly string[],
    ]
  >([
    ["the account is allowed everything", asRoot, "proven", ["root"], []],
    ["nobody is allowed anything", [], "refuted", [], []],
    [
      "a role alone may put a policy",
      [allow(admin, "kms:PutKeyPolicy")],
      "proven",
      [admin],
      [admin],
    ],
    [
      "a role and the account may put a policy",
      [...asRoot, allow(admin, "kms:*")],
      "proven",
      ["root", admin],
      [],
    ],
    [
      "two roles may put a policy",
      [allow(admin, "kms:Put*"), allow(deploy, "kms:*")],
      "proven",
      [admin, deploy],
      [],
    ],
    [
      "one of two roles may put a policy",
      [allow(admin, "kms:Put*"), allow(deploy, "kms:Decrypt")],
      "proven",
      [admin],
      [admin],
    ],
    [
      "one session alone may put a policy",
      [allow(session, "kms:*")],
      "proven",
      [session],
      [session],
    ],
    [
      "all that is allowed is denied",
      [...asRoot, deny("*", "kms:PutKeyPolicy")],
      "refuted",
      [],
      [],
    ],
    [
      "only another account may put a policy, which AWS KMS does not take from there",
      [allow(stranger, "kms:*")],
      "refuted",
      [],
      [],
    ],
    [
      "a service alone may put a policy",
      [allow("logs.us-east-1.amazonaws.com", "kms:*")],
      "refuted",
      [],
      [],
    ],
    [
      "the account may put a policy under a condition",
      [allow(root, "kms:*", mfa)],
      "proven",
      ["root"],
      [],
    ],
    [
      "everybody but a role is denied",
      [
        allow(root, "kms:*"),
        deny(
          "*",
          "kms:PutKeyPolicy",
          when("ArnNotEquals", "aws:PrincipalArn", admin),
        ),
        allow(admin, "kms:PutKeyPolicy"),
      ],
      "proven",
      [admin],
      [admin],
    ],
  ])("[V12] %s", (...[, statements, verdict, by, alone]) => {
    const { manageable } = report(statements);
    expect(manageable).toMatchObject({
      verdict,
      by,
      singlePointsOfFailure: alone,
    });
    expect(manageable.deployer).toBeUndefined();
  });
});

describe("the lockout safety check", () => {
  test.each<
    [
      name: string,
      deployer: string,
      statements: readonly JsonObject[],
      verdict: string,
      reason: RegExp,
    ]
  >([
    [
      "the deployer is named",
      deploy,
      [allow(deploy, "kms:PutKeyPolicy")],
      "accepted",
      /lets the deployer itself/,
    ],
    [
      "everything is left to IAM policies",
      deploy,
      [allow(root, "kms:*")],
      "unknown",
      /IAM policies of the deployer decide/,
    ],
    [
      "the deployer is named under a condition",
      deploy,
      [allow(deploy, "kms:*", mfa)],
      "unknown",
      /conditions decide/,
    ],
    [
      "another is named",
      deploy,
      [allow(admin, "kms:*")],
      "refused",
      /does not let the deployer/,
    ],
    [
      "the deployer is named for something else",
      deploy,
      [allow(deploy, "kms:Get*")],
      "refused",
      /does not let the deployer/,
    ],
    [
      "the deployer is denied",
      deploy,
      [allow(deploy, "kms:*"), deny(deploy, "kms:Put*")],
      "refused",
      /does not let the deployer/,
    ],
    [
      "the session that deploys is named",
      session,
      [allow(session, "kms:*")],
      "accepted",
      /lets the deployer itself/,
    ],
    [
      "another session of the role is named",
      session,
      [allow(`arn:aws:sts::${ownAccount}:assumed-role/Admin/you`, "kms:*")],
      "refused",
      /does not let the deployer/,
    ],
    [
      "the role of the session is named",
      session,
      [allow(admin, "kms:*")],
      "accepted",
      /lets the deployer itself/,
    ],
    [
      "everybody is allowed",
      deploy,
      [allow("*", "kms:*")],
      "accepted",
      /lets the deployer itself/,
    ],
  ])("[V13] %s", (...[, deployer, statements, verdict, reason]) => {
    const { manageable } = report(statements, { deployer });
    expect(manageable.deployer).toMatchObject({
      deployer,
      verdict,
      bypassed: "accepted",
    });
    expect(manageable.deployer?.reason).toMatch(reason);
  });
});

describe("whether a key is public", () => {
  test.each<[name: string, statements: readonly JsonObject[], verdict: string]>(
    [
      ["nobody is allowed anything", [], "proven"],
      [
        "the account and a stranger by name",
        [allow(root, "kms:*"), allow(stranger, "kms:Decrypt")],
        "proven",
      ],
      ["everybody", [allow("*", "kms:Decrypt")], "refuted"],
      [
        "everybody of an organization",
        [allow("*", "kms:Decrypt", inOrganization)],
        "proven",
      ],
      [
        "everybody outside an organization",
        [
          allow(
            "*",
            "kms:Decrypt",
            when("StringNotEquals", "aws:PrincipalOrgID", "o-a1b2c3d4e5"),
          ),
        ],
        "refuted",
      ],
      [
        "everybody of an account",
        [
          allow(
            "*",
            "kms:*",
            when("StringEquals", "kms:CallerAccount", ownAccount),
          ),
        ],
        "proven",
      ],
      [
        "everybody through a service",
        [
          allow(
            "*",
            "kms:*",
            when(
              "StringEquals",
              "kms:ViaService",
              "s3.us-east-1.amazonaws.com",
            ),
          ),
        ],
        "refuted",
      ],
      [
        "everybody from a network",
        [
          allow(
            "*",
            "kms:*",
            when("StringEquals", "aws:SourceVpce", "vpce-1a2b3c4d"),
          ),
        ],
        "proven",
      ],
      [
        "everybody from a narrow range of addresses",
        [
          allow(
            "*",
            "kms:*",
            when("IpAddress", "aws:SourceIp", "203.0.113.0/24"),
          ),
        ],
        "proven",
      ],
      [
        "everybody from half of all addresses",
        [allow("*", "kms:*", when("IpAddress", "aws:SourceIp", "0.0.0.0/1"))],
        "refuted",
      ],
      [
        "everybody, but those outside the organization are denied",
        [
          allow("*", "kms:*"),
          deny(
            "*",
            "kms:*",
            when("StringNotEquals", "aws:PrincipalOrgID", "o-a1b2c3d4e5"),
          ),
        ],
        "proven",
      ],
      [
        "everybody, but strangers whose organization is known are denied",
        [
          allow("*", "kms:*"),
          deny(
            "*",
            "kms:*",
            when(
              "StringNotEqualsIfExists",
              "aws:PrincipalOrgID",
              "o-a1b2c3d4e5",
            ),
          ),
        ],
        "proven",
      ],
      [
        "a role of any account by a pattern",
        [
          allow(
            "*",
            "kms:*",
            when("ArnLike", "aws:PrincipalArn", "arn:aws:iam::*:role/Reader"),
          ),
        ],
        "refuted",
      ],
      ["a service", [allow("logs.us-east-1.amazonaws.com", "kms:*")], "proven"],
    ],
  )("[V14] %s", (_, statements, verdict) => {
    expect(report(statements).notPublic.verdict).toBe(verdict);
  });

  test("[V14] accounts of the settings are not the public", () => {
    const policy = [
      allow(
        "*",
        "kms:Decrypt",
        when("ArnLike", "aws:PrincipalArn", "arn:aws:iam::44445555*:role/R"),
      ),
    ];
    const verdict = (settings: AccessSettings) =>
      report(policy, settings).notPublic.verdict;
    expect(verdict({})).toBe("refuted");
    expect(verdict({ trustedAccounts: ["444455556666"] })).toBe("refuted");
  });
});

describe("where those are who are allowed something", () => {
  test.each<[name: string, statement: JsonObject, expected: object]>([
    [
      "a role of the account",
      allow(admin, "kms:Decrypt"),
      { scope: "account", access: "direct" },
    ],
    [
      "the account",
      allow(root, "kms:Decrypt"),
      { scope: "account", access: "account" },
    ],
    [
      "another account",
      allow(stranger, "kms:Decrypt"),
      { scope: "cross-account", access: "account" },
    ],
    [
      "everybody",
      allow("*", "kms:Decrypt"),
      { scope: "public", access: "direct" },
    ],
    [
      "everybody of an organization",
      allow("*", "kms:Decrypt", inOrganization),
      { scope: "organization" },
    ],
    [
      "everybody of the account",
      allow(
        "*",
        "kms:Decrypt",
        when("StringEquals", "aws:PrincipalAccount", ownAccount),
      ),
      { scope: "account" },
    ],
    [
      "everybody of another account",
      allow(
        "*",
        "kms:Decrypt",
        when("StringEquals", "aws:PrincipalAccount", "999988887777"),
      ),
      { scope: "cross-account" },
    ],
    [
      "a service for anything",
      allow("sns.amazonaws.com", "kms:Decrypt"),
      { scope: "service", unpinned: true },
    ],
  ])("[V15] %s", (_, statement, expected) => {
    const { findings } = report([statement]);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ statements: [0], ...expected });
  });

  test("[V15] a service whose source is bound is not unpinned", () => {
    for (const key of [
      "aws:SourceAccount",
      "kms:EncryptionContext:aws:logs:arn",
    ]) {
      const { findings } = report([
        allow(
          "sns.amazonaws.com",
          "kms:Decrypt",
          when("StringEquals", key, ownAccount),
        ),
      ]);
      expect(findings[0]).not.toHaveProperty("unpinned");
    }
  });

  test("[V10] the root user alone, where a condition leaves nobody else of the account", () => {
    const { findings } = report([
      allow(root, "kms:Decrypt", when("ArnEquals", "aws:PrincipalArn", root)),
    ]);
    expect(findings).toMatchObject([
      { principal: root, actions: ["kms:Decrypt"] },
    ]);
  });

  test("[V10] what a Deny takes away is told with its place", () => {
    const { findings } = report([
      allow(admin, "kms:Decrypt"),
      deny("*", "kms:Encrypt"),
      deny(
        "*",
        "kms:*",
        when("StringEquals", "kms:ViaService", "s3.us-east-1.amazonaws.com"),
      ),
    ]);
    expect(findings).toMatchObject([{ principal: admin, except: [2] }]);
  });
});
