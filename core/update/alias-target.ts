import { keySpecs } from "../kms/key-specs.ts";
import type { KeyType, KeyUsage } from "../kms/key-specs.ts";
import { keyUsages } from "../kms/key-usages.ts";
import { hasKey } from "../kms/keys-of.ts";
import { nameOfAlias } from "./alias-names.ts";
import { present, resourceNamedBy } from "./json-values.ts";
import type { Pair, Values } from "./pair.ts";
import type { Resource, Resources } from "./resource.ts";
import type { Effect } from "./update.ts";

/** What KMS compares when an alias is moved. */
interface KeyKind {
  readonly type: KeyType;
  readonly usage: KeyUsage;
}

/** KMS tells three types of keys apart here: symmetric, HMAC, and all others, which are asymmetric. */
const typeWords: Readonly<Partial<Record<KeyType, string>>> = {
  symmetric: "symmetric",
  hmac: "HMAC",
};

/** What the keys do from then on; the symmetric case is apart because KMS finds the key in the ciphertext. */
const usageWords: Readonly<Record<KeyUsage, string>> = {
  ENCRYPT_DECRYPT:
    "data is encrypted with the new key from then on; what the old key encrypted must be decrypted by naming the old key, which must stay enabled",
  SIGN_VERIFY:
    "messages are signed with the new key from then on; signatures of the old key are verified with its public key only",
  GENERATE_VERIFY_MAC:
    "MACs are made with the new key from then on; those of the old key are verified by the old key only, which must stay enabled",
  KEY_AGREEMENT:
    "shared secrets are derived with the new key from then on; the other party needs its public key",
  ENCAPSULATE_DECAPSULATE:
    "secrets are encapsulated for the new key from then on; those for the old key are decapsulated by the old key only, which must stay enabled",
};

const symmetricWords =
  "data is encrypted with the new key from then on; what the old key encrypted is decrypted by the old key, which must stay enabled and allowed to those who read it";

/**
 * What moving an alias to another key does.
 * Source: AWS KMS API Reference, "UpdateAlias": both keys must be of the same type and usage.
 */
export function targetEffect(
  { before: alias, after, base, head }: Pair,
  values: Values,
): Effect {
  if (nameOfAlias(alias) !== nameOfAlias(after)) return madeAnew(after);
  const name = nameOfAlias(alias);
  const old = kindOf(resourceNamedBy(values.before), base);
  const next = kindOf(resourceNamedBy(values.after), head);
  if (old === undefined || next === undefined)
    return {
      impact: "in-place",
      reason: `${name} names the other key: it must be of the same type and usage as the old one, which stays needed for what it encrypted or signed`,
    };
  if (wordOf(old) !== wordOf(next) || old.usage !== next.usage)
    return {
      impact: "fails",
      reason: `KMS does not move ${name} from a key that is ${describe(old)} to one that is ${describe(next)}: the update fails; give the new key another alias, or the alias another name first`,
    };
  return {
    impact: "in-place",
    reason: `${name} names the other key: ${next.type === "symmetric" ? symmetricWords : usageWords[next.usage]}`,
  };
}

/** An alias that gets another name is created, and KMS creates it for any key. */
function madeAnew(alias: Resource): Effect {
  return {
    impact: "in-place",
    reason: `${nameOfAlias(alias)} is created for the other key; what the old key encrypted or signed still needs the old key`,
  };
}

/** The kind of a key that is in the template, where its properties say it. */
function kindOf(
  logicalId: string | undefined,
  resources: Resources,
): KeyKind | undefined {
  const key = logicalId === undefined ? undefined : resources.get(logicalId);
  if (key?.type !== "AWS::KMS::Key") return undefined;
  const spec = literal(key, "KeySpec") ?? "SYMMETRIC_DEFAULT";
  const usage = literal(key, "KeyUsage") ?? "ENCRYPT_DECRYPT";
  return hasKey(keySpecs, spec) && hasKey(keyUsages, usage)
    ? { type: keySpecs[spec].keyType, usage }
    : undefined;
}

/** The text of a property, undefined where it is absent; of a function nothing is known. */
function literal(
  { properties }: Resource,
  property: string,
): string | undefined {
  const value = present(properties[property]);
  if (value === undefined || typeof value === "string") return value;
  return "unknown";
}

function wordOf({ type }: KeyKind): string {
  return typeWords[type] ?? "asymmetric";
}

function describe(kind: KeyKind): string {
  return `${wordOf(kind)} for ${kind.usage}`;
}
