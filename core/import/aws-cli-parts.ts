import type { DefinedKey, Stack, Tag } from "../design/design.ts";
import { hasKey } from "../kms/keys-of.ts";
import { limits } from "../kms/limits.ts";
import { regions } from "../kms/regions.ts";
import { isAccountId, parseArn } from "../policy/arn.ts";
import type { Json } from "../problem/json.ts";
import type { Problem } from "../problem/problem.ts";
import { importProblem } from "./import-problem.ts";
import { memberAt, objectsIn } from "./json-members.ts";
import type { PastedValue } from "./pasted-json.ts";

/** The account and Region of a stack that an ARN stands in, as far as it says. */
export function homeOf(
  arn: string | undefined,
): Pick<Stack, "account" | "region"> {
  const { account = "", region = "" } = parseArn(arn ?? "") ?? {};
  return {
    ...(isAccountId(account) && { account }),
    ...(hasKey(regions, region) && { region }),
  };
}

/** The aliases of a key, and what is to be said about others. */
export function aliasNames(
  output: PastedValue | undefined,
  keyId: string | undefined,
): {
  readonly names: readonly string[];
  readonly warnings: readonly Problem[];
} {
  const all = objectsIn(memberAt(output?.value, "Aliases"));
  const targets = new Set(all.map((alias) => alias["TargetKeyId"]));
  const target = keyId ?? (targets.size === 1 ? [...targets][0] : undefined);
  const names = all
    .filter(({ TargetKeyId: id }) => id !== undefined && id === target)
    .map((alias) => alias["AliasName"])
    .filter(isText)
    .filter((name) => !name.startsWith("alias/aws/"));
  const others = all.length - names.length;
  if (others === 0) return { names, warnings: [] };
  return {
    names,
    warnings: [
      importProblem("other-aliases", {
        severity: "info",
        message: `${others} of ${all.length} aliases ${target === undefined ? "may be" : "are"} of other keys and were left out`,
        help: "paste the output of aws kms describe-key too, so that the key is known",
        ...(output && { span: output.span }),
      }),
    ],
  };
}

/** Whether the key rotates, and how often where that is not the default. */
export function rotationOf(
  output: PastedValue | undefined,
): Pick<DefinedKey, "enableKeyRotation" | "rotationPeriodInDays"> {
  const isOn = memberAt(output?.value, "KeyRotationEnabled");
  const days = memberAt(output?.value, "RotationPeriodInDays");
  if (isOn !== true) return {};
  return {
    enableKeyRotation: true,
    ...(typeof days === "number" &&
      days !== limits.rotationPeriodInDays.default && {
        rotationPeriodInDays: days,
      }),
  };
}

/** The tags of a key. */
export function tagsOf(output: PastedValue | undefined): readonly Tag[] {
  return objectsIn(memberAt(output?.value, "Tags")).flatMap(
    ({ TagKey: key, TagValue: value }) =>
      isText(key) && isText(value) ? [{ key, value }] : [],
  );
}

function isText(value: Json | undefined): value is string {
  return typeof value === "string";
}
