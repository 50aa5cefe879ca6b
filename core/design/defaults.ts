import { limits } from "../kms/limits.ts";
import { isDefined } from "./design.ts";
import type { DefinedKey, Design, Key, ReplicaKey, Stack } from "./design.ts";

/** A design with one stack and no keys. */
export function emptyDesign(name = "Untitled design"): Design {
  return {
    keywright: 1,
    name,
    cdk: { line: "v2" },
    stacks: [{ id: "KeyStack" }],
    principals: [],
    keys: [],
  };
}

/** A stack without settings, under an id that is free. */
export function newStack(design: Design, wish = "KeyStack"): Stack {
  return { id: freeId(design.stacks, wish) };
}

/** A symmetric encryption key with the CDK's defaults, under an id that is free, in the first stack or another. */
export function newKey(
  design: Design,
  wish = "Key",
  stack = design.stacks[0]?.id ?? "KeyStack",
): DefinedKey {
  return {
    id: freeConstructId(design, stack, wish),
    kind: "defined",
    stack,
    aliases: [],
    tags: [],
    administrators: [],
    policy: { mode: "amend", statements: [] },
  };
}

/** A replica of a multi-Region key in another stack, with the description, administrators and policy of the key. */
export function newReplica(
  design: Design,
  primary: DefinedKey,
  stack: string,
): ReplicaKey {
  const { description, administrators, policy } = primary;
  return {
    id: freeConstructId(design, stack, `${primary.id}Replica`),
    kind: "replica",
    stack,
    primary: primary.id,
    ...(description !== undefined && { description }),
    aliases: [],
    tags: [],
    administrators,
    policy,
  };
}

/** A copy of a key under a free id, without its aliases, its logical ID and its ARN, which can belong to one key only. */
export function duplicateKey(design: Design, key: Key): Key {
  const id = freeConstructId(design, key.stack, key.id);
  if (!isDefined(key)) return { ...key, id, aliases: [] };
  const { logicalId: _, existing: __, ...rest } = key;
  return { ...rest, id, aliases: [] };
}

/**
 * `wish`, or `wish2`, `wish3` and so on: the first that no construct of the stack has,
 * nor any key, principal, separate alias or consumer of the design.
 */
export function freeConstructId(
  design: Design,
  stackId: string,
  wish: string,
): string {
  const { principals, keys, aliases = [], consumers = [] } = design;
  const stack = design.stacks.find(({ id }) => id === stackId);
  return freeId(
    [
      ...principals,
      ...keys,
      ...aliases,
      ...consumers,
      ...(stack?.parameters ?? []),
      ...(stack?.outputs ?? []),
    ],
    wish,
  );
}

/** `wish`, or `wish2`, `wish3` and so on: the first that no member has as its id. */
export function freeId(
  members: readonly { readonly id: string }[],
  wish: string,
): string {
  const taken = new Set(members.map(({ id }) => id));
  if (!taken.has(wish)) return wish;
  const stem = wish.replace(/\d+$/, "") || wish;
  let number = 2;
  while (taken.has(`${stem}${number}`)) number++;
  return `${stem}${number}`;
}

/** The settings of a key with every default filled in, as KMS will see them. */
export type EffectiveKey = ReturnType<typeof effectiveKey>;

/** Fills in the defaults of the CDK and of CloudFormation. */
export function effectiveKey(key: DefinedKey) {
  // The L1 construct does not turn rotation on for whoever gives a period.
  const rotates =
    key.enableKeyRotation ??
    (key.rotationPeriodInDays !== undefined && key.construct === undefined);
  return {
    description: key.description ?? "",
    enabled: key.enabled ?? true,
    keySpec: key.keySpec ?? "SYMMETRIC_DEFAULT",
    keyUsage: key.keyUsage ?? "ENCRYPT_DECRYPT",
    origin: key.origin ?? "AWS_KMS",
    multiRegion: key.multiRegion ?? false,
    enableKeyRotation: rotates,
    rotationPeriodInDays:
      key.rotationPeriodInDays ?? limits.rotationPeriodInDays.default,
    pendingWindowInDays:
      key.pendingWindowInDays ?? limits.pendingWindowInDays.default,
    bypassPolicyLockoutSafetyCheck: key.bypassPolicyLockoutSafetyCheck ?? false,
    removalPolicy:
      key.removalPolicy ?? (key.construct === undefined ? "retain" : "destroy"),
  } as const;
}
