import type { DefinedKey, Stack } from "../design/design.ts";
import { keySpecs, keyUsages } from "../kms/key-specs.ts";
import { hasKey } from "../kms/keys-of.ts";
import { limits } from "../kms/limits.ts";
import { regions } from "../kms/regions.ts";
import { isAccountId, parseArn } from "../policy/arn.ts";
import type { Json } from "../problem/json.ts";
import { isIn } from "./in-table.ts";

/** The spec and the usage that were found for a key; those that have their default are left out. */
export function kindSettings(found: {
  readonly spec: Json | undefined;
  readonly usage: Json | undefined;
}): Pick<DefinedKey, "keySpec" | "keyUsage"> {
  const { spec, usage } = found;
  return {
    ...(isIn(keySpecs, spec) &&
      spec !== "SYMMETRIC_DEFAULT" && { keySpec: spec }),
    ...(isIn(keyUsages, usage) &&
      usage !== "ENCRYPT_DECRYPT" && { keyUsage: usage }),
  };
}

/** What a key is said to be for, where anything is said. */
export function descriptionSetting(
  description: Json | undefined,
): Pick<DefinedKey, "description"> {
  return typeof description === "string" && description !== ""
    ? { description }
    : {};
}

/** Whether a key rotates, and how often where that is not the default. */
export function rotationSettings(
  isOn: Json | undefined,
  days: Json | undefined,
): Pick<DefinedKey, "enableKeyRotation" | "rotationPeriodInDays"> {
  if (isOn !== true) return {};
  return {
    enableKeyRotation: true,
    ...(typeof days === "number" &&
      days !== limits.rotationPeriodInDays.default && {
        rotationPeriodInDays: days,
      }),
  };
}

/** The account and Region of a stack that an ARN stands in, as far as it says. */
export function homeOf(
  arn: Json | undefined,
): Pick<Stack, "account" | "region"> {
  const { account = "", region = "" } =
    (typeof arn === "string" ? parseArn(arn) : undefined) ?? {};
  return {
    ...(isAccountId(account) && { account }),
    ...(hasKey(regions, region) && { region }),
  };
}
