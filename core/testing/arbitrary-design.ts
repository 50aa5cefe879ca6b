import fc from "fast-check";

import type {
  Conditions,
  DefinedKey,
  Design,
  Principal,
  RemovalPolicy,
  Stack,
  Statement,
  StructuredStatement,
} from "../design/design.ts";
import { removalPolicies } from "../design/removal-policies.ts";
import { kmsActionNames } from "../kms/actions.ts";
import {
  keySpecNames,
  keySpecs,
  keyUsageNames,
  originNames,
} from "../kms/key-specs.ts";
import { keysOf } from "../kms/keys-of.ts";
import type { JsonObject } from "../problem/json.ts";
import { cdkRefusals } from "../synth/refusals.ts";

const accounts = ["111122223333", "444455556666", "${AWS::AccountId}"] as const;

const actionPatterns = [
  "kms:*",
  "*",
  "kms:Describe*",
  "kms:GenerateDataKey*",
  "kms:ReEncrypt*",
] as const;

/** Designs that parse; the CDK may refuse them. */
export const arbitraryAnyDesign: fc.Arbitrary<Design> = fc
  .tuple(principals(), stack(), fc.boolean())
  .chain(([people, home, isStrict]) =>
    fc.record({
      keywright: fc.constant(1 as const),
      name: fc.string({ maxLength: 20 }),
      cdk: cdkSettings(),
      stacks: fc.constant([home]),
      principals: fc.constant(people),
      keys: fc.uniqueArray(key(people, home, isStrict), {
        minLength: 1,
        maxLength: 3,
        selector: ({ id }) => id,
      }),
    }),
  );

/** Designs that the real CDK accepts. */
export function arbitraryDesign(): fc.Arbitrary<Design> {
  return arbitraryAnyDesign
    .map(settled)
    .filter((design) => cdkRefusals(design).length === 0);
}

/** Without what random values nearly always get wrong, so that few designs are thrown away. */
function settled(design: Design): Design {
  const seen = new Set<string>();
  return {
    ...design,
    keys: design.keys.map((one) => ({
      ...one,
      aliases: one.aliases.filter((name) => {
        const isNew = !seen.has(name.replace(/^alias\//, ""));
        seen.add(name.replace(/^alias\//, ""));
        return isNew;
      }),
    })),
  };
}

function cdkSettings(): fc.Arbitrary<Design["cdk"]> {
  const flag = fc.boolean();
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant({ line: "v2" as const }) },
    {
      weight: 1,
      arbitrary: fc.record({
        line: fc.constant("v2" as const),
        flags: fc.record(
          {
            "@aws-cdk/aws-iam:minimizePolicies": flag,
            "@aws-cdk/core:enablePartitionLiterals": flag,
          },
          { requiredKeys: [] },
        ),
      }),
    },
  );
}

function stack(): fc.Arbitrary<Stack> {
  return fc.record(
    {
      id: fc.constantFrom("KeyStack", "Payments", "a-1", "Prod-Keys-Eu"),
      account: fc.constantFrom("111122223333", "444455556666"),
      region: fc.constantFrom("us-east-1", "cn-north-1", "us-gov-west-1"),
    },
    { requiredKeys: ["id"] },
  );
}

/** Text with what strings in code and in YAML trip over, and pseudo parameters. */
export function nastyText(maxLength = 40): fc.Arbitrary<string> {
  return fc.oneof(
    fc.string({ maxLength }),
    fc.string({ unit: "grapheme", maxLength: 12 }),
    fc
      .array(
        fc.constantFrom(
          "${AWS::AccountId}",
          "${AWS::Partition}",
          "${AWS::Region}",
          "${aws:username}",
          "`",
          "$",
          "{",
          '"',
          "'",
          "\\",
          "\n",
          "\u0085",
          " ",
          ": ",
          " #",
          "yes",
          "word",
          "-",
          "0",
        ),
        { maxLength: 8 },
      )
      .map((pieces) => pieces.join("")),
  );
}

/** Principals that name nothing else of the design, at least one. */
export function principals(): fc.Arbitrary<readonly Principal[]> {
  const id = fc.oneof(
    fc.constantFrom("Admin", "app", "class", "key", "2nd", "é", "Ops"),
    fc.string({ minLength: 1, maxLength: 8 }),
  );
  const arn = fc
    .tuple(
      fc.constantFrom("aws", "aws-cn", "${AWS::Partition}"),
      fc.constantFrom(...accounts),
      fc.constantFrom(
        "role/Admin",
        "user/me",
        "role/path/to/a/role/with/a/very/long/name/that/does/not/fit/on/one/line",
        "root",
        "assumed-role/Admin/session",
      ),
    )
    .map(([p, account, resource]) => `arn:${p}:iam::${account}:${resource}`);
  const service = fc.constantFrom(
    "logs.amazonaws.com",
    "s3.amazonaws.com",
    "cloudtrail.amazonaws.com",
    "logs.${AWS::Region}.amazonaws.com",
  );
  const principal: fc.Arbitrary<Principal> = fc.oneof(
    fc.record({ id, kind: fc.constant("arn" as const), arn }),
    fc.record({
      id,
      kind: fc.constant("account" as const),
      account: fc.constantFrom(...accounts),
    }),
    fc.record({ id, kind: fc.constant("account-root" as const) }),
    fc.record({ id, kind: fc.constant("service" as const), service }),
    fc.record({ id, kind: fc.constantFrom("any" as const, "star" as const) }),
  );
  return fc.uniqueArray(principal, {
    minLength: 1,
    maxLength: 6,
    selector: ({ id: name }) => name,
  });
}

/** A key that its stack creates; where it is strict, settings fit each other. */
export function key(
  people: readonly Principal[],
  home: Stack,
  isStrict: boolean,
): fc.Arbitrary<DefinedKey> {
  const days = (low: number, high: number) =>
    isStrict
      ? fc.integer({ min: low, max: high })
      : fc.integer({ min: low - 2, max: high + 2 });
  const ids = fc.constantFrom(...people.map(({ id }) => id));
  return fc
    .record(
      {
        id: keyId(),
        kind: fc.constant("defined" as const),
        stack: fc.constant(home.id),
        description: fc.oneof(
          nastyText(),
          fc.string({ minLength: 60, maxLength: 90 }),
        ),
        enabled: fc.boolean(),
        keySpec: fc.constantFrom(...keySpecNames),
        keyUsage: fc.constantFrom(...keyUsageNames),
        origin: fc.constantFrom(...originNames),
        multiRegion: fc.boolean(),
        enableKeyRotation: fc.boolean(),
        rotationPeriodInDays: days(90, 2560),
        pendingWindowInDays: days(7, 30),
        bypassPolicyLockoutSafetyCheck: fc.boolean(),
        removalPolicy: fc.constantFrom<RemovalPolicy>(
          ...keysOf(removalPolicies),
        ),
        aliases: fc.array(alias(), { maxLength: 3 }),
        tags: fc.uniqueArray(
          fc.record({
            key: fc.string({ minLength: 1, maxLength: 20 }),
            value: nastyText(),
          }),
          { maxLength: 3, selector: (tag) => tag.key },
        ),
        administrators: fc.array(ids, { maxLength: 3 }),
        policy: fc.record({
          mode: fc.constantFrom("amend" as const, "replace" as const),
          statements: fc.array(statement(ids, people), { maxLength: 4 }),
        }),
      },
      {
        requiredKeys: [
          "id",
          "kind",
          "stack",
          "aliases",
          "tags",
          "administrators",
          "policy",
        ],
      },
    )
    .map((one) => (isStrict ? fitting(one) : one));
}

/** The usage and rotation of a key made to fit its spec, as most designs have them. */
function fitting(one: DefinedKey): DefinedKey {
  const spec = keySpecs[one.keySpec ?? "SYMMETRIC_DEFAULT"];
  const { keyUsage, enableKeyRotation, rotationPeriodInDays, ...rest } = one;
  const [usage] = spec.cdkAcceptsUsages;
  const rotates =
    one.keySpec === undefined || one.keySpec === "SYMMETRIC_DEFAULT";
  return {
    ...rest,
    ...(usage !== undefined &&
      (keyUsage !== undefined || usage !== "ENCRYPT_DECRYPT") && {
        keyUsage:
          keyUsage !== undefined && spec.cdkAcceptsUsages.includes(keyUsage)
            ? keyUsage
            : usage,
      }),
    ...(enableKeyRotation !== undefined && {
      enableKeyRotation: enableKeyRotation && rotates,
    }),
    ...(rotationPeriodInDays !== undefined &&
      rotates &&
      enableKeyRotation !== false && { rotationPeriodInDays }),
  };
}

function keyId(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.constantFrom(
      "Key",
      "PaymentsKey",
      "Default",
      "Resource",
      "KeyResource",
      "with/slash",
      "ключ-x",
      "---",
      "7th key",
      "new",
      "constructor",
      "__proto",
    ),
    fc.string({ minLength: 1, maxLength: 30 }),
  );
}

/** An alias name, some of which the CDK refuses. */
export function alias(): fc.Arbitrary<string> {
  const name = fc
    .array(fc.constantFrom("a", "B", "7", "/", "-", "_", "pay", "ments", ":"), {
      minLength: 1,
      maxLength: 8,
    })
    .map((pieces) => pieces.join(""));
  return fc.oneof(
    { weight: 4, arbitrary: name.map((text) => `alias/${text}`) },
    { weight: 2, arbitrary: name },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        "Alias/Foo",
        "alias/${AWS::StackName}",
        "${AWS::StackName}",
        "x-${AWS::Region}",
      ),
    },
  );
}

/** A statement of a key policy. */
export function statement(
  ids: fc.Arbitrary<string>,
  people: readonly Principal[],
): fc.Arbitrary<Statement> {
  return fc.oneof(
    { weight: 5, arbitrary: structured(ids, people) },
    { weight: 1, arbitrary: verbatim().map((json) => ({ verbatim: json })) },
  );
}

function structured(
  ids: fc.Arbitrary<string>,
  people: readonly Principal[],
): fc.Arbitrary<StructuredStatement> {
  const stars = new Set(
    people.flatMap(({ id, kind }) => (kind === "star" ? [id] : [])),
  );
  const names = fc
    .array(ids, { minLength: 1, maxLength: 3 })
    .map((list) =>
      list.some((id) => stars.has(id)) ? list.slice(0, 1) : list,
    );
  const actions = fc.array(
    fc.oneof(
      fc.constantFrom(...kmsActionNames),
      fc.constantFrom(...actionPatterns),
    ),
    { minLength: 1, maxLength: 6 },
  );
  const resources = fc.oneof(
    { weight: 4, arbitrary: fc.constant(["*"]) },
    {
      weight: 1,
      arbitrary: fc.array(
        fc.constantFrom(
          "*",
          "arn:aws:kms:us-east-1:111122223333:key/*",
          "arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/*",
        ),
        { minLength: 1, maxLength: 3 },
      ),
    },
  );
  return fc
    .record(
      {
        sid: fc.oneof(fc.constantFrom("", "Allow use", "S1"), fc.string()),
        effect: fc.constantFrom("Allow" as const, "Deny" as const),
        conditions: conditions(),
        principals: names,
        actions,
        resources,
        excepts: fc.subarray(["principals", "actions", "resources"] as const),
      },
      {
        requiredKeys: ["effect", "principals", "actions", "resources"],
      },
    )
    .map(withExceptions);
}

/** A statement whose `excepts` say which of its elements are `Not...` ones. */
function withExceptions({
  excepts = [],
  principals: who,
  actions,
  resources,
  ...rest
}: Required<
  Pick<StructuredStatement, "effect" | "principals" | "actions" | "resources">
> &
  StructuredStatement & {
    excepts?: readonly ("principals" | "actions" | "resources")[];
  }): StructuredStatement {
  const except = new Set<string>(excepts);
  return {
    ...rest,
    ...(except.has("principals")
      ? { notPrincipals: who }
      : { principals: who }),
    ...(except.has("actions") ? { notActions: actions } : { actions }),
    ...(except.has("resources") ? { notResources: resources } : { resources }),
  };
}

/** Conditions of a statement. */
export function conditions(): fc.Arbitrary<Conditions> {
  const value = fc.oneof(nastyText(20), fc.boolean(), fc.integer());
  return fc.dictionary(
    fc.constantFrom(
      "StringEquals",
      "StringLikeIfExists",
      "ForAnyValue:StringLike",
      "ArnLike",
      "Bool",
      "NumericLessThan",
    ),
    fc.dictionary(
      fc.constantFrom(
        "kms:ViaService",
        "aws:PrincipalOrgID",
        "kms:EncryptionContext:app",
        "aws:MultiFactorAuthPresent",
        "a",
      ),
      fc.oneof(value, fc.array(value, { maxLength: 4 })),
      { maxKeys: 3, noNullPrototype: true },
    ),
    { maxKeys: 3, noNullPrototype: true },
  );
}

function verbatim(): fc.Arbitrary<JsonObject> {
  const oneOrMore = <T>(member: fc.Arbitrary<T>) =>
    fc.oneof(member, fc.array(member, { minLength: 1, maxLength: 3 }));
  const aws = fc.constantFrom(
    "*",
    "arn:aws:iam::111122223333:role/Admin",
    "arn:${AWS::Partition}:iam::${AWS::AccountId}:root",
    "444455556666",
  );
  return fc.record(
    {
      Sid: fc.string({ maxLength: 10 }),
      Effect: fc.constantFrom("Allow", "Deny"),
      Principal: fc.oneof(
        fc.constant("*"),
        fc.record({ AWS: oneOrMore(aws) }),
        fc.record({
          Service: oneOrMore(fc.constant("s3.amazonaws.com")),
          AWS: oneOrMore(aws),
        }),
        fc.constant({ Federated: "cognito-identity.amazonaws.com" }),
        fc.constant({ AWS: { Ref: "AWS::AccountId" } }),
      ),
      Action: oneOrMore(fc.constantFrom(...kmsActionNames, ...actionPatterns)),
      Resource: oneOrMore(fc.constantFrom("*", "arn:aws:kms:*:*:key/x")),
      Condition: conditions(),
    },
    { requiredKeys: ["Effect", "Principal", "Action", "Resource"] },
  );
}
