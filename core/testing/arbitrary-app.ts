import fc from "fast-check";

import { keysOf } from "../kms/keys-of.ts";
import { consumerKinds } from "../design/consumer-kinds.ts";
import type {
  CdkSettings,
  DefinedKey,
  Design,
  Grant,
  Key,
  KeyPolicy,
  Output,
  Parameter,
  PhysicalName,
  Principal,
  ReplicaKey,
  SeparateAlias,
  Stack,
  Statement,
} from "../design/design.ts";
import { referenceFlag, referenceStrengths } from "../design/feature-flags.ts";
import type { CdkLine, CdkMode } from "../design/feature-flags.ts";
import { givesWholePolicy, grantsOf, isL1, isL2 } from "../design/key-parts.ts";
import { isVerbatim } from "../design/design.ts";
import { keySpecs, keyUsages } from "../kms/key-specs.ts";
import { stacksOf } from "../synth/stacks-of.ts";
import { grantActions } from "../kms/grant-vocabulary.ts";
import { flagsOfLine, settingsOfMode } from "../synth/flags.ts";
import { cdkRefusals } from "../synth/refusals.ts";
import { conditions, key as definedKey } from "./arbitrary-design.ts";

const accounts = ["111122223333", "444455556666"] as const;
const regions = ["us-east-1", "eu-west-1", "cn-north-1"] as const;
const stackIds = ["KeyStack", "UseStack", "Prod-Eu", "A1"] as const;

const allModes: readonly CdkMode[] = ["new-v2", "older-v2", "v1", "v1-flags"];

/** Designs of several stacks that the real CDK accepts, in every mode. */
export function arbitraryApp(
  modes: readonly CdkMode[] = allModes,
): fc.Arbitrary<Design> {
  return arbitraryAnyApp(modes).filter(
    (design) => cdkRefusals(design).length === 0,
  );
}

/** Designs of several stacks; the CDK may refuse them. */
export function arbitraryAnyApp(
  modes: readonly CdkMode[] = allModes,
): fc.Arbitrary<Design> {
  return fc
    .tuple(settings(modes), stacks())
    .chain(([cdk, homes]) =>
      principals(homes).chain((people) =>
        keys(homes, people, cdk.line).chain((all) =>
          fc.record({
            keywright: fc.constant(1 as const),
            name: fc.constant("App"),
            cdk: fc.constant(cdk),
            stacks: withOutputs(homes, all),
            principals: fc.constant(people),
            keys: fc.constant(all),
            aliases: separateAliases(homes, all),
            consumers: consumers(homes, all),
          }),
        ),
      ),
    )
    .map(fitted);
}

function settings(modes: readonly CdkMode[]): fc.Arbitrary<CdkSettings> {
  return fc
    .record({
      mode: fc.constantFrom(...modes),
      changes: fc.oneof(
        { weight: 2, arbitrary: fc.constant(undefined) },
        {
          weight: 1,
          arbitrary: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
        },
      ),
      strength: fc.constantFrom(undefined, ...keysOf(referenceStrengths)),
    })
    .map(({ mode, changes, strength }) => {
      const { line, flags } = settingsOfMode(mode);
      const own = Object.fromEntries(
        flagsOfLine(line).flatMap((name, index) =>
          changes?.[index] === undefined ? [] : [[name, changes[index]]],
        ),
      );
      const references =
        line === "v2" && strength !== undefined
          ? { [referenceFlag]: strength }
          : {};
      return { line, flags: { ...flags, ...own, ...references } };
    });
}

/** Stacks in one environment mostly, else in several; with dependencies on those before. */
function stacks(): fc.Arbitrary<readonly Stack[]> {
  const environment = fc.record(
    {
      account: fc.constantFrom(...accounts),
      region: fc.constantFrom(...regions),
    },
    { requiredKeys: [] },
  );
  return fc
    .record({
      count: fc.constantFrom(1, 2, 2, 3, 3, 4),
      shared: environment,
      own: fc.array(environment, { minLength: 4, maxLength: 4 }),
      isShared: fc.constantFrom(true, true, false),
      links: fc.array(fc.constantFrom(true, true, false), {
        minLength: 6,
        maxLength: 6,
      }),
      named: fc.boolean(),
      parameters: fc.boolean(),
    })
    .map(({ count, shared, own, isShared, links, named, parameters }) =>
      stackIds.slice(0, count).map((id, index): Stack => {
        const before = stackIds.slice(0, index);
        const dependencies = before.filter(
          (_, other) => links[index + other] === true,
        );
        return {
          id,
          ...(isShared ? shared : own[index]),
          ...(named && index === 1 && { name: "custom-name" }),
          ...(index === 0 && { description: "All of it" }),
          ...(dependencies.length > 0 && { dependencies }),
          ...(parameters && { parameters: parametersOf(id) }),
        };
      }),
    );
}

function parametersOf(stack: string): readonly Parameter[] {
  const id = `${stack.replaceAll(/[^A-Za-z]/g, "")}Account`;
  return [
    { id, type: "String", default: "111122223333", description: "Whose" },
    { id: `${id}Arn`, allowedPattern: "arn:.*" },
  ];
}

/** At least one principal of every kind that the stacks allow, in a random order. */
function principals(
  homes: readonly Stack[],
): fc.Arbitrary<readonly Principal[]> {
  const ids = homes.map(({ id }) => id);
  // Mostly in the last stack, while keys are mostly in the first.
  const home = fc.constantFrom(...ids, ids.at(-1) ?? "");
  const name = fc.constantFrom<PhysicalName | undefined>(
    undefined,
    "generate",
    "generate",
    { name: "its-name" },
  );
  const account = fc.constantFrom(...accounts);
  const parameter = homes[0]?.parameters?.[0]?.id;
  return fc
    .record({
      stack: fc.array(home, { minLength: 12, maxLength: 12 }),
      name: fc.array(name, { minLength: 6, maxLength: 6 }),
      account: fc.array(account, { minLength: 6, maxLength: 6 }),
      isImmutable: fc.array(fc.constantFrom(true, true, false), {
        minLength: 2,
        maxLength: 2,
      }),
      byName: fc.constantFrom(true, false, false),
      isParameter: fc.boolean(),
      conditions: conditions().filter((all) => Object.keys(all).length > 0),
    })
    .map((wish): readonly Principal[] => {
      const stack = (index: number) => wish.stack[index] ?? ids[0] ?? "";
      const given = (index: number) => {
        const physicalName = wish.name[index];
        return physicalName === undefined ? {} : { physicalName };
      };
      const arn = (index: number, what: string) =>
        wish.isParameter && parameter !== undefined && index === 5
          ? `arn:aws:iam::\${${parameter}}:${what}`
          : `arn:aws:iam::${wish.account[index] ?? ""}:${what}`;
      return [
        { id: "lambda", kind: "service", service: "lambda.amazonaws.com" },
        { id: "logs", kind: "service", service: "logs.amazonaws.com" },
        { id: "ec2", kind: "service", service: "ec2.amazonaws.com" },
        { id: "Root", kind: "account-root" },
        { id: "Account", kind: "account", account: wish.account[0] ?? "" },
        { id: "Arn", kind: "arn", arn: arn(5, "role/path/Admin") },
        { id: "Any", kind: "any" },
        { id: "Star", kind: "star" },
        { id: "Org", kind: "organization", organization: "o-a1b2c3d4e5" },
        {
          id: "Unit",
          kind: "organizational-unit",
          paths: ["o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*"],
        },
        {
          id: "Saml",
          kind: "federated",
          provider: arn(1, "saml-provider/Idp"),
          conditions: { StringEquals: { "SAML:aud": "x" } },
        },
        {
          id: "Web",
          kind: "web-identity",
          provider: "accounts.google.com",
          conditions: { StringEquals: { "accounts.google.com:aud": "y" } },
        },
        { id: "Canonical", kind: "canonical-user", canonicalUser: "79a59df9" },
        {
          id: "Both",
          kind: "composite",
          members: ["ec2", "Account", "Arn"],
        },
        {
          id: "ArnWhen",
          kind: "with-conditions",
          base: "Arn",
          conditions: wish.conditions,
        },
        {
          id: "RoleWhen",
          kind: "with-conditions",
          base: "Role",
          conditions: { Bool: { "aws:MultiFactorAuthPresent": "true" } },
        },
        {
          id: "ViaS3",
          kind: "via-service",
          service: "s3.us-east-1.amazonaws.com",
        },
        {
          id: "ViaAccount",
          kind: "via-service",
          service: "ebs.amazonaws.com",
          base: "Account",
        },
        {
          id: "Role",
          kind: "new-role",
          stack: stack(0),
          assumedBy: "lambda",
          ...given(0),
        },
        {
          id: "RoleOfBoth",
          kind: "new-role",
          stack: stack(1),
          assumedBy: "Both",
          ...given(1),
          ...(wish.isImmutable[0] === true && { mutable: false }),
        },
        {
          id: "RoleOfWeb",
          kind: "new-role",
          stack: stack(2),
          assumedBy: "Web",
          ...given(2),
        },
        { id: "User", kind: "new-user", stack: stack(3), ...given(3) },
        { id: "Group", kind: "new-group", stack: stack(4), ...given(4) },
        {
          id: "OldRole",
          kind: "imported-role",
          stack: stack(5),
          identity: wish.byName
            ? { name: "old" }
            : { arn: arn(2, "role/path/old") },
          ...(!wish.byName &&
            wish.isImmutable[1] === true && { mutable: false }),
        },
        {
          id: "OldUser",
          kind: "imported-user",
          stack: stack(6),
          identity: wish.byName
            ? { name: "old-user" }
            : { arn: arn(3, "user/old-user") },
        },
        {
          id: "OldGroup",
          kind: "imported-group",
          stack: stack(7),
          identity: wish.byName ? { arn: arn(4, "group/g") } : { name: "g" },
        },
      ];
    });
}

const named = [
  "lambda",
  "logs",
  "Root",
  "Account",
  "Arn",
  "Any",
  "Org",
  "Unit",
  "Saml",
  "Web",
  "Canonical",
  "Both",
  "ArnWhen",
  "RoleWhen",
  "ViaS3",
  "ViaAccount",
  "Role",
  "RoleOfBoth",
  "RoleOfWeb",
  "User",
  "OldRole",
  "OldUser",
  "OldGroup",
] as const;

function keys(
  homes: readonly Stack[],
  people: readonly Principal[],
  line: CdkLine,
): fc.Arbitrary<readonly Key[]> {
  const ids = ["Key", "Second", "Third", "Fourth", "Fifth"] as const;
  const home = fc.constantFrom(...homes.slice(0, 1), ...homes);
  const one = home.chain((stack) => anyKey(stack, people));
  const last = homes.at(-1) ?? { id: "" };
  return fc
    .record(
      {
        all: fc.array(one, { minLength: 1, maxLength: ids.length }),
        copy: replica(last),
      },
      { requiredKeys: ["all"] },
    )
    .map(({ all, copy }) => {
      const renamed = all.map((key, index) => ({
        ...key,
        id: ids[index] ?? key.id,
      }));
      const [first] = renamed;
      return line === "v2" && copy !== undefined && first?.kind === "defined"
        ? [...renamed, copy]
        : renamed;
    });
}

function anyKey(home: Stack, people: readonly Principal[]): fc.Arbitrary<Key> {
  const common = { stack: fc.constant(home.id), aliases: aliasNames() };
  return fc.oneof(
    { weight: 6, arbitrary: ownKey(home, people) },
    {
      weight: 1,
      arbitrary: fc.record({
        id: fc.constant("K"),
        kind: fc.constant("imported" as const),
        ...common,
        arn: fc.constantFrom(
          "arn:aws:kms:us-east-1:111122223333:key/12345678-1234-1234-1234-123456789012",
          "arn:aws:kms:eu-west-1:444455556666:key/mrk-1234",
        ),
        grants: grants(),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        id: fc.constant("K"),
        kind: fc.constant("imported-alias" as const),
        ...common,
        aliases: fc.constant([]),
        alias: fc.constantFrom("alias/aws/s3", "alias/mine", "mine"),
        grants: grants(),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        id: fc.constant("K"),
        kind: fc.constant("looked-up" as const),
        ...common,
        alias: fc.constantFrom("alias/found", "alias/other"),
        keyId: fc.constant("8a1b2c3d-aaaa-bbbb-cccc-0123456789ab"),
        grants: grants(),
      }),
    },
  );
}

/** A replica of the key `Key`. */
function replica(home: { readonly id: string }): fc.Arbitrary<ReplicaKey> {
  return fc.record(
    {
      id: fc.constant("R"),
      kind: fc.constant("replica" as const),
      stack: fc.constant(home.id),
      primary: fc.constant("Key"),
      description: fc.constant("A replica"),
      enabled: fc.boolean(),
      pendingWindowInDays: fc.integer({ min: 7, max: 30 }),
      removalPolicy: fc.constantFrom("retain" as const, "destroy" as const),
      aliases: fc.constantFrom([], ["alias/replica"], ["alias/r1", "alias/r2"]),
      tags: fc.constantFrom([], [{ key: "team", value: "security" }]),
      administrators: fc.constantFrom([], ["Arn"], ["Root"]),
      policy: fc.record({
        mode: fc.constantFrom("amend" as const, "replace" as const),
        statements: fc.array(statement(), { minLength: 1, maxLength: 2 }),
      }),
    },
    {
      requiredKeys: [
        "id",
        "kind",
        "stack",
        "primary",
        "aliases",
        "tags",
        "administrators",
        "policy",
      ],
    },
  );
}

/** A key with settings as in the designs of one stack, and who may use it. */
function ownKey(home: Stack, people: readonly Principal[]): fc.Arbitrary<Key> {
  return fc
    .record(
      {
        base: definedKey(people, home, true),
        administrators: fc.array(fc.constantFrom(...named), { maxLength: 2 }),
        statements: fc.array(statement(), { maxLength: 3 }),
        mode: fc.constantFrom(
          "amend" as const,
          "amend" as const,
          "replace" as const,
        ),
        grants: grants(),
        trustAccountIdentities: fc.boolean(),
        logicalId: fc.constant("Kept"),
        policyId: fc.constant("key-policy"),
        metadata: fc.constantFrom(
          { note: "kept" },
          { cfn_nag: { rules_to_suppress: [{ id: "F1", reason: "why" }] } },
        ),
        aliasRemovalPolicy: fc.constantFrom(
          "retain" as const,
          "destroy" as const,
        ),
        aliases: aliasNames(),
        isPlain: fc.boolean(),
        isL1: fc.nat({ max: 4 }).map((one) => one === 0),
      },
      {
        requiredKeys: [
          "base",
          "administrators",
          "statements",
          "mode",
          "grants",
          "aliases",
          "isPlain",
          "isL1",
        ],
      },
    )
    .map((wish): Key => {
      const { base, logicalId, trustAccountIdentities, policyId } = wish;
      const { metadata, aliasRemovalPolicy } = wish;
      return {
        ...(wish.isPlain ? without(base, ["keySpec", "keyUsage"]) : base),
        ...(wish.isL1 && { construct: "CfnKey" as const }),
        tags: base.tags.filter(({ key }) => /^[\w ]+$/.test(key)),
        aliases: wish.aliases,
        administrators: wish.administrators,
        policy: {
          mode: wish.mode,
          ...(policyId !== undefined && { id: policyId }),
          statements: wish.statements,
        },
        grants: wish.grants,
        ...(trustAccountIdentities !== undefined && { trustAccountIdentities }),
        ...(logicalId !== undefined && { logicalId }),
        ...(metadata !== undefined && { metadata }),
        ...(aliasRemovalPolicy !== undefined && { aliasRemovalPolicy }),
      };
    });
}

function aliasNames(): fc.Arbitrary<readonly string[]> {
  return fc.uniqueArray(fc.constantFrom("alias/a", "b", "alias/c/d", "e-f"), {
    maxLength: 2,
  });
}

function grants(): fc.Arbitrary<readonly Grant[]> {
  const permission = fc.constantFrom(...keysOf(grantActions));
  const principal = fc.constantFrom(...named, "Group");
  const grant = fc.oneof(
    { weight: 4, arbitrary: fc.record({ principal, permission }) },
    {
      weight: 1,
      arbitrary: fc.record({
        principal,
        permission,
        inBothPolicies: fc.constant(true),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        principal,
        permission: fc.constant("actions" as const),
        actions: fc.subarray(
          ["kms:DescribeKey", "kms:CreateGrant", "kms:GetPublicKey"],
          { minLength: 1 },
        ),
      }),
    },
  );
  return fc.array(grant, { maxLength: 4 });
}

function statement(): fc.Arbitrary<Statement> {
  return fc.record(
    {
      sid: fc.constantFrom("One", "Two"),
      effect: fc.constantFrom("Allow" as const, "Deny" as const),
      principals: fc.oneof(
        fc.constantFrom(...named, "Star").map((id) => [id]),
        fc.constantFrom(
          ["lambda", "Arn"],
          ["Role", "User"],
          ["Root", "Account"],
        ),
      ),
      actions: fc.subarray(
        ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey*", "kms:*"],
        { minLength: 1 },
      ),
      resources: fc.constant(["*"]),
      conditions: fc.constantFrom(
        { StringEquals: { "kms:CallerAccount": "111122223333" } },
        { Bool: { "aws:SecureTransport": "true" } },
      ),
      disabled: fc.constantFrom(true, false, false),
    },
    { requiredKeys: ["effect", "principals", "actions", "resources"] },
  );
}

function withOutputs(
  homes: readonly Stack[],
  all: readonly Key[],
): fc.Arbitrary<readonly Stack[]> {
  const value = fc.oneof(
    fc.record({
      key: fc.constantFrom(...all.map(({ id }) => id)),
      attribute: fc.constantFrom("arn" as const, "id" as const),
    }),
    fc.record({
      text: fc.constantFrom(
        "plain",
        "in ${AWS::Region}",
        ...homes.flatMap(({ parameters }) =>
          (parameters ?? []).map(({ id }) => `of \${${id}}`),
        ),
      ),
    }),
  );
  const output = fc.record(
    {
      id: fc.constant(""),
      value,
      exportName: fc.constant("shared"),
      description: fc.constant("What it is"),
    },
    { requiredKeys: ["id", "value"] },
  );
  const list = fc
    .array(output, { maxLength: 2 })
    .map((outputs): readonly Output[] =>
      outputs.map((one, index) => ({ ...one, id: `Out${index}` })),
    );
  return fc
    .array(list, { minLength: homes.length, maxLength: homes.length })
    .map((lists) =>
      homes.map((stack, index) => ({ ...stack, outputs: lists[index] ?? [] })),
    );
}

function separateAliases(
  homes: readonly Stack[],
  all: readonly Key[],
): fc.Arbitrary<readonly SeparateAlias[]> {
  return fc
    .array(
      fc.record(
        {
          id: fc.constant(""),
          stack: fc.constantFrom(...homes.map(({ id }) => id)),
          name: fc.constant(""),
          key: fc.constantFrom(...all.map(({ id }) => id)),
          removalPolicy: fc.constantFrom("retain" as const, "destroy" as const),
        },
        { requiredKeys: ["id", "stack", "name", "key"] },
      ),
      { maxLength: 2 },
    )
    .map((aliases) =>
      aliases.map((one, index) => ({
        ...one,
        id: `Alias${index}`,
        name: `alias/own-${index}`,
      })),
    );
}

function consumers(
  homes: readonly Stack[],
  all: readonly Key[],
): fc.Arbitrary<NonNullable<Design["consumers"]>> {
  return fc
    .array(
      fc.record({
        id: fc.constant(""),
        kind: fc.constantFrom(...keysOf(consumerKinds)),
        stack: fc.constantFrom(...homes.map(({ id }) => id)),
        key: fc.constantFrom(...all.map(({ id }) => id)),
      }),
      { maxLength: 2 },
    )
    .map((list) =>
      list.map((one, index) => ({ ...one, id: `Consumer${index}` })),
    );
}

/**
 * Without what random values nearly always get wrong, so that few designs are thrown away:
 * what a key needs when it is created stands in its own stack or an earlier one, what needs the key in a later one.
 */
function fitted(design: Design): Design {
  const position = new Map(design.stacks.map(({ id }, index) => [id, index]));
  const at = (stack: string) => position.get(stack) ?? 0;
  const homeOf = new Map(design.keys.map(({ id, stack }) => [id, stack]));
  const later = (stack: string, key: string) => {
    const home = homeOf.get(key) ?? stack;
    return at(home) > at(stack) ? home : stack;
  };
  const { principal } = stacksOf(design);
  const isEarly = (id: string, stack: string) =>
    principal(id).every((other) => at(other) <= at(stack));
  return {
    ...design,
    stacks: design.stacks.map((stack) => ({
      ...stack,
      outputs: (stack.outputs ?? []).filter(({ value }) =>
        "key" in value
          ? later(stack.id, value.key) === stack.id
          : !("text" in value && value.text.startsWith("of")) ||
            at(stack.id) === design.stacks.length - 1,
      ),
    })),
    keys: design.keys.map((key, index) =>
      fittedKey({ key, index }, design, (id) => isEarly(id, key.stack)),
    ),
    aliases: (design.aliases ?? []).map((one) => ({
      ...one,
      stack: later(one.stack, one.key),
    })),
    consumers: (design.consumers ?? []).map((one) => ({
      ...one,
      stack: later(one.stack, one.key),
    })),
  };
}

const inV1: ReadonlySet<string> = new Set([
  "encrypt",
  "decrypt",
  "encryptDecrypt",
  "admin",
  "actions",
]);

function fittedKey(
  { key, index }: { readonly key: Key; readonly index: number },
  { cdk: { line, flags } }: Design,
  isEarly: (principal: string) => boolean,
): Key {
  const isV1 = line === "v1";
  if (key.kind === "replica")
    return {
      ...key,
      administrators: key.administrators.filter(isEarly),
      policy: { ...key.policy, statements: early(key.policy, isEarly) },
    };
  const usable = grantsOf(key).filter(
    ({ permission, inBothPolicies }) =>
      (!isV1 || (inV1.has(permission) && inBothPolicies !== true)) &&
      (isL2(key) || permission !== "admin"),
  );
  const aliases = key.aliases.map((name) => `${name}${index}`);
  if (key.kind !== "defined") return { ...key, aliases, grants: usable };
  const { trustAccountIdentities: trust, logicalId, ...rest } = key;
  const hasTrust =
    isV1 &&
    isL2(key) &&
    flags?.["@aws-cdk/aws-kms:defaultKeyPolicies"] !== true;
  return {
    ...(isV1 ? inLineV1(rest) : inCloudFormation(rest)),
    ...(logicalId !== undefined && { logicalId: `${logicalId}${index}` }),
    ...(hasTrust && trust !== undefined && { trustAccountIdentities: trust }),
    administrators: key.administrators.filter(isEarly),
    policy: {
      ...key.policy,
      statements: givesWholePolicy(key)
        ? early(key.policy, isEarly)
        : key.policy.statements,
      // The CDK cannot add to an L1 key that has no policy.
      ...(isL1(key) && { mode: "amend" as const }),
    },
    aliases,
    grants: usable,
  };
}

/** The statements that need nothing of later stacks. */
function early(
  { statements }: KeyPolicy,
  isEarly: (principal: string) => boolean,
): readonly Statement[] {
  return statements.filter(
    (one) => isVerbatim(one) || (one.principals ?? []).every(isEarly),
  );
}

/** Without a spec that the CDK does not have. */
function inCloudFormation(key: DefinedKey): DefinedKey {
  const { keySpec } = key;
  return keySpec === undefined || keySpecs[keySpec].cdkV2 !== null
    ? key
    : without(key, ["keySpec", "keyUsage"]);
}

/** The settings of a key that v1 knows. */
function inLineV1(key: DefinedKey): DefinedKey {
  const { keySpec, keyUsage, removalPolicy } = key;
  const isKnown =
    keySpecs[keySpec ?? "SYMMETRIC_DEFAULT"].cdkV1 !== null &&
    keyUsages[keyUsage ?? "ENCRYPT_DECRYPT"].cdkV1 !== null;
  return without(key, [
    "multiRegion",
    "rotationPeriodInDays",
    ...(isKnown ? [] : (["keySpec", "keyUsage"] as const)),
    ...(removalPolicy === "retain-on-update-or-delete"
      ? (["removalPolicy"] as const)
      : []),
  ]);
}

type OptionalSetting =
  | "keySpec"
  | "keyUsage"
  | "multiRegion"
  | "rotationPeriodInDays"
  | "removalPolicy";

/** The key with some settings left as they are by default. */
function without(
  key: DefinedKey,
  names: readonly OptionalSetting[],
): DefinedKey {
  const rest: { -readonly [Name in keyof DefinedKey]: DefinedKey[Name] } = {
    ...key,
  };
  for (const name of names) delete rest[name];
  return rest;
}
