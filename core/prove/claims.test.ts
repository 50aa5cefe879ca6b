import { describe, expect, test } from "vitest";
import type {
  AccessSettings,
  Claim,
  Design,
  OwnedKey,
} from "../design/design.ts";
import { isOwned } from "../design/design.ts";
import type { JsonObject } from "../problem/json.ts";
import { samples } from "../samples/registry.ts";
import { naiveDecision } from "../testing/naive/naive-decision.ts";
import { answerToClaim } from "./claims.ts";
import { subjectOf } from "./subject.ts";

const account = "111122223333";
const root = `arn:aws:iam::${account}:root`;
const admin = `arn:aws:iam::${account}:role/Admin`;
const app = `arn:aws:iam::${account}:role/App`;
const partner = "arn:aws:iam::444455556666:role/Partner";
const organization = { id: "o-a1b2c3d4e5" };

function allow(principal: string, action: string, more: JsonObject = {}) {
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

const inOrganization = {
  Condition: { StringEquals: { "aws:PrincipalOrgID": organization.id } },
};
const notInOrganization = {
  Condition: { StringNotEquals: { "aws:PrincipalOrgID": organization.id } },
};

type Asked = Claim extends infer One
  ? One extends Claim
    ? Omit<One, "id">
    : never
  : never;

/** The answer to a claim about a key with these statements, and the policy. */
function answer(
  asked: Asked,
  statements: readonly JsonObject[],
  settings: AccessSettings = {},
) {
  const base = samples["replaced-policy"].design;
  const key = base.keys.find(isOwned);
  if (key === undefined) throw new Error("the sample has a key");
  const changed: OwnedKey = {
    ...key,
    administrators: [],
    policy: {
      mode: "replace",
      minimize: false,
      statements: statements.map((verbatim) => ({ verbatim })),
    },
  };
  const design: Design = {
    ...base,
    settings: { account, ...settings },
    stacks: base.stacks.map((stack) => ({ ...stack, account })),
    keys: [changed],
  };
  const subject = subjectOf(design, changed);
  if (subject === undefined) throw new Error("the key has a policy");
  const claim: Claim = { id: "claim", ...asked };
  return {
    ...answerToClaim(design, claim, { key: changed, subject }),
    document: subject.document,
  };
}

const decrypt = ["kms:Decrypt"];
const outsideAccount: Asked = {
  kind: "nobody-outside",
  boundary: "account",
  actions: decrypt,
};
const outsideOrganization: Asked = {
  ...outsideAccount,
  boundary: "organization",
};
const outsidePartner: Asked = { ...outsideAccount, boundary: ["444455556666"] };
const adminNever: Asked = {
  kind: "never",
  principal: { arn: admin },
  actions: decrypt,
};
const onlyApp: Asked = {
  kind: "only",
  principals: [{ arn: app }],
  actions: decrypt,
};

const cases: readonly (readonly [
  name: string,
  asked: Asked,
  statements: readonly JsonObject[],
  verdict: string,
  settings?: AccessSettings,
])[] = [
  [
    "nobody outside the account: there is only the account",
    outsideAccount,
    [allow(root, "kms:*")],
    "proven",
  ],
  [
    "nobody outside the account: a partner is named",
    outsideAccount,
    [allow(partner, "kms:*")],
    "refuted",
  ],
  [
    "nobody outside the account: a partner is named for something else",
    outsideAccount,
    [allow(partner, "kms:Encrypt")],
    "proven",
  ],
  [
    "nobody outside the account: services are in none",
    outsideAccount,
    [allow("sns.amazonaws.com", "kms:*")],
    "proven",
  ],
  [
    "nobody outside the account: everybody is allowed",
    outsideAccount,
    [allow("*", "kms:*")],
    "refuted",
  ],
  [
    "nobody outside the account: everybody is allowed, others are denied",
    outsideAccount,
    [
      allow("*", "kms:*"),
      deny("*", "kms:Dec*", {
        Condition: { StringNotEquals: { "kms:CallerAccount": account } },
      }),
    ],
    "proven",
  ],
  [
    "nobody but the partner: the partner is named",
    outsidePartner,
    [allow(partner, "kms:*")],
    "proven",
  ],
  [
    "nobody but the partner: another is named",
    outsidePartner,
    [allow("arn:aws:iam::777788889999:root", "kms:*")],
    "refuted",
  ],
  [
    "nobody outside the organization: everybody of it",
    outsideOrganization,
    [allow("*", "kms:*", inOrganization)],
    "proven",
    { organization },
  ],
  [
    "nobody outside the organization: everybody of another",
    outsideOrganization,
    [allow("*", "kms:*", inOrganization)],
    "refuted",
    { organization: { id: "o-zzzzzzzzzz" } },
  ],
  [
    "nobody outside the organization: it is not known",
    outsideOrganization,
    [allow("*", "kms:*", inOrganization)],
    "unknown",
  ],
  [
    "nobody outside the organization: a partner that may be outside",
    outsideOrganization,
    [allow(partner, "kms:*")],
    "refuted",
    { organization },
  ],
  [
    "nobody outside the organization: a partner that is in it",
    outsideOrganization,
    [allow(partner, "kms:*")],
    "proven",
    { organization: { ...organization, accounts: ["444455556666"] } },
  ],
  [
    "nobody outside the organization: those outside are denied",
    outsideOrganization,
    [allow("*", "kms:*"), deny("*", "kms:*", notInOrganization)],
    "proven",
    { organization },
  ],
  [
    "never the role: the key has the policy that AWS KMS gives it",
    adminNever,
    [],
    "refuted",
  ],
  [
    "never the role: another is allowed",
    adminNever,
    [allow(app, "kms:*")],
    "proven",
  ],
  [
    "never the role: it is allowed",
    adminNever,
    [allow(admin, "kms:*")],
    "refuted",
  ],
  [
    "never the role: its IAM policies may allow it",
    adminNever,
    [allow(root, "kms:*")],
    "refuted",
  ],
  [
    "never the role: it is denied",
    adminNever,
    [allow(root, "kms:*"), deny(admin, "kms:Decrypt")],
    "proven",
  ],
  [
    "never the role: it is allowed under a condition",
    adminNever,
    [
      allow(admin, "kms:*", {
        Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } },
      }),
    ],
    "refuted",
  ],
  [
    "never the role: one of its sessions is allowed",
    adminNever,
    [allow(`arn:aws:sts::${account}:assumed-role/Admin/me`, "kms:*")],
    "refuted",
  ],
  [
    "only the role: it is allowed",
    onlyApp,
    [allow(app, "kms:Decrypt")],
    "proven",
  ],
  [
    "only the role: the account is allowed",
    onlyApp,
    [allow(root, "kms:*")],
    "refuted",
  ],
  [
    "only the role: a service is allowed",
    onlyApp,
    [allow("sns.amazonaws.com", "kms:*")],
    "refuted",
  ],
  [
    "only the role: others are denied",
    onlyApp,
    [
      allow(root, "kms:*"),
      deny("*", "kms:Decrypt", {
        Condition: { ArnNotEquals: { "aws:PrincipalArn": app } },
      }),
    ],
    "proven",
  ],
  [
    "of nobody, nothing is known",
    { kind: "only", principals: [], actions: decrypt },
    [allow(app, "kms:*")],
    "refuted",
  ],
];

const rows = cases.map(([name, asked, statements, verdict, settings]) => ({
  name,
  asked,
  statements,
  verdict,
  settings,
}));

describe("claims", () => {
  test.each(rows)(
    "[V16] $name",
    ({ asked, statements, verdict, settings = {} }) => {
      const { document, ...found } = answer(asked, statements, settings);
      expect(found).toMatchObject({ claim: "claim", verdict });
      const { witness, reason } = found;
      const decision = witness && naiveDecision(document, witness);
      const expected =
        verdict === "refuted" ? ["direct", "account"] : [undefined];
      expect(expected).toContain(decision);
      expect(reason === undefined).toBe(verdict !== "unknown");
    },
  );
});
