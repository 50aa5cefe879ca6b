import type {
  DefinedKey,
  Design,
  Key,
  KeyPolicy,
  Statement,
} from "../design/design.ts";
import { isVerbatim } from "../design/design.ts";
import { givesWholePolicy, grantsOf, isL1, isL2 } from "../design/key-parts.ts";
import { keySpecs, keyUsages } from "../kms/key-specs.ts";
import { stacksOf } from "../synth/stacks-of.ts";

/** The app without what random values nearly always get wrong, so that few are thrown away. */
export function fitted(design: Design): Design {
  // What a key needs when it is created stands in its own stack or an earlier one, what needs the key in a later one.
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
export function without(
  key: DefinedKey,
  names: readonly OptionalSetting[],
): DefinedKey {
  const rest: { -readonly [Name in keyof DefinedKey]: DefinedKey[Name] } = {
    ...key,
  };
  for (const name of names) delete rest[name];
  return rest;
}
