import type { DefinedKey, ReplicaKey, Tag } from "../design/design.ts";
import { limits } from "../kms/limits.ts";
import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonObject } from "../problem/json.ts";
import {
  descriptionSetting,
  kindSettings,
  rotationSettings,
} from "./found-settings.ts";
import type { TerraformResource } from "./terraform-resources.ts";

/**
 * The settings of a key as the provider has them; those that have their default are left out.
 * Source: Terraform AWS provider, `aws_kms_key`, `aws_kms_external_key`.
 */
export function keySettings({
  type,
  values,
}: TerraformResource): Partial<DefinedKey> {
  const {
    customer_master_key_spec: spec,
    key_usage: usage,
    rotation_period_in_days: days,
  } = values;
  const isOff = (name: string) => values[name] === false;
  const isOn = (name: string) => values[name] === true;
  return {
    ...sharedSettings(values),
    ...((isOff("is_enabled") || isOff("enabled")) && { enabled: false }),
    ...kindSettings({ spec, usage }),
    ...(type === "aws_kms_external_key" && { origin: "EXTERNAL" }),
    ...(isOn("multi_region") && { multiRegion: true }),
    ...rotationSettings(values["enable_key_rotation"], days),
    ...(isOn("bypass_policy_lockout_safety_check") && {
      bypassPolicyLockoutSafetyCheck: true,
    }),
  };
}

/**
 * The settings of a replica as the provider has them.
 * Source: Terraform AWS provider, `aws_kms_replica_key`.
 */
export function replicaSettings({
  values,
}: TerraformResource): Partial<ReplicaKey> {
  return {
    ...sharedSettings(values),
    ...(values["enabled"] === false && { enabled: false }),
  };
}

function sharedSettings(values: JsonObject) {
  const { description, deletion_window_in_days: days, tags } = values;
  return {
    ...descriptionSetting(description),
    ...(typeof days === "number" &&
      days !== limits.pendingWindowInDays.default && {
        pendingWindowInDays: days,
      }),
    tags: tagsOf(tags),
  };
}

function tagsOf(value: Json | undefined): readonly Tag[] {
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, text]) =>
    typeof text === "string" ? [{ key, value: text }] : [],
  );
}
