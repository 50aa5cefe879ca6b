import { effectiveKey } from "../../design/defaults.ts";
import { isDefined } from "../../design/design.ts";
import { keySpecs } from "../../kms/key-specs.ts";
import { partitionOf } from "../../kms/regions.ts";
import { stackOf } from "../../synth/synthesize.ts";
import type { Rule } from "../rule.ts";

/** SM2 exists in China only. */
export const regionOfSpec: Rule = {
  summary: "Some key specs do not exist in every Region.",
  severity: "error",
  source: "AWS KMS Developer Guide, Key spec reference",
  check: ({ design, key, path }) => {
    if (!isDefined(key)) return [];
    const { keySpec } = effectiveKey(key);
    const { region } = stackOf(design, key);
    const { regions } = keySpecs[keySpec];
    if (region === undefined || regions === "all") return [];
    const inChina = partitionOf(region) === "aws-cn";
    if (inChina === (regions === "china-only")) return [];
    return [
      {
        path: [...path, "keySpec"],
        message: `key spec \`${keySpec}\` does not exist in ${region}`,
        help:
          regions === "china-only"
            ? "it exists in the China Regions only: choose another key spec or Region"
            : "it does not exist in the China Regions: choose another key spec or Region",
      },
    ];
  },
};
