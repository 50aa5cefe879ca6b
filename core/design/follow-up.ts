import type { KeySpec, KeyUsage, Origin } from "../kms/key-specs.ts";
import { keySpecs } from "../kms/key-specs.ts";
import type { KeyPatchOf } from "./change.ts";
import { effectiveKey } from "./defaults.ts";
import type { DefinedKey } from "./design.ts";
import { patched } from "./patch.ts";

/** A change of one setting with what has to follow it, and a sentence for each thing that follows. */
export interface FollowUp {
  readonly patch: KeyPatchOf<"defined">;
  readonly consequences: readonly string[];
}

/** Chooses a key spec; usage, origin, Region kind and rotation that do not fit it follow. */
export function chooseKeySpec(key: DefinedKey, keySpec: KeySpec): FollowUp {
  return settled(key, { keySpec });
}

/** Chooses a key usage; only usages of the key's spec make sense. */
export function chooseKeyUsage(key: DefinedKey, keyUsage: KeyUsage): FollowUp {
  return settled(key, { keyUsage });
}

/** Chooses where the key material comes from; rotation that does not fit follows. */
export function chooseOrigin(key: DefinedKey, origin: Origin): FollowUp {
  return settled(key, { origin });
}

/** Turns automatic rotation on, or off together with its period. */
export function chooseRotation(key: DefinedKey, on: boolean): FollowUp {
  if (on || key.rotationPeriodInDays === undefined)
    return { patch: { enableKeyRotation: on }, consequences: [] };
  return {
    patch: { enableKeyRotation: false, rotationPeriodInDays: null },
    consequences: ["The rotation period is removed."],
  };
}

/** Mends usage, origin and rotation of a key whose settings do not fit its spec. */
export function mendKey(key: DefinedKey): FollowUp {
  return settled(key, {});
}

/** Applies each follower in turn, so that a later one sees what an earlier one changed. */
function settled(key: DefinedKey, chosen: KeyPatchOf<"defined">): FollowUp {
  return [usageFollows, originFollows, rotationFollows].reduce<FollowUp>(
    (sofar, follower) => {
      const step = follower(patched(key, sofar.patch));
      return {
        patch: { ...sofar.patch, ...step.patch },
        consequences: [...sofar.consequences, ...step.consequences],
      };
    },
    { patch: chosen, consequences: [] },
  );
}

const nothingFollows: FollowUp = { patch: {}, consequences: [] };

function usageFollows(key: DefinedKey): FollowUp {
  const { keySpec, keyUsage } = effectiveKey(key);
  const { usages } = keySpecs[keySpec];
  const [first] = usages;
  if (usages.includes(keyUsage) || first === undefined) return nothingFollows;
  return {
    patch: { keyUsage: first },
    consequences: [`Key usage changes to ${first}.`],
  };
}

function originFollows(key: DefinedKey): FollowUp {
  const { keySpec, origin } = effectiveKey(key);
  if (keySpecs[keySpec].origins.includes(origin)) return nothingFollows;
  return {
    patch: { origin: null },
    consequences: ["Key material origin changes to AWS_KMS."],
  };
}

function rotationFollows(key: DefinedKey): FollowUp {
  const { keySpec, origin, enableKeyRotation } = effectiveKey(key);
  const rotates = keySpecs[keySpec].automaticRotation.includes(origin);
  const asksForRotation =
    enableKeyRotation || key.rotationPeriodInDays !== undefined;
  if (rotates || !asksForRotation) return nothingFollows;
  return {
    patch: { enableKeyRotation: null, rotationPeriodInDays: null },
    consequences: [
      `Automatic rotation is turned off: AWS KMS does not rotate this key.`,
    ],
  };
}
