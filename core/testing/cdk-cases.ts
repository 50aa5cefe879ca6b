// Programs of cases/programs as designs, by their name; which CDK they are for is the mode's to say.
import { parseDesign } from "../design/parse-design.ts";
import type {
  Design,
  ImportedAlias,
  ImportedKey,
  LookedUpKey,
  Principal,
  Stack,
  Statement,
} from "../design/design.ts";
import { grantActions } from "../kms/grant-vocabulary.ts";
import type { GrantName } from "../kms/grant-vocabulary.ts";
import type { Path } from "../problem/problem.ts";
import type { Mode } from "./real-cdk-lines.ts";
import type { KeyParts } from "../samples/parts.ts";
import { designWith } from "../samples/parts.ts";

const usEast: Stack = {
  id: "TestStack",
  account: "111122223333",
  region: "us-east-1",
};

const principals: readonly Principal[] = [
  { id: "Root", kind: "account-root" },
  { id: "Own", kind: "account", account: "111122223333" },
  { id: "Other", kind: "account", account: "444455556666" },
  { id: "Third", kind: "account", account: "777788889999" },
  { id: "Fourth", kind: "account", account: "123456789012" },
  { id: "Any", kind: "any" },
  { id: "Star", kind: "star" },
  { id: "Foo", kind: "arn", arn: "arn:aws:iam::444455556666:role/Foo" },
  { id: "RoleOther", kind: "arn", arn: "arn:aws:iam::444455556666:role/Other" },
  { id: "RoleX", kind: "arn", arn: "arn:aws:iam::111122223333:role/X" },
  { id: "RoleA", kind: "arn", arn: "arn:aws:iam::111122223333:role/A" },
  { id: "UserB", kind: "arn", arn: "arn:aws:iam::111122223333:user/B" },
  { id: "MyRole", kind: "arn", arn: "arn:aws:iam::111122223333:role/MyRole" },
  {
    id: "TrustedAdmin",
    kind: "arn",
    arn: "arn:aws:iam::444455556666:role/TrustedAdmin",
  },
  { id: "Org", kind: "organization", organization: "o-abc1234567" },
  {
    id: "Canonical",
    kind: "canonical-user",
    canonicalUser:
      "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be",
  },
  {
    id: "Federated",
    kind: "federated",
    provider: "cognito-identity.amazonaws.com",
    conditions: { StringEquals: { "x:aud": "y" } },
  },
  {
    id: "Web",
    kind: "web-identity",
    provider: "cognito-identity.amazonaws.com",
    conditions: { StringEquals: { "x:aud": "z" } },
  },
  {
    id: "s3When",
    kind: "with-conditions",
    base: "s3",
    conditions: { StringEquals: { "aws:SourceAccount": "1" } },
  },
  {
    id: "ThirdWithMfa",
    kind: "with-conditions",
    base: "Third",
    conditions: { Bool: { "aws:MultiFactorAuthPresent": true } },
  },
  { id: "All", kind: "composite", members: ["ec2", "Fourth", "lambda"] },
  { id: "EcOther", kind: "composite", members: ["ec2", "Other"] },
  {
    id: "GitHub",
    kind: "federated",
    provider:
      "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com",
    conditions: {
      StringLike: { "token.actions.githubusercontent.com:sub": "repo:o/r:*" },
    },
  },
  { id: "Org1", kind: "organization", organization: "o-1234567890" },
  { id: "ViaS3", kind: "via-service", service: "s3.us-east-1.amazonaws.com" },
  {
    id: "ViaSecrets",
    kind: "via-service",
    service: "secretsmanager.us-east-1.amazonaws.com",
    base: "Other",
  },
  { id: "Org2", kind: "organization", organization: "o-12345abcde" },
  {
    id: "Org2X",
    kind: "with-conditions",
    base: "Org2",
    conditions: {
      StringLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/x" },
    },
  },
  {
    id: "ViaS3Org",
    kind: "via-service",
    service: "s3.amazonaws.com",
    base: "Org2X",
  },
  { id: "ViaEbs", kind: "via-service", service: "ebs.amazonaws.com" },
  ...["ec2", "logs", "s3", "sns", "sqs", "events", "lambda"].map(
    (service): Principal => ({
      id: service,
      kind: "service",
      service: `${service}.amazonaws.com`,
    }),
  ),
];

function one(parts: Partial<KeyParts> = {}, stack?: Stack): Design {
  return several([{ id: "MyKey", ...parts }], stack);
}

function several(keys: readonly KeyParts[], stack?: Stack): Design {
  const design = designWith("Case", "TestStack", { principals, keys });
  return stack === undefined ? design : { ...design, stacks: [stack] };
}

function amended(statements: readonly Statement[], stack?: Stack): Design {
  return one({ policy: { mode: "amend", statements } }, stack);
}

function granted(principal: string, permission: GrantName): Design {
  return one({ grants: [{ principal, permission }] });
}

function replaced(...statements: readonly Statement[]): Design {
  return one({ policy: { mode: "replace", statements } });
}

function allow(
  names: string | readonly string[],
  actions: readonly string[],
  more: Partial<Extract<Statement, { effect: unknown }>> = {},
): Statement {
  const list = typeof names === "string" ? [names] : names;
  return {
    effect: "Allow",
    principals: list,
    actions,
    resources: ["*"],
    ...more,
  };
}

const { encrypt, decrypt, encryptDecrypt } = grantActions;
const via = (service: string, more = {}) => ({
  StringEquals: { "kms:ViaService": service, ...more },
});

/** Programs that the CDK synthesises. */
export const synthesised: Readonly<Record<string, Design>> = {
  "alias-add-id-collision": one({
    aliases: ["alias/first", "alias/a-b", "alias/ab"],
  }),
  "alias-add-special-chars": one({
    aliases: ["alias/first", "alias/a:b/c_d-E9", "alias/x/y/z"],
  }),
  "alias-add-two-seed": one({ aliases: ["alias/foo", "alias/bar"] }),
  "alias-length-256": one({ aliases: [`alias/${"a".repeat(250)}`] }),
  "alias-prop": one({ aliases: ["alias/my-alias"] }),
  "alias-prop-no-prefix": one({ aliases: ["my-alias"] }),
  "alias-uppercase-prefix": one({ aliases: ["Alias/Foo"] }),
  "grant-account-principal-other": amended(
    [allow("Other", encryptDecrypt)],
    usEast,
  ),
  "grant-account-principal-same": amended(
    [allow("Own", encryptDecrypt)],
    usEast,
  ),
  "grant-account-root": amended([allow("Root", decrypt)]),
  "grant-any": amended([allow("Any", decrypt)]),
  "grant-arn-principal": amended([allow("RoleOther", decrypt)], usEast),
  "grant-composite": granted("EcOther", "decrypt"),
  "grant-federated": granted("GitHub", "decrypt"),
  "grant-organization": granted("Org1", "decrypt"),
  "grant-service-principals-merge": amended(
    ["sns", "sqs", "events"].flatMap((service) => [
      allow(service, encrypt),
      allow(service, decrypt),
    ]),
  ),
  "key-apply-removal-after": one({
    aliases: ["alias/x"],
    removalPolicy: "destroy",
  }),
  "key-default": one(),
  "key-default-env": one({}, usEast),
  "key-description-empty": one({ description: "" }),
  "key-enabled-false": one({ enabled: false }),
  "key-multi-region-false": one({ multiRegion: false }),
  "key-multi-region-true": one({ multiRegion: true }),
  "key-pending-window-10": one({ pendingWindowInDays: 10 }),
  "key-pending-window-30": one({ pendingWindowInDays: 30 }),
  "key-pending-window-hours-168": one({ pendingWindowInDays: 7 }),
  "key-removal-retain": one({ removalPolicy: "retain", aliases: ["x"] }),
  "key-removal-retain-on-update-or-delete": one({
    removalPolicy: "retain-on-update-or-delete",
    aliases: ["x"],
  }),
  "escape-hatch": one({
    origin: "EXTERNAL",
    bypassPolicyLockoutSafetyCheck: true,
    logicalId: "RenamedKey",
    metadata: { note: "hi" },
  }),
  "key-rotation-false": one({ enableKeyRotation: false }),
  "key-rotation-period-90": one({ rotationPeriodInDays: 90 }),
  "key-rotation-period-explicit": one({
    enableKeyRotation: true,
    rotationPeriodInDays: 365,
  }),
  "key-rotation-period-implicit": one({ rotationPeriodInDays: 180 }),
  "key-rotation-true": one({ enableKeyRotation: true }),
  "key-spec-only-rsa-4096": several([{ id: "Key", keySpec: "RSA_4096" }]),
  "key-spec-only-usage-explicit-symmetric": one({
    keySpec: "SYMMETRIC_DEFAULT",
  }),
  "key-spec-seed": one({
    keySpec: "ECC_SECG_P256K1",
    keyUsage: "SIGN_VERIFY",
  }),
  "key-tags": one({
    tags: [
      { key: "team", value: "security" },
      { key: "cost-center", value: "42" },
      { key: "aaa", value: "first" },
    ],
  }),
  "key-tags-empty-value": one({
    enabled: false,
    enableKeyRotation: true,
    pendingWindowInDays: 7,
    tags: [
      { key: "tag1", value: "value1" },
      { key: "tag2", value: "value2" },
      { key: "tag3", value: "" },
    ],
  }),
  "key-tags-stack-level": one({
    aliases: ["a"],
    tags: [{ key: "env", value: "prod" }],
  }),
  "key-usage-only": one({ keyUsage: "ENCRYPT_DECRYPT" }),
  "policy-admins-arn-principals": one({ administrators: ["RoleA", "UserB"] }),
  "policy-assign-sids": replaced(
    allow("Root", ["kms:*"], { sid: "0" }),
    allow("logs", decrypt, { sid: "1" }),
  ),
  "policy-custom-empty": replaced(),
  "policy-custom-seed": replaced(
    allow("Root", [
      "kms:Create*",
      "kms:Describe*",
      "kms:Enable*",
      "kms:List*",
      "kms:Put*",
    ]),
  ),
  "policy-custom-shared-between-keys": several(
    ["K1", "K2"].map((id) => ({
      id,
      policy: { mode: "replace", statements: [allow("Root", ["kms:*"])] },
      grants: [{ principal: "sqs", permission: "encrypt" }],
    })),
  ),
  "policy-from-json": replaced(
    {
      verbatim: {
        Sid: "Enable IAM",
        Effect: "Allow",
        Principal: { AWS: "arn:aws:iam::111122223333:root" },
        Action: "kms:*",
        Resource: "*",
      },
    },
    {
      verbatim: {
        Sid: "any",
        Effect: "Deny",
        Principal: "*",
        Action: ["kms:Decrypt"],
        Resource: "*",
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
    },
  ),
  "policy-merge-with-root": amended([
    allow("RoleX", ["kms:*"]),
    allow("Root", decrypt),
  ]),
  "policy-minimize-off-doc": one({
    policy: { mode: "replace", minimize: false, statements: [] },
    grants: [
      { principal: "sqs", permission: "encrypt" },
      { principal: "sqs", permission: "decrypt" },
    ],
  }),
  "policy-no-merge-sid-conditions": amended([
    ...["One", "One", "Two"].map((sid) => allow("sqs", decrypt, { sid })),
    allow("sqs", decrypt),
    allow("sqs", decrypt),
    allow("sqs", decrypt, { conditions: via("a") }),
    allow("sqs", decrypt, { conditions: via("b") }),
  ]),
  "policy-principal-kinds": amended(
    "Other Root Foo Any Star Org Canonical Federated Web ec2 logs s3When ThirdWithMfa All"
      .split(" ")
      .map((id, index) =>
        allow(id, decrypt, { sid: id === "All" ? "Composite" : `S${index}` }),
      ),
  ),
  "policy-trust-true-seed": one({ trustAccountIdentities: true }),
  "removal-policies-of": one({
    aliases: ["alias/x"],
    removalPolicy: "destroy",
    aliasRemovalPolicy: "destroy",
  }),
  "via-service-bare": granted("ViaS3", "encryptDecrypt"),
  "via-service-base": one({
    grants: [
      { principal: "ViaSecrets", permission: "decrypt" },
      {
        principal: "ViaSecrets",
        permission: "actions",
        actions: ["kms:CreateGrant", "kms:DescribeKey"],
      },
    ],
  }),
  "via-service-base-conditions": one({
    policy: {
      mode: "amend",
      statements: [
        allow("ViaS3Org", decrypt),
        allow("ViaEbs", ["kms:Encrypt"], {
          conditions: { StringEquals: { "kms:CallerAccount": "111122223333" } },
        }),
      ],
    },
  }),
};

const key = (...rest: Path): Path => ["keys", 0, ...rest];

function existing(
  id: string,
  parts:
    | Omit<ImportedKey, "id" | "stack">
    | Omit<ImportedAlias, "id" | "stack">
    | Omit<LookedUpKey, "id" | "stack">,
): Design {
  return { ...several([]), keys: [{ id, stack: "TestStack", ...parts }] };
}

function importedBy(arn: string): Design {
  return existing("K", { kind: "imported", arn, aliases: [] });
}

/** Programs that the CDK refuses, and where our refusal stands. */
export const refused: Readonly<Record<string, readonly [Design, Path]>> = {
  "alias-add-same-thrice-error": [
    one({ aliases: ["alias/foo", "alias/foo", "alias/foo"] }),
    key("aliases", 2),
  ],
  "alias-add-same-twice": [
    one({ aliases: ["alias/foo", "alias/foo"] }),
    key("aliases", 1),
  ],
  "alias-token-bad-char": [
    several([{ id: "Key", aliases: ["@x${AWS::AccountId}"] }]),
    key("aliases", 0),
  ],
  "error-alias-aws-prefix": [
    one({ aliases: ["alias/aws/s3"] }),
    key("aliases", 0),
  ],
  "error-alias-aws-prefix-case": [
    one({ aliases: ["alias/AWS/foo"] }),
    key("aliases", 0),
  ],
  "error-alias-dot": [one({ aliases: ["alias/my.alias"] }), key("aliases", 0)],
  "error-alias-empty": [one({ aliases: [""] }), key("aliases", 0)],
  "error-alias-space": [
    one({ aliases: ["alias/my alias"] }),
    key("aliases", 0),
  ],
  "error-alias-too-long": [
    one({ aliases: [`alias/${"a".repeat(251)}`] }),
    key("aliases", 0),
  ],
  "error-alias-unicode": [one({ aliases: ["alias/é"] }), key("aliases", 0)],
  "error-description-too-long": [
    several([{ id: "K", description: "x".repeat(8193) }]),
    key("description"),
  ],
  "error-ecc-no-usage": [one({ keySpec: "ECC_NIST_P256" }), key("keyUsage")],
  "error-hmac-no-usage": [one({ keySpec: "HMAC_256" }), key("keyUsage")],
  "error-pending-31": [
    one({ pendingWindowInDays: 31 }),
    key("pendingWindowInDays"),
  ],
  "error-pending-6": [
    one({ pendingWindowInDays: 6 }),
    key("pendingWindowInDays"),
  ],
  "error-policy-bad-action": [
    amended([allow("Any", ["Decrypt"])]),
    key("policy", "statements", 0, "actions", 0),
  ],
  "error-policy-no-principal-decrypt": [
    amended([{ effect: "Allow", actions: ["kms:Decrypt"], resources: ["*"] }]),
    key("policy", "statements", 0, "principals"),
  ],
  "error-rotation-asymmetric": [
    one({
      keySpec: "RSA_2048",
      keyUsage: "SIGN_VERIFY",
      enableKeyRotation: true,
    }),
    key("enableKeyRotation"),
  ],
  "error-rotation-period-2561": [
    one({ rotationPeriodInDays: 2561 }),
    key("rotationPeriodInDays"),
  ],
  "error-rotation-period-disabled": [
    one({ enableKeyRotation: false, rotationPeriodInDays: 100 }),
    key("rotationPeriodInDays"),
  ],
  "error-spec-default-usage-sign": [
    one({ keyUsage: "SIGN_VERIFY" }),
    key("keyUsage"),
  ],
  "error-spec-usage": [
    one({ keySpec: "ECC_NIST_P256", keyUsage: "ENCRYPT_DECRYPT" }),
    key("keyUsage"),
  ],
  "policy-trust-false": [
    one({ trustAccountIdentities: false }),
    key("trustAccountIdentities"),
  ],
  "error-import-alias-name-add-alias": [
    existing("A", {
      kind: "imported-alias",
      alias: "alias/foo",
      aliases: ["alias/bar"],
    }),
    key("aliases", 0),
  ],
  "error-import-key-arn-bad": [
    importedBy("arn:aws:kms:us-east-1:111122223333:key"),
    key("arn"),
  ],
  "error-import-key-arn-not-arn": [
    importedBy("1234abcd-12ab-34cd-56ef-1234567890ab"),
    key("arn"),
  ],
  "error-import-key-arn-seed-literal": [importedBy("arn:aws:..."), key("arn")],
  "error-import-key-arn-slash": [
    importedBy("arn:aws:kms:us-east-1:111122223333:key/"),
    key("arn"),
  ],
  "error-lookup-token": [
    {
      ...existing("L", { kind: "looked-up", alias: "${P}", aliases: [] }),
      stacks: [{ ...usEast, parameters: [{ id: "P" }] }],
    },
    key("alias"),
  ],
  "error-policy-group-principal": [
    {
      ...amended([allow("G", ["kms:*"])]),
      principals: [{ id: "G", kind: "new-group", stack: "TestStack" }],
    },
    key("policy", "statements", 0, "principals"),
  ],
  "error-policy-mixed-conditions": [
    amended([allow(["Org1", "s3"], decrypt)]),
    key("policy", "statements", 0, "principals"),
  ],
  "policy-admins-imported-seed": [
    {
      ...one({ administrators: ["TrustedRole"] }),
      principals: [
        {
          id: "TrustedRole",
          kind: "imported-role",
          stack: "TestStack",
          identity: { arn: "arn:aws:iam:...." },
        },
      ],
    },
    ["principals", 0, "identity"],
  ],
  "error-stack-name-bad": [
    designWith("Case", "bad_name!", { keys: [{ id: "K" }] }),
    ["stacks", 0, "id"],
  ],
};

/** Programs that the CDK refuses and that are no design: the parser says where. */
export const unparsable: Readonly<Record<string, readonly [unknown, Path]>> = {
  "error-account-principal-not-string": [
    {
      ...one(),
      principals: [{ id: "A", kind: "account", account: 123_456_789_012 }],
    },
    ["principals", 0, "account"],
  ],
  "error-duplicate-id": [
    several([{ id: "K" }, { id: "K" }]),
    ["keys", 1, "id"],
  ],
  "error-pending-hours-not-days": [
    one({ pendingWindowInDays: 170 / 24 }),
    key("pendingWindowInDays"),
  ],
  "key-removal-snapshot": [
    { ...one(), keys: [{ ...one().keys[0], removalPolicy: "snapshot" }] },
    key("removalPolicy"),
  ],
};

/** The problems of a design that does not parse. */
export function parseProblems(input: unknown): readonly Path[] {
  const result = parseDesign(input);
  return result.ok ? [] : result.problems.map(({ path }) => path);
}

/** Programs that no design says, and why. */
export const inexpressible: Readonly<Record<string, readonly string[]>> = {
  "an L1 construct in place of the Alias": ["cfn-alias"],
  "a policy that is decided as a whole when the stack is deployed": [
    "error-cfn-key-wrap-if-policy",
  ],
  "grants on an L1 key without a policy": ["key-grants-l1-no-policy"],
  "an argument that only a program passes": [
    "alias-physical-name-generate",
    "error-import-key-arn-no-policy-strict",
  ],
  "a dependency between resources of one stack": ["grant-apply-before"],
  "grants on two keys that take turns": ["grant-two-keys-one-user"],
  "grants on a table, a secret or a queue": [
    "svc-dynamodb",
    "svc-secret",
    "svc-sns-sqs",
  ],
  "a nested stack": ["nested-stack"],
  "two apps": ["cross-app-error"],
};

/** Modes of programs in which we are stricter than the CDK, or that a design cannot say; and why. */
export const otherwise: Readonly<
  Record<string, { readonly modes: readonly Mode[]; readonly why: string }>
> = {
  ...Object.fromEntries(
    [
      "error-hmac-no-usage",
      "error-rotation-period-2561",
      "error-rotation-period-disabled",
      "key-multi-region-false",
      "key-multi-region-true",
      "key-removal-retain-on-update-or-delete",
      "key-rotation-period-90",
      "key-rotation-period-explicit",
      "key-rotation-period-implicit",
    ].map((name) => [
      name,
      {
        modes: ["v1", "v1-flags"],
        why: "v1 does not know the setting and drops it without a word; we refuse it",
      },
    ]),
  ),
  "key-grants-l1-service-many": {
    modes: ["v1", "v1-flags"],
    why: "v1 has no `KeyGrants`, but grants on what `fromCfnKey` makes",
  },
  "removal-policies-of": {
    modes: ["v1", "v1-flags"],
    why: "v1 has no `RemovalPolicies`, but a removal policy for each resource",
  },
  "policy-assign-sids": {
    modes: ["v1"],
    why: "the legacy statement gets a Sid of its own, too",
  },
  "policy-principal-kinds": {
    modes: ["v1", "v1-flags"],
    why: "a service principal of another Region than the stack's",
  },
};
