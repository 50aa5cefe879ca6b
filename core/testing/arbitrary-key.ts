import fc from "fast-check";

import type {
  DefinedKey,
  Principal,
  RemovalPolicy,
  Stack,
  Tag,
} from "../design/design.ts";
import { removalPolicies } from "../design/removal-policies.ts";
import {
  keySpecNames,
  keySpecs,
  keyUsageNames,
  originNames,
} from "../kms/key-specs.ts";
import { keysOf } from "../kms/keys-of.ts";
import { statement } from "./arbitrary-statement.ts";
import { alias, nastyText } from "./arbitrary-text.ts";

/** A key that its stack creates; where it is strict, settings fit each other. */
export function definedKey(
  people: readonly Principal[],
  home: Stack,
  isStrict: boolean,
): fc.Arbitrary<DefinedKey> {
  const ids = fc.constantFrom(...people.map(({ id }) => id));
  return fc
    .record(
      {
        id: keyId(),
        kind: fc.constant("defined" as const),
        stack: fc.constant(home.id),
        ...keySettings(isStrict),
        aliases: fc.array(alias(), { maxLength: 3 }),
        tags: tags(),
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

/** The settings that a key may leave as they are by default. */
function keySettings(isStrict: boolean) {
  const days = (low: number, high: number) =>
    isStrict
      ? fc.integer({ min: low, max: high })
      : fc.integer({ min: low - 2, max: high + 2 });
  return {
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
    removalPolicy: fc.constantFrom<RemovalPolicy>(...keysOf(removalPolicies)),
  };
}

function tags(): fc.Arbitrary<readonly Tag[]> {
  return fc.uniqueArray(
    fc.record({
      key: fc.string({ minLength: 1, maxLength: 20 }),
      value: nastyText(),
    }),
    { maxLength: 3, selector: (tag) => tag.key },
  );
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
