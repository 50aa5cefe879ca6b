import { limits } from "../kms/limits.ts";
import { hasKey } from "../kms/keys-of.ts";
import { keyUsages } from "../kms/key-usages.ts";
import type { KeyUsage } from "../kms/key-usages.ts";
import { present } from "./json-values.ts";
import type { ReplacedKey } from "./new-exports.ts";
import type { Resource } from "./resource.ts";
import { resourcesOf } from "./resource.ts";
import { templateOf } from "./update.ts";
import type { StackTemplate } from "./update.ts";

/** One step of a migration: templates to deploy, or work that no template does. */
export interface Stage {
  readonly title: string;
  readonly explanation: string;
  readonly templates: readonly StackTemplate[] | undefined;
}

/** What is left to do with what the old key made; it is done by its users, not by a template. */
interface Work {
  readonly title: string;
  readonly explanation: string;
}

/**
 * The work by what the old key was for.
 * Source: AWS KMS API Reference, "ReEncrypt"; AWS KMS Developer Guide, "Rotate keys manually".
 */
const work: Readonly<Record<KeyUsage, Work>> = {
  ENCRYPT_DECRYPT: {
    title: "Encrypt again what the old key encrypted",
    explanation:
      "Ciphertexts of your own go through ReEncrypt, or through Decrypt and Encrypt where the type of key changed. AWS services keep the key that data was written with: copy the objects, snapshots or tables with the new key. The old key stays enabled, and its policy goes on allowing Decrypt, until nothing needs it.",
  },
  SIGN_VERIFY: {
    title: "Hand out the new public key",
    explanation:
      "Signatures of the old key are verified with its public key: keep it, by GetPublicKey, where they are still checked. Those who verify need the new public key before the first signature of the new key reaches them.",
  },
  GENERATE_VERIFY_MAC: {
    title: "Make MACs again that the old key made",
    explanation:
      "Only the old key verifies its MACs: verify and make again what is kept, and let the rest expire. The old key stays enabled until nothing needs it.",
  },
  KEY_AGREEMENT: {
    title: "Exchange the new public key",
    explanation:
      "Shared secrets of the old key cannot be derived with the new one: give the other parties the new public key, and keep the old key enabled until they use it.",
  },
  ENCAPSULATE_DECAPSULATE: {
    title: "Hand out the new public key",
    explanation:
      "Only the old key decapsulates what was encapsulated for it: hand out the new public key, and keep the old key enabled until nothing needs it.",
  },
};

/** The new keys come, and nothing else changes. */
export function creation(
  keys: readonly ReplacedKey[],
  templates: readonly StackTemplate[],
): Stage {
  const pairs = keys.map(({ old, next }) => `${next} beside ${old}`).join(", ");
  return {
    title: "Create the new key beside the old one",
    explanation: `The stack gets ${pairs}. The old key goes on as it is; its DeletionPolicy is Retain, so that no later mistake with a template deletes it.`,
    templates,
  };
}

/** The names of aliases become free. */
export function settingAside(templates: readonly StackTemplate[]): Stage {
  return {
    title: "Give the alias another name",
    explanation:
      "KMS does not move the alias to the new key, or another logical ID is to have its name, which must be free before. Until the next stage is deployed, requests that name the alias fail: deploy both in one go, when a pause does no harm.",
    templates,
  };
}

/** Whatever named the old keys names the new ones. */
export function move(
  keys: readonly ReplacedKey[],
  templates: readonly StackTemplate[],
): Stage {
  const pairs = keys.map(({ old, next }) => `${old} to ${next}`).join(", ");
  return {
    title: "Move the aliases and all else to the new key",
    explanation: `What named the old key names the new one: ${pairs}. The old key stays enabled for what it made so far. What would delete, replace or fail waits for the last stage.`,
    templates,
  };
}

/** The work for what the old keys were for, each once. */
export function workOf(
  keys: readonly ReplacedKey[],
  base: readonly StackTemplate[],
): readonly Stage[] {
  const usages = new Set(keys.map((key) => usageOf(oldKey(key, base))));
  return [...usages].map((usage) => ({ ...work[usage], templates: undefined }));
}

/** The old keys leave the template, and stay in the account until someone has them deleted. */
export function ending(
  keys: readonly ReplacedKey[],
  {
    before,
    goal,
  }: {
    readonly before: readonly StackTemplate[];
    readonly goal: readonly StackTemplate[];
  },
): Stage {
  const names = keys.map(({ old }) => old).join(", ");
  const days = keys.map((key) => windowOf(oldKey(key, before)));
  return {
    title: "Let the old key go",
    explanation: `${names} leaves the template and stays in the account, no longer managed. When CloudTrail and GetKeyLastUsage show that nothing needs it, disable it for a while, then schedule its deletion (aws kms schedule-key-deletion --pending-window-in-days ${Math.max(...days)}); CancelKeyDeletion brings it back in that time, nothing does afterwards.`,
    templates: goal,
  };
}

function oldKey(
  { stack, old }: ReplacedKey,
  base: readonly StackTemplate[],
): Resource | undefined {
  return resourcesOf(templateOf(base, stack)).get(old);
}

function usageOf(key: Resource | undefined): KeyUsage {
  const usage = present(key?.properties["KeyUsage"]);
  return typeof usage === "string" && hasKey(keyUsages, usage)
    ? usage
    : "ENCRYPT_DECRYPT";
}

function windowOf(key: Resource | undefined): number {
  const days = present(key?.properties["PendingWindowInDays"]);
  return typeof days === "number" ? days : limits.pendingWindowInDays.default;
}
