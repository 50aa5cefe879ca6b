import { isDefined } from "../../design/design.ts";
import { limits } from "../../kms/limits.ts";
import { flagsOf } from "../../synth/flags.ts";
import type { Rule } from "../rule.ts";
import type { Examples } from "../example.ts";

/** The CDK refuses it with its template rules only. */
export const descriptionLength: Rule = {
  family: "kms-facts",
  summary: "A description has at most 8192 characters.",
  why: "AWS KMS refuses a longer description, and the stack fails.",
  mend: "Shorten the description.",
  severity: "error",
  source: {
    title: "AWS KMS API Reference, CreateKey, Description",
    url: "https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html",
  },
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

export const examples = (): Examples => [
  {
    bad: {
      key: { description: "x".repeat(8193) },
      design: { cdk: { line: "v1" } },
    },
    at: "keys[0].description",
    good: {
      key: { description: "x".repeat(8192) },
      design: { cdk: { line: "v1" } },
    },
  },
];
