import type { Design } from "../design/design.ts";
import { isJsonObject } from "../problem/json.ts";
import type { Path } from "../problem/problem.ts";

/** The property of the resource that a setting is written as. */
const properties: Readonly<Record<string, string>> = {
  description: "Description",
  enabled: "Enabled",
  keySpec: "KeySpec",
  keyUsage: "KeyUsage",
  origin: "Origin",
  multiRegion: "MultiRegion",
  enableKeyRotation: "EnableKeyRotation",
  rotationPeriodInDays: "RotationPeriodInDays",
  pendingWindowInDays: "PendingWindowInDays",
  bypassPolicyLockoutSafetyCheck: "BypassPolicyLockoutSafetyCheck",
  policy: "KeyPolicy",
  tags: "Tags",
  primary: "PrimaryKeyArn",
  name: "AliasName",
};

/** A setting of a key or an alias that is not written: the template has another value in its place. */
export function isOverridden(
  design: Design,
  [list, index, name]: Path,
): boolean {
  if (list !== "keys" && list !== "aliases") return false;
  const part = design[list]?.[Number(index)];
  const overrides = part && "overrides" in part ? part.overrides : undefined;
  const own = overrides?.["Properties"];
  const property = typeof name === "string" ? properties[name] : undefined;
  return property !== undefined && isJsonObject(own) && property in own;
}
