// The single-stack programs of ../shared/cases/cdk.json that a design can say, as designs; by the name of the case.
import { parseDesign } from "../design/parse-design.ts";
import type { Design, Principal, Stack, Statement } from "../design/design.ts";
import { grantActions } from "../kms/grant-vocabulary.ts";
import type { JsonObject } from "../problem/json.ts";
import type { Path } from "../problem/problem.ts";
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

function verbatim(
  sid: string | undefined,
  principal: JsonObject,
  condition?: JsonObject,
): Statement {
  return {
    verbatim: {
      ...(sid !== undefined && { Sid: sid }),
      Effect: "Allow",
      Principal: principal,
      Action: "kms:Decrypt",
      Resource: "*",
      ...(condition && { Condition: condition }),
    },
  };
}

const { encrypt, decrypt, encryptDecrypt } = grantActions;
const federated = { Federated: "cognito-identity.amazonaws.com" };
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
  "grant-composite": amended([allow(["ec2", "Other"], decrypt)]),
  "grant-federated": amended([
    verbatim(
      undefined,
      {
        Federated:
          "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com",
      },
      {
        StringLike: { "token.actions.githubusercontent.com:sub": "repo:o/r:*" },
      },
    ),
  ]),
  "grant-imported-role-other-account": amended(
    [allow("MyRole", encrypt), allow("MyRole", decrypt)],
    { id: "TestStack", account: "999988887777", region: "us-east-1" },
  ),
  "grant-organization": amended([
    allow("Any", decrypt, {
      conditions: { StringEquals: { "aws:PrincipalOrgID": "o-1234567890" } },
    }),
  ]),
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
  "policy-admins-imported-other-account": one(
    { administrators: ["TrustedAdmin"] },
    usEast,
  ),
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
      policy: {
        mode: "replace",
        statements: [allow("Root", ["kms:*"]), allow("sqs", encrypt)],
      },
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
  "policy-minimize-off-doc": {
    ...replaced(allow("sqs", encrypt), allow("sqs", decrypt)),
    cdk: { line: "v2", flags: { "@aws-cdk/aws-iam:minimizePolicies": false } },
  },
  "policy-no-merge-sid-conditions": amended([
    ...["One", "One", "Two"].map((sid) => allow("sqs", decrypt, { sid })),
    allow("sqs", decrypt),
    allow("sqs", decrypt),
    allow("sqs", decrypt, { conditions: via("a") }),
    allow("sqs", decrypt, { conditions: via("b") }),
  ]),
  "policy-principal-kinds": amended([
    ...["Other", "Root", "Foo", "Any", "Star"].map((id, index) =>
      allow(id, decrypt, { sid: `S${index}` }),
    ),
    allow("Any", decrypt, {
      sid: "S5",
      conditions: { StringEquals: { "aws:PrincipalOrgID": "o-abc1234567" } },
    }),
    verbatim("S6", {
      CanonicalUser:
        "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be",
    }),
    verbatim("S7", federated, { StringEquals: { "x:aud": "y" } }),
    verbatim("S8", federated, { StringEquals: { "x:aud": "z" } }),
    allow("ec2", decrypt, { sid: "S9" }),
    allow("logs", decrypt, { sid: "S10" }),
    allow("s3", decrypt, {
      sid: "S11",
      conditions: { StringEquals: { "aws:SourceAccount": "1" } },
    }),
    allow("Third", decrypt, {
      sid: "S12",
      conditions: { Bool: { "aws:MultiFactorAuthPresent": true } },
    }),
    allow(["ec2", "Fourth", "lambda"], decrypt, { sid: "Composite" }),
  ]),
  "policy-trust-true-seed": one(),
  "via-service-bare": amended([
    allow("Any", encryptDecrypt, {
      conditions: via("s3.us-east-1.amazonaws.com"),
    }),
  ]),
  "via-service-base": amended([
    allow("Other", decrypt, {
      conditions: via("secretsmanager.us-east-1.amazonaws.com"),
    }),
    allow("Other", ["kms:CreateGrant", "kms:DescribeKey"], {
      conditions: via("secretsmanager.us-east-1.amazonaws.com"),
    }),
  ]),
  "via-service-base-conditions": amended([
    allow("Any", decrypt, {
      conditions: {
        ...via("s3.amazonaws.com", { "aws:PrincipalOrgID": "o-12345abcde" }),
        StringLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/x" },
      },
    }),
    allow("Any", ["kms:Encrypt"], {
      conditions: via("ebs.amazonaws.com", {
        "kms:CallerAccount": "111122223333",
      }),
    }),
  ]),
};

const key = (...rest: Path): Path => ["keys", 0, ...rest];

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
    one({ aliases: ["@x${AWS::AccountId}"] }),
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
    one({ description: "x".repeat(8193) }),
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
  "policy-trust-false": [
    { ...one(), keys: [{ ...one().keys[0], trustAccountIdentities: false }] },
    key("trustAccountIdentities"),
  ],
};

/** The problems of a design that does not parse. */
export function parseProblems(input: unknown): readonly Path[] {
  const result = parseDesign(input);
  return result.ok ? [] : result.problems.map(({ path }) => path);
}

/** Single-stack programs that no design of this version says, and why. */
export const outOfScope: Readonly<Record<string, readonly string[]>> = {
  "an alias that is a construct of its own": [
    "alias-construct",
    "alias-construct-removal-destroy",
    "alias-name-token",
    "alias-name-token-no-prefix",
    "alias-physical-name-generate",
    "cfn-alias",
    "lookup-add-alias",
  ],
  "outputs of a stack": ["alias-outputs"],
  "a new user, role or group": [
    "alias-grants-forward",
    "cfn-key-wrap-getatt-principal",
    "error-policy-group-principal",
    "grant-apply-before",
    "grant-group",
    "grant-role-lambda",
    "grant-two-keys-one-user",
    "grant-user-custom",
    "grant-user-encrypt-decrypt",
    "grant-user-generate-mac",
    "grant-user-many",
    "grant-user-sign-verify",
    "key-grants-accessor",
    "key-grants-trust-false-override",
    "key-hmac",
  ],
  "an imported user, role or group": [
    "grant-imported-group",
    "grant-imported-role-agnostic",
    "grant-imported-user-agnostic",
    "grant-imported-user-name",
    "policy-admins-imported",
    "policy-admins-imported-immutable",
    "policy-admins-imported-seed",
    "policy-admins-role-path",
  ],
  "an imported or looked-up key or alias": [
    "error-import-alias-name-add-alias",
    "error-import-key-arn-bad",
    "error-import-key-arn-no-policy-strict",
    "error-import-key-arn-not-arn",
    "error-import-key-arn-seed-literal",
    "error-import-key-arn-slash",
    "error-lookup-token",
    "import-alias-attributes",
    "import-alias-attributes-own-key",
    "import-alias-name-env",
    "import-alias-name-no-prefix",
    "import-alias-name-seed",
    "import-key-arn-alias-arn",
    "import-key-arn-colon-format",
    "import-key-arn-grants",
    "import-key-arn-grants-same-env",
    "import-key-arn-other-account-region",
    "import-key-arn-seed",
    "lookup-return-dummy",
  ],
  "an L1 construct": [
    "cfn-key-external-origin",
    "cfn-key-wrap",
    "cfn-key-wrap-no-policy",
    "error-cfn-key-wrap-if-action",
    "error-cfn-key-wrap-if-policy",
    "error-cfn-key-wrap-if-statement",
    "key-grants-l1-no-policy",
    "key-grants-l1-service-many",
  ],
  "a logical ID or metadata of one's own": ["escape-hatch"],
  "a principal with conditions beside others": [
    "error-policy-mixed-conditions",
  ],
  "a removal policy of the whole stack": ["removal-policies-of"],
  "description, name or tags of the stack": ["stack-props"],
  "other resources that use a key": [
    "svc-dynamodb",
    "svc-loggroup",
    "svc-secret",
    "svc-sns-sqs",
  ],
  "several stacks": ["nested-stack"],
};
