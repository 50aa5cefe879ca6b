import { effectiveKey } from "../design/defaults.ts";
import type { DefinedKey } from "../design/design.ts";
import type { FlagValues } from "../design/feature-flags.ts";
import { keySpecs } from "../kms/key-specs.ts";
import { keyUsages } from "../kms/key-usages.ts";
import { limits } from "../kms/limits.ts";
import { hasPseudoParameter } from "../policy/pseudo-parameters.ts";
import type { Path, Problem } from "../problem/problem.ts";
import { refusal } from "./refusal.ts";

/** Settings of a key that the CDK refuses. */
export function keyRefusals(
  key: DefinedKey,
  path: Path,
  flags: FlagValues,
): readonly Problem[] {
  return [
    ...specRefusals(key, path),
    ...rotationRefusals(key, path),
    ...rangeRefusals(key.pendingWindowInDays, {
      ...limits.pendingWindowInDays,
      what: "pending window",
      code: "key/pending-window",
      path: [...path, "pendingWindowInDays"],
    }),
    ...(flags["@aws-cdk/core:validateAgainstDefaultRules"]
      ? descriptionRefusals(key, path)
      : []),
    ...logicalIdRefusals(key, path),
  ];
}

function specRefusals(key: DefinedKey, path: Path): readonly Problem[] {
  const { keySpec, keyUsage } = effectiveKey(key);
  const { cdkV2, cdkAcceptsUsages, usages } = keySpecs[keySpec];
  if (cdkV2 === null)
    return [
      refusal("key/spec-not-in-cloudformation", [...path, "keySpec"], {
        message: `CloudFormation and the CDK cannot create a key with spec \`${keySpec}\``,
        help: "create it with the AWS CLI or an SDK, or choose another key spec",
      }),
    ];
  if (keyUsages[keyUsage].cdkV2 !== null && cdkAcceptsUsages.includes(keyUsage))
    return [];
  return [
    refusal("key/usage-not-of-spec", [...path, "keyUsage"], {
      message: `key usage \`${keyUsage}\` does not fit key spec \`${keySpec}\``,
      help: `choose ${usages.join(" or ")}, or another key spec`,
    }),
  ];
}

function rotationRefusals(key: DefinedKey, path: Path): readonly Problem[] {
  const { keySpec } = effectiveKey(key);
  const period = key.rotationPeriodInDays;
  const problems = rangeRefusals(period, {
    ...limits.rotationPeriodInDays,
    what: "rotation period",
    code: "key/rotation-period",
    path: [...path, "rotationPeriodInDays"],
  });
  if (key.enableKeyRotation === false && period !== undefined)
    return [
      ...problems,
      refusal(
        "key/rotation-period-without-rotation",
        [...path, "rotationPeriodInDays"],
        {
          message: `a rotation period of ${period} days is set, but automatic rotation is off`,
          help: "turn automatic rotation on, or remove the period",
        },
      ),
    ];
  if (key.enableKeyRotation === true && keySpec !== "SYMMETRIC_DEFAULT")
    return [
      ...problems,
      refusal("key/rotation-not-of-spec", [...path, "enableKeyRotation"], {
        message: `AWS KMS does not rotate keys with spec \`${keySpec}\` automatically, only SYMMETRIC_DEFAULT`,
        help: "turn automatic rotation off",
      }),
    ];
  return problems;
}

interface Range {
  readonly min: number;
  readonly max: number;
  readonly what: string;
  readonly code: string;
  readonly path: Path;
}

function rangeRefusals(
  value: number | undefined,
  { min, max, what, code, path }: Range,
): readonly Problem[] {
  if (value === undefined || (value >= min && value <= max)) return [];
  return [
    refusal(code, path, {
      message: `the ${what} is ${value} days, outside ${min} to ${max}`,
      help: "choose a number of days in that range",
    }),
  ];
}

function logicalIdRefusals(
  { logicalId }: DefinedKey,
  path: Path,
): readonly Problem[] {
  if (logicalId === undefined || /^[A-Za-z][A-Za-z0-9]{0,254}$/.test(logicalId))
    return [];
  return [
    refusal("key/logical-id", [...path, "logicalId"], {
      message: `\`${logicalId}\` is not a logical ID: a letter, then letters and digits, at most 255`,
      help: "choose an ID of that form",
    }),
  ];
}

function descriptionRefusals(key: DefinedKey, path: Path): readonly Problem[] {
  const { max } = limits.descriptionLength;
  const description = key.description ?? "";
  if (description.length <= max || hasPseudoParameter(description)) return [];
  return [
    refusal("key/description-length", [...path, "description"], {
      message: `the description has ${description.length} characters, more than ${max}`,
      help: "shorten it",
    }),
  ];
}
