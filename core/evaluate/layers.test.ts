import { describe, expect, test } from "vitest";
import type { JsonObject } from "../problem/json.ts";
import { evaluateRequest } from "./evaluate.ts";
import type { Evaluation } from "./evaluate.ts";
import type { AccessRequest } from "./request.ts";

const keyArn =
  "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const key = { arn: keyArn, account: "111122223333", context: {} };
const own = "arn:aws:iam::111122223333";
const role = `${own}:role/App`;
const user = `${own}:user/Ann`;
const session = "arn:aws:sts::111122223333:assumed-role/App/s";
const partner = "arn:aws:sts::444455556666:assumed-role/Partner/s";
const service = "logs.us-east-1.amazonaws.com";

function statement(effect: "Allow" | "Deny", more: JsonObject): JsonObject {
  return { Effect: effect, Action: "kms:Decrypt", Resource: "*", ...more };
}

function named(AWS: string, effect: "Allow" | "Deny" = "Allow"): JsonObject {
  return statement(effect, { Principal: { AWS } });
}

function policy(...statements: readonly JsonObject[]): JsonObject {
  return { Version: "2012-10-17", Statement: statements };
}

const allows = policy(statement("Allow", {}));
const denies = policy(statement("Deny", {}));
const everything = policy(statement("Allow", { Action: "*" }));
const otherwise = policy(statement("Allow", { Action: "s3:*" }));
const ofEverybody = policy(statement("Allow", { Principal: "*" }));
const deniesEverybody = policy(statement("Deny", { Principal: "*" }));

const toAccount = named(`${own}:root`);
const toRole = named(role);
const toUser = named(user);
const toSession = named(session);
const toEverybody = named("*");
const toPartner = named("arn:aws:iam::444455556666:root");
const toService = statement("Allow", { Principal: { Service: service } });

interface Case {
  readonly name: string;
  /** The statement of the key policy. */
  readonly says: JsonObject;
  readonly request: Partial<AccessRequest>;
  readonly final: Evaluation["final"];
}

function finalOf({ says, request }: Case): Evaluation["final"] | undefined {
  const asked = { principal: session, action: "kms:Decrypt", ...request };
  const evaluation = evaluateRequest(policy(says), asked, key);
  return evaluation.ok ? evaluation.value.final : undefined;
}

const identity: readonly Case[] = [
  {
    name: "a key policy that allows the account lets IAM policies allow",
    says: toAccount,
    request: { identityPolicies: [allows] },
    final: "Allowed",
  },
  {
    name: "a key policy that allows the account allows nothing itself",
    says: toAccount,
    request: { identityPolicies: [] },
    final: "ImplicitlyDenied",
  },
  {
    name: "IAM policies that are not known decide what is left to the account",
    says: toAccount,
    request: {},
    final: "DependsOnIam",
  },
  {
    name: "one of several IAM policies is enough",
    says: toAccount,
    request: { identityPolicies: [otherwise, allows] },
    final: "Allowed",
  },
  {
    name: "an IAM policy for other actions allows nothing",
    says: toAccount,
    request: { identityPolicies: [otherwise] },
    final: "ImplicitlyDenied",
  },
  {
    name: "an IAM policy for another key allows nothing",
    says: toAccount,
    request: {
      identityPolicies: [
        policy(statement("Allow", { Resource: `${keyArn}0` })),
      ],
    },
    final: "ImplicitlyDenied",
  },
  {
    name: "an IAM policy for all keys of the account allows",
    says: toAccount,
    request: {
      identityPolicies: [
        policy(
          statement("Allow", {
            Resource: "arn:aws:kms:*:111122223333:key/*",
          }),
        ),
      ],
    },
    final: "Allowed",
  },
  {
    name: "conditions of IAM policies are asked of the request",
    says: toAccount,
    request: {
      identityPolicies: [
        policy(
          statement("Allow", {
            Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } },
          }),
        ),
      ],
    },
    final: "ImplicitlyDenied",
  },
  {
    name: "without the account in the key policy IAM policies are void",
    says: named(`${own}:role/Other`),
    request: { identityPolicies: [everything] },
    final: "ImplicitlyDenied",
  },
  {
    name: "a principal of the account that the key policy names needs no IAM policy",
    says: toRole,
    request: { identityPolicies: [] },
    final: "Allowed",
  },
  {
    name: "a Deny in an IAM policy wins over the key policy",
    says: toRole,
    request: { identityPolicies: [denies, allows] },
    final: "ExplicitlyDenied",
  },
  {
    name: "a Deny in the key policy wins over IAM policies",
    says: named(role, "Deny"),
    request: { identityPolicies: [everything] },
    final: "ExplicitlyDenied",
  },
  {
    name: "across accounts the key policy alone is not enough",
    says: toPartner,
    request: { principal: partner, identityPolicies: [] },
    final: "ImplicitlyDenied",
  },
  {
    name: "across accounts a principal that the key policy names needs IAM policies too",
    says: named("arn:aws:iam::444455556666:role/Partner"),
    request: { principal: partner },
    final: "DependsOnIam",
  },
  {
    name: "across accounts both sides together allow",
    says: toPartner,
    request: { principal: partner, identityPolicies: [allows] },
    final: "Allowed",
  },
  {
    name: "across accounts IAM policies alone are not enough",
    says: toAccount,
    request: { principal: partner, identityPolicies: [everything] },
    final: "ImplicitlyDenied",
  },
];

const boundary: readonly Case[] = [
  {
    name: "a boundary that does not allow stops what the account was left",
    says: toAccount,
    request: { identityPolicies: [allows], permissionsBoundary: otherwise },
    final: "ImplicitlyDenied",
  },
  {
    name: "a boundary that allows lets it through",
    says: toAccount,
    request: { identityPolicies: [allows], permissionsBoundary: everything },
    final: "Allowed",
  },
  {
    name: "a boundary gives nothing by itself",
    says: toAccount,
    request: { identityPolicies: [], permissionsBoundary: everything },
    final: "ImplicitlyDenied",
  },
  {
    name: "a boundary stops what is allowed to the ARN of a role",
    says: toRole,
    request: { permissionsBoundary: otherwise },
    final: "ImplicitlyDenied",
  },
  {
    name: "a boundary does not stop what is allowed to the ARN of a user",
    says: toUser,
    request: { principal: user, permissionsBoundary: otherwise },
    final: "Allowed",
  },
  {
    name: "a boundary does not stop what is allowed to the ARN of a session",
    says: toSession,
    request: { permissionsBoundary: otherwise },
    final: "Allowed",
  },
  {
    name: "whether a boundary stops what is allowed to everybody is not documented",
    says: toEverybody,
    request: { permissionsBoundary: otherwise },
    final: "unknown",
  },
  {
    name: "a Deny in a boundary stops users too",
    says: toUser,
    request: { principal: user, permissionsBoundary: denies },
    final: "ExplicitlyDenied",
  },
  {
    name: "across accounts a boundary limits users as well",
    says: named("arn:aws:iam::444455556666:user/Bob"),
    request: {
      principal: "arn:aws:iam::444455556666:user/Bob",
      identityPolicies: [allows],
      permissionsBoundary: otherwise,
    },
    final: "ImplicitlyDenied",
  },
];

const sessions: readonly Case[] = [
  {
    name: "a session policy that does not allow stops what is allowed to the role",
    says: toRole,
    request: { sessionPolicies: [otherwise] },
    final: "ImplicitlyDenied",
  },
  {
    name: "a session policy that allows lets it through",
    says: toRole,
    request: { sessionPolicies: [allows] },
    final: "Allowed",
  },
  {
    name: "a session policy does not stop what is allowed to the ARN of the session",
    says: toSession,
    request: { sessionPolicies: [otherwise] },
    final: "Allowed",
  },
  {
    name: "a session policy gives nothing by itself",
    says: toAccount,
    request: { identityPolicies: [], sessionPolicies: [everything] },
    final: "ImplicitlyDenied",
  },
  {
    name: "a Deny in a session policy wins",
    says: toSession,
    request: { sessionPolicies: [allows, denies] },
    final: "ExplicitlyDenied",
  },
];

const control: readonly Case[] = [
  {
    name: "a service control policy that does not allow stops the key policy",
    says: toRole,
    request: { serviceControlPolicies: [otherwise] },
    final: "ImplicitlyDenied",
  },
  {
    name: "each level has to allow",
    says: toRole,
    request: { serviceControlPolicies: [everything, otherwise] },
    final: "ImplicitlyDenied",
  },
  {
    name: "of one level one policy is enough",
    says: toRole,
    request: { serviceControlPolicies: [everything, [otherwise, allows]] },
    final: "Allowed",
  },
  {
    name: "a Deny at any level wins",
    says: toRole,
    request: { serviceControlPolicies: [[everything, denies], everything] },
    final: "ExplicitlyDenied",
  },
  {
    name: "service control policies stop the root user too",
    says: toAccount,
    request: { principal: `${own}:root`, serviceControlPolicies: [denies] },
    final: "ExplicitlyDenied",
  },
  {
    name: "service control policies do not stop services",
    says: toService,
    request: { principal: service, serviceControlPolicies: [denies] },
    final: "Allowed",
  },
  {
    name: "service control policies do not stop a service-linked role",
    says: toAccount,
    request: {
      principal: `${own}:role/aws-service-role/rds.amazonaws.com/AWSServiceRoleForRDS`,
      identityPolicies: [allows],
      serviceControlPolicies: [denies],
    },
    final: "Allowed",
  },
  {
    name: "service control policies give nothing by themselves",
    says: toAccount,
    request: { identityPolicies: [], serviceControlPolicies: [everything] },
    final: "ImplicitlyDenied",
  },
  {
    name: "service control policies stop sessions that the key policy names",
    says: toSession,
    request: { serviceControlPolicies: [otherwise] },
    final: "ImplicitlyDenied",
  },
];

const linked = `${own}:role/aws-service-role/rds.amazonaws.com/AWSServiceRoleForRDS`;

const resources: readonly Case[] = [
  {
    name: "resource control policies do not stop a service-linked role",
    says: named(linked),
    request: {
      principal: linked,
      resourceControlPolicies: [deniesEverybody],
    },
    final: "Allowed",
  },
  {
    name: "a Deny in a resource control policy wins",
    says: toRole,
    request: { resourceControlPolicies: [deniesEverybody] },
    final: "ExplicitlyDenied",
  },
  {
    name: "a Deny in a resource control policy stops those of other accounts",
    says: toPartner,
    request: {
      principal: partner,
      identityPolicies: [allows],
      resourceControlPolicies: [deniesEverybody],
    },
    final: "ExplicitlyDenied",
  },
  {
    name: "a resource control policy whose condition does not hold stops nobody",
    says: toRole,
    request: {
      resourceControlPolicies: [
        policy(
          statement("Deny", {
            Principal: "*",
            Condition: {
              StringNotEquals: { "aws:PrincipalAccount": "111122223333" },
            },
          }),
        ),
      ],
    },
    final: "Allowed",
  },
  {
    name: "an endpoint policy that allows everybody lets the request through",
    says: toRole,
    request: { endpointPolicy: ofEverybody },
    final: "Allowed",
  },
  {
    name: "an endpoint policy that does not allow stops the request",
    says: toRole,
    request: { endpointPolicy: policy(toUser) },
    final: "ImplicitlyDenied",
  },
  {
    name: "an endpoint policy with a Deny stops the request",
    says: toRole,
    request: {
      endpointPolicy: policy(
        toEverybody,
        statement("Deny", { Principal: "*" }),
      ),
    },
    final: "ExplicitlyDenied",
  },
];

const grant = {
  GrantId: "g1",
  GranteePrincipal: role,
  Operations: ["Decrypt", "RetireGrant"],
};
const tenant = { "kms:EncryptionContext:tenant": "a" };
const two = { ...tenant, "kms:EncryptionContext:app": "web" };
const subset = { EncryptionContextSubset: { tenant: "a" } };
const equals = { EncryptionContextEquals: { tenant: "a" } };
const nothing = named(`${own}:role/Other`);

function granted(
  name: string,
  request: Partial<AccessRequest>,
  final: Evaluation["final"] = "Allowed",
): Case {
  return {
    name,
    says: nothing,
    request: { grants: [grant], ...request },
    final,
  };
}

const grants: readonly Case[] = [
  granted("a grant allows without key policy and IAM policies", {}),
  granted(
    "a grant allows its operations alone",
    { action: "kms:Encrypt" },
    "ImplicitlyDenied",
  ),
  granted(
    "a grant allows its grantee alone",
    { principal: user },
    "ImplicitlyDenied",
  ),
  granted("a grant for a subset of the encryption context allows more pairs", {
    grants: [{ ...grant, Constraints: subset }],
    context: two,
  }),
  granted(
    "a grant for a subset of the encryption context needs its pairs",
    { grants: [{ ...grant, Constraints: subset }] },
    "ImplicitlyDenied",
  ),
  granted("a grant for one encryption context allows that", {
    grants: [{ ...grant, Constraints: equals }],
    context: tenant,
  }),
  granted(
    "a grant for one encryption context allows no other pairs besides",
    { grants: [{ ...grant, Constraints: equals }], context: two },
    "ImplicitlyDenied",
  ),
  granted(
    "the value of an encryption context minds the case",
    {
      grants: [{ ...grant, Constraints: equals }],
      context: { "kms:EncryptionContext:tenant": "A" },
    },
    "ImplicitlyDenied",
  ),
  granted(
    "constraints say nothing of operations without an encryption context",
    {
      action: "kms:RetireGrant",
      grants: [{ ...grant, Constraints: equals }],
    },
  ),
  granted("a service can be the grantee", {
    principal: service,
    grants: [{ ...grant, GranteePrincipal: service }],
  }),
  granted("a grant for a principal of another account allows it", {
    principal: partner,
    grants: [
      { ...grant, GranteePrincipal: "arn:aws:iam::444455556666:role/Partner" },
    ],
  }),
  {
    name: "a Deny in the key policy wins over a grant",
    says: named("*", "Deny"),
    request: { grants: [grant] },
    final: "ExplicitlyDenied",
  },
  granted(
    "a service control policy stops a grant",
    { serviceControlPolicies: [denies] },
    "ExplicitlyDenied",
  ),
];

const callers: readonly Case[] = [
  {
    name: "a service that the key policy names needs nothing else",
    says: toService,
    request: { principal: service },
    final: "Allowed",
  },
  {
    name: "a service that the key policy does not name is not allowed",
    says: toAccount,
    request: { principal: service },
    final: "ImplicitlyDenied",
  },
  {
    name: "IAM policies have no say about services",
    says: toService,
    request: { principal: service, identityPolicies: [denies] },
    final: "Allowed",
  },
];

const rootUser: readonly Case[] = [
  {
    name: "the root user may do what the key policy leaves to the account",
    says: toAccount,
    request: { principal: `${own}:root` },
    final: "Allowed",
  },
  {
    name: "without the account in the key policy the root user may do nothing",
    says: toRole,
    request: { principal: `${own}:root`, identityPolicies: [everything] },
    final: "ImplicitlyDenied",
  },
  {
    name: "the root user of another account may do what the key policy allows its account",
    says: toPartner,
    request: { principal: "arn:aws:iam::444455556666:root" },
    final: "Allowed",
  },
  {
    name: "a Deny of the account is one of the root user",
    says: named(`${own}:root`, "Deny"),
    request: { principal: `${own}:root` },
    final: "ExplicitlyDenied",
  },
];

describe("policies besides the key policy", () => {
  test.each(identity)("[E11] $name", (one) => {
    expect(finalOf(one)).toBe(one.final);
  });

  test.each(boundary)("[E12] $name", (one) => {
    expect(finalOf(one)).toBe(one.final);
  });

  test.each(sessions)("[E13] $name", (one) => {
    expect(finalOf(one)).toBe(one.final);
  });

  test.each(control)("[E14] $name", (one) => {
    expect(finalOf(one)).toBe(one.final);
  });

  test.each(resources)("[E15] $name", (one) => {
    expect(finalOf(one)).toBe(one.final);
  });

  test.each(grants)("[E16] $name", (one) => {
    expect(finalOf(one)).toBe(one.final);
  });

  test.each(callers)("[E17] $name", (one) => {
    expect(finalOf(one)).toBe(one.final);
  });

  test.each(rootUser)("[E18] $name", (one) => {
    expect(finalOf(one)).toBe(one.final);
  });
});
