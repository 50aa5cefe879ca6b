import { limits } from "../kms/limits.ts";
import type { Design, Key } from "./design.ts";

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

/** A symmetric encryption key with the CDK's defaults, under an id that is free. */
export function newKey(design: Design, wish = "Key"): Key {
  return {
    id: freeId(design.keys, wish),
    kind: "defined",
    stack: design.stacks[0]?.id ?? "KeyStack",
    aliases: [],
    tags: [],
    administrators: [],
    policy: { mode: "amend", statements: [] },
  };
}

/** A copy of a key under a free id, without its aliases, which can belong to one key only. */
export function duplicateKey(design: Design, key: Key): Key {
  return { ...key, id: freeId(design.keys, key.id), aliases: [] };
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
export function effectiveKey(key: Key) {
  const rotates =
    key.enableKeyRotation ?? key.rotationPeriodInDays !== undefined;
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
    removalPolicy: key.removalPolicy ?? "retain",
  } as const;
}
