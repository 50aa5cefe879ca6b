import { isDefined, isOwned } from "../design/design.ts";
import type { DefinedKey, Design, Key, OwnedKey } from "../design/design.ts";
import { grantsOf } from "../design/key-parts.ts";
import { referenceFlag, referenceStrengths } from "../design/feature-flags.ts";
import { keysOf } from "../kms/keys-of.ts";
import { principalsOf } from "../design/references.ts";
import { flagsOf } from "../synth/flags.ts";
import { landings } from "../synth/grant-landing.ts";
import { builtDesign } from "../synth/synthesize.ts";
import { grantActions } from "../kms/grant-vocabulary.ts";
import { suppressionsOf } from "../synth/suppressions.ts";
import { scanners } from "../kms/scanner-rules.ts";
import { consumerKinds } from "../design/consumer-kinds.ts";

const principalKinds = [
  "account",
  "account-root",
  "any",
  "arn",
  "canonical-user",
  "composite",
  "federated",
  "imported-group",
  "imported-role",
  "imported-user",
  "new-group",
  "new-role",
  "new-user",
  "organization",
  "organizational-unit",
  "service",
  "star",
  "via-service",
  "web-identity",
  "with-conditions",
] as const;

const keyKinds = [
  "defined",
  "imported",
  "imported-alias",
  "looked-up",
  "replica",
] as const;

/** How often each mode, kind, grant, landing place and strength of reference occurs; those that never do count 0. */
export function countAppShapes(
  designs: readonly Design[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>(expected.map((name) => [name, 0]));
  const add = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const design of designs) countDesign(design, add);
  return counts;
}

type Add = (name: string) => void;

function countDesign(design: Design, add: Add): void {
  // A copy, because what is built of a design is remembered for as long as the design is there.
  const { assembly, landings: reached } = builtDesign({ ...design });
  add(`line ${design.cdk.line}`);
  if (design.stacks.length > 1) add("several stacks");
  if (assembly.stacks.some(({ imports }) => imports.size > 0))
    add(
      design.cdk.line === "v1"
        ? "reference of v1"
        : `reference ${flagsOf(design.cdk)[referenceFlag]}`,
    );
  for (const landing of reached.values()) {
    add(`landing ${landing}`);
    add(`lands in ${landings[landing].where}`);
  }
  for (const key of design.keys) countKey(design, key, add);
  for (const { kind } of design.consumers ?? []) add(`consumer ${kind}`);
  addList("alias of its own", design.aliases, add);
  for (const { parameters, outputs, dependencies } of design.stacks) {
    addList("parameters", parameters, add);
    addList("outputs", outputs, add);
    addList("dependencies", dependencies, add);
  }
}

function addList(
  name: string,
  list: readonly unknown[] | undefined,
  add: Add,
): void {
  if (list !== undefined && list.length > 0) add(name);
}

function countKey(design: Design, key: Key, add: Add): void {
  add(`key ${key.kind}`);
  for (const { permission } of grantsOf(key)) add(`grant ${permission}`);
  const kinds = new Set(
    principalsOf(key).map(
      (id) => design.principals.find((one) => one.id === id)?.kind ?? "",
    ),
  );
  for (const kind of kinds) add(`principal ${kind}`);
  if (isOwned(key)) countTold(design, key, add);
  if (!isDefined(key)) return;
  for (const name of settings)
    if (key[name] !== undefined) add(`key with ${name}`);
}

/** The scanners that are told what is accepted of a key. */
function countTold(design: Design, key: OwnedKey, add: Add): void {
  const told = suppressionsOf(design, key.id).map(({ scanner }) => scanner);
  for (const scanner of new Set(told)) add(`${scanner} is told of ${key.kind}`);
}

/** The settings that the designs of one stack do not have. */
const settings = [
  "construct",
  "logicalId",
  "metadata",
  "aliasRemovalPolicy",
  "trustAccountIdentities",
] as const satisfies readonly (keyof DefinedKey)[];

const expected: readonly string[] = [
  "line v1",
  "line v2",
  "several stacks",
  "reference of v1",
  ...keysOf(referenceStrengths).map((name) => `reference ${name}`),
  ...keysOf(landings).map((name) => `landing ${name}`),
  ...["identity", "key", "both", "nowhere"].map((name) => `lands in ${name}`),
  ...keyKinds.map((kind) => `key ${kind}`),
  ...keysOf(grantActions).map((name) => `grant ${name}`),
  "grant actions",
  ...principalKinds.map((kind) => `principal ${kind}`),
  ...keysOf(consumerKinds).map((kind) => `consumer ${kind}`),
  ...settings.map((name) => `key with ${name}`),
  ...keysOf(scanners).flatMap((name) =>
    ["defined", "replica"].map((kind) => `${name} is told of ${kind}`),
  ),
  "alias of its own",
  "parameters",
  "outputs",
  "dependencies",
];
