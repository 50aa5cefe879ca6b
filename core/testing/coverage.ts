import type { DefinedKey, Design, Statement } from "../design/design.ts";
import { isDefined, isVerbatim } from "../design/design.ts";

const keyProperties = [
  "description",
  "enabled",
  "keySpec",
  "keyUsage",
  "origin",
  "multiRegion",
  "enableKeyRotation",
  "rotationPeriodInDays",
  "pendingWindowInDays",
  "bypassPolicyLockoutSafetyCheck",
  "removalPolicy",
] as const satisfies readonly (keyof DefinedKey)[];

const statementShapes = [
  "sid",
  "principals",
  "notPrincipals",
  "actions",
  "notActions",
  "resources",
  "notResources",
  "conditions",
] as const;

/** How often each property, principal kind and statement shape occurs; those that never do count 0. */
export function countShapes(
  designs: readonly Design[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>(expected.map((name) => [name, 0]));
  const add = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const design of designs) {
    for (const name of Object.keys(design.cdk.flags ?? {})) add(`flag ${name}`);
    for (const { account, region } of design.stacks) {
      if (account !== undefined) add("stack account");
      if (region !== undefined) add("stack region");
    }
    for (const key of design.keys.filter(isDefined)) countKey(design, key, add);
  }
  return counts;
}

type Add = (name: string) => void;

function countKey(design: Design, key: DefinedKey, add: Add): void {
  for (const name of keyProperties)
    if (key[name] !== undefined) add(`key ${name}`);
  if (key.aliases.length > 0) add("key aliases: one");
  if (key.aliases.length > 1) add("key aliases: several");
  if (key.tags.length > 0) add("key tags");
  add(`policy ${key.policy.mode}`);
  for (const id of key.administrators)
    add(`administrator ${kindOf(design, id)}`);
  for (const statement of key.policy.statements)
    countStatement(design, statement, add);
}

function countStatement(design: Design, statement: Statement, add: Add): void {
  if (isVerbatim(statement)) {
    add("statement verbatim");
    return;
  }
  add(`statement ${statement.effect}`);
  for (const name of statementShapes)
    if (statement[name] !== undefined) add(`statement ${name}`);
  for (const id of statement.principals ?? [])
    add(`principal ${kindOf(design, id)}`);
}

function kindOf(design: Design, id: string): string {
  return design.principals.find((one) => one.id === id)?.kind ?? "";
}

const principalKinds = [
  "arn",
  "account",
  "account-root",
  "service",
  "any",
  "star",
] as const;

const expected = [
  "flag @aws-cdk/aws-iam:minimizePolicies",
  "flag @aws-cdk/core:enablePartitionLiterals",
  "stack account",
  "stack region",
  ...keyProperties.map((name) => `key ${name}`),
  "key aliases: one",
  "key aliases: several",
  "key tags",
  "policy amend",
  "policy replace",
  "statement verbatim",
  "statement Allow",
  "statement Deny",
  ...statementShapes.map((name) => `statement ${name}`),
  ...principalKinds.map((kind) => `administrator ${kind}`),
  ...principalKinds.map((kind) => `principal ${kind}`),
];
