import { effectiveKey } from "../../design/defaults.ts";
import { isDefined } from "../../design/design.ts";
import { keySpecs } from "../../kms/key-specs.ts";
import { partitionOf } from "../../kms/regions.ts";
import { stackOf } from "../../synth/synthesize.ts";
import type { Rule } from "../rule.ts";
import type { Examples } from "../example.ts";

/** SM2 exists in China only. */
export const regionOfSpec: Rule = {
  family: "kms-facts",
  summary: "Some key specs do not exist in every Region.",
  why: "AWS KMS refuses the key in the other Regions.",
  mend: "Choose another key spec or another Region.",
  severity: "error",
  source: {
    title: "AWS KMS Developer Guide, Key spec reference",
    url: "https://docs.aws.amazon.com/kms/latest/developerguide/symm-asymm-choose-key-spec.html",
  },
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

export const examples = (): Examples => [
  {
    bad: { key: { keySpec: "SM2" }, stack: { region: "eu-west-1" } },
    at: "keys[0].keySpec",
    good: { key: { keySpec: "SM2" }, stack: { region: "cn-north-1" } },
  },
];
