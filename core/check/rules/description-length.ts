import { isDefined } from "../../design/design.ts";
import { limits } from "../../kms/limits.ts";
import { flagsOf } from "../../synth/flags.ts";
import type { Rule } from "../rule.ts";

/** The CDK refuses it with its template rules only. */
export const descriptionLength: Rule = {
  summary: "A description has at most 8192 characters.",
  severity: "error",
  source: "AWS KMS API Reference, CreateKey, Description",
  check: ({ design, key, path }) => {
    const { description = "" } = "description" in key ? key : {};
    const { max } = limits.descriptionLength;
    const isRefused =
      isDefined(key) &&
      flagsOf(design.cdk)["@aws-cdk/core:validateAgainstDefaultRules"];
    if (isRefused || description.length <= max) return [];
    return [
      {
        path: [...path, "description"],
        message: `the description has ${description.length} characters, more than ${max}`,
        help: "shorten it",
      },
    ];
  },
};
