import type { KeyPatch } from "../../design/change.ts";
import type { DefinedKey, OwnedKey } from "../../design/design.ts";
import type { JsonObject } from "../../problem/json.ts";
import { isJsonObject, objectOf } from "../../problem/json.ts";
import { sameJson } from "../../problem/same-json.ts";
import { keySettings, removalOf } from "../template/key-settings.ts";

/** The setting behind each property; `null` stands for one that the resource does not have. */
const settingPatches = {
  Description: ({ description }) => ({ description: description ?? null }),
  Enabled: ({ enabled }) => ({ enabled: enabled ?? null }),
  PendingWindowInDays: ({ pendingWindowInDays }) => ({
    pendingWindowInDays: pendingWindowInDays ?? null,
  }),
  Tags: ({ tags }) => ({ tags: tags ?? [] }),
} as const satisfies Readonly<Record<string, SettingPatch>>;

/** The settings that replicas do not have. */
const settingPatchesOfKeys = {
  KeySpec: ({ keySpec }) => ({ keySpec: keySpec ?? null }),
  KeyUsage: ({ keyUsage }) => ({ keyUsage: keyUsage ?? null }),
  Origin: ({ origin }) => ({ origin: origin ?? null }),
  MultiRegion: ({ multiRegion }) => ({ multiRegion: multiRegion ?? null }),
  EnableKeyRotation: ({ enableKeyRotation }) => ({
    enableKeyRotation: enableKeyRotation ?? null,
  }),
  RotationPeriodInDays: ({ rotationPeriodInDays }) => ({
    rotationPeriodInDays: rotationPeriodInDays ?? null,
  }),
  BypassPolicyLockoutSafetyCheck: ({ bypassPolicyLockoutSafetyCheck }) => ({
    bypassPolicyLockoutSafetyCheck: bypassPolicyLockoutSafetyCheck ?? null,
  }),
} as const satisfies Readonly<Record<string, SettingPatch>>;

type SettingPatch = (settings: Partial<DefinedKey>) => KeyPatch;

/** The settings of a key that a change of its resource is about, as the resource now has them. */
export function settingPatch(
  key: OwnedKey,
  before: JsonObject,
  wanted: JsonObject,
): KeyPatch {
  const own = objectOf(before["Properties"]);
  const next = objectOf(wanted["Properties"]);
  const settings = keySettings(next);
  const table: Readonly<Record<string, SettingPatch>> = {
    ...settingPatches,
    ...(key.kind === "defined" && settingPatchesOfKeys),
  };
  const changed = Object.entries(table).flatMap(([name, patchOf]) =>
    sameJson(own[name], next[name]) ? [] : Object.entries(patchOf(settings)),
  );
  return {
    ...Object.fromEntries(changed),
    ...attributePatch(before, wanted),
    ...(key.kind === "defined" && metadataPatch(before, wanted)),
  };
}

function attributePatch(before: JsonObject, wanted: JsonObject): KeyPatch {
  const isSame = ["DeletionPolicy", "UpdateReplacePolicy"].every((name) =>
    sameJson(before[name], wanted[name]),
  );
  return isSame
    ? {}
    : { removalPolicy: removalOf(wanted).removalPolicy ?? null };
}

function metadataPatch(
  { Metadata: before }: JsonObject,
  { Metadata: metadata }: JsonObject,
): KeyPatch {
  return sameJson(before, metadata)
    ? {}
    : { metadata: isJsonObject(metadata) ? metadata : null };
}
