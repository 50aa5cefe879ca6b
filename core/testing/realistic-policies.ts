import fc from "fast-check";
import type { JsonObject } from "../problem/json.ts";
import { isJsonList, isJsonObject } from "../problem/json.ts";

/** What realistic policies are made of. */
export interface RealisticOptions {
  readonly statements: number;
  /** The share of conditions that use a policy variable. */
  readonly variables?: number;
}

const accounts = ["111122223333", "444455556666", "777788889999"];
const own = "111122223333";
const roles = ["Admin", "App", "Batch", "Backup", "Deploy", "Reader", "Ops"];
const services = [
  "logs.us-east-1.amazonaws.com",
  "cloudtrail.amazonaws.com",
  "sns.amazonaws.com",
  "s3.amazonaws.com",
];

const arn = fc
  .tuple(
    fc.constantFrom(...accounts),
    fc.constantFrom("role", "user"),
    fc.constantFrom("", "", "service/", "team/a/"),
    fc.constantFrom(...roles),
    fc.nat({ max: 9 }),
  )
  .map(
    ([account, kind, path, name, number]) =>
      `arn:aws:iam::${account}:${kind}/${path}${name}${number}`,
  );

const principal: fc.Arbitrary<JsonObject | string> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .uniqueArray(arn, { minLength: 1, maxLength: 3 })
      .map((AWS) => ({ AWS })),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(...accounts)
      .map((account) => ({ AWS: `arn:aws:iam::${account}:root` })),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...services).map((Service) => ({ Service })),
  },
  { weight: 1, arbitrary: fc.constant({ AWS: "*" }) },
);

const actions = fc.uniqueArray(
  fc.constantFrom(
    "kms:Decrypt",
    "kms:Encrypt",
    "kms:GenerateDataKey*",
    "kms:ReEncrypt*",
    "kms:DescribeKey",
    "kms:CreateGrant",
    "kms:Get*",
    "kms:List*",
    "kms:PutKeyPolicy",
    "kms:ScheduleKeyDeletion",
    "kms:*",
    "kms:Sign",
  ),
  { minLength: 1, maxLength: 4 },
);

const text = (...values: readonly string[]) => fc.constantFrom(...values);

/** A condition: an operator, a key and a value. */
const plain: fc.Arbitrary<readonly [string, string, string | string[]]> =
  fc.oneof(
    text("s3", "ec2", "rds", "secretsmanager").map(
      (service) =>
        [
          "StringEquals",
          "kms:ViaService",
          `${service}.us-east-1.amazonaws.com`,
        ] as const,
    ),
    text("s3.*", "*.us-east-1.amazonaws.com", "e*2.*").map(
      (value) => ["StringLike", "kms:ViaService", value] as const,
    ),
    text(...accounts).map(
      (account) => ["StringEquals", "kms:CallerAccount", account] as const,
    ),
    text("o-a1b2c3d4e5", "o-zzzzzzzzzz").map(
      (id) => ["StringEquals", "aws:PrincipalOrgID", id] as const,
    ),
    text("o-a1b2c3d4e5").map(
      (id) => ["StringNotEquals", "aws:PrincipalOrgID", id] as const,
    ),
    text("true", "false").map(
      (value) => ["Bool", "aws:MultiFactorAuthPresent", value] as const,
    ),
    text("true").map(
      (value) => ["Bool", "kms:GrantIsForAWSResource", value] as const,
    ),
    text(...roles).map(
      (role) =>
        [
          "ArnLike",
          "aws:PrincipalArn",
          `arn:aws:iam::${own}:role/${role}*`,
        ] as const,
    ),
    text("trail/a", "trail/*", "log-group:*").map(
      (tail) =>
        [
          "ArnLike",
          "aws:SourceArn",
          `arn:aws:cloudtrail:*:${own}:${tail}`,
        ] as const,
    ),
    text("203.0.113.0/24", "10.0.0.0/8").map(
      (range) => ["IpAddress", "aws:SourceIp", range] as const,
    ),
    text("app", "tenant", "stage").chain((name) =>
      text("payments", "orders", "prod").map(
        (value) =>
          ["StringEquals", `kms:EncryptionContext:${name}`, value] as const,
      ),
    ),
    fc
      .uniqueArray(text("app", "tenant", "stage"), { minLength: 1 })
      .map(
        (keys) =>
          [
            "ForAllValues:StringEquals",
            "kms:EncryptionContextKeys",
            keys,
          ] as const,
      ),
  );

const variable: fc.Arbitrary<readonly [string, string, string]> = fc.oneof(
  text("tenant", "app").map(
    (name) =>
      [
        "StringEquals",
        `kms:EncryptionContext:${name}`,
        `\${aws:PrincipalTag/${name}}`,
      ] as const,
  ),
  text("team").map(
    (name) =>
      [
        "StringEquals",
        `aws:ResourceTag/${name}`,
        `\${aws:PrincipalTag/${name}}`,
      ] as const,
  ),
);

function conditions(variables: number): fc.Arbitrary<JsonObject | undefined> {
  const one = fc
    .double({ min: 0, max: 1, noNaN: true })
    .chain((chance) => (chance < variables ? variable : plain));
  return fc.array(one, { maxLength: 2 }).map((list) => {
    const block: Record<string, Record<string, string | string[]>> = {};
    for (const [operator, key, value] of list)
      block[operator] = { ...block[operator], [key]: value };
    return list.length === 0 ? undefined : block;
  });
}

function statement({
  variables = 0,
}: RealisticOptions): fc.Arbitrary<JsonObject> {
  return fc
    .record({
      Effect: fc.constantFrom("Allow", "Allow", "Allow", "Allow", "Deny"),
      Principal: principal,
      Action: actions,
      condition: conditions(variables),
    })
    .map(({ condition, ...rest }) => ({
      ...rest,
      Resource: "*",
      ...(condition !== undefined && { Condition: condition }),
    }));
}

/** Policies such as people write: the account's own statement and others. */
export function realisticPolicy(
  options: RealisticOptions,
): fc.Arbitrary<JsonObject> {
  const length = options.statements - 1;
  return fc
    .array(statement(options), { minLength: length, maxLength: length })
    .map((others) => policyOf([accountStatement, ...others]));
}

const accountStatement: JsonObject = {
  Sid: "Enable IAM policies",
  Effect: "Allow",
  Principal: { AWS: `arn:aws:iam::${own}:root` },
  Action: "kms:*",
  Resource: "*",
};

function policyOf(statements: readonly JsonObject[]): JsonObject {
  return { Version: "2012-10-17", Statement: statements };
}

/** Two policies: seven of ten times the second is an edit of the first, else they have nothing to do with each other. */
export function realisticPair(
  options: RealisticOptions,
): fc.Arbitrary<readonly [JsonObject, JsonObject]> {
  const first = realisticPolicy(options);
  return fc.oneof(
    { weight: 3, arbitrary: fc.tuple(first, realisticPolicy(options)) },
    {
      weight: 7,
      arbitrary: fc
        .tuple(first, statement(options), fc.nat(), fc.nat({ max: 2 }))
        .map(([policy, other, place, kind]) => {
          const { Statement: list } = policy;
          const statements = isJsonList(list) ? list.filter(isJsonObject) : [];
          const at = place % Math.max(1, statements.length);
          const edited = [
            statements.toSpliced(at, 1, other),
            statements.toSpliced(at, 1),
            [...statements, other],
          ];
          return [policy, policyOf(edited[kind] ?? [])] as const;
        }),
    },
  );
}
