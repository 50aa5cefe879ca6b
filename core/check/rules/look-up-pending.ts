import type { Rule } from "../rule.ts";
import type { Examples } from "../example.ts";
import { existing } from "../example.ts";

/** Until then the CDK goes on with a dummy, which must not be deployed. */
export const lookUpPending: Rule = {
  family: "cdk",
  summary: "A key that is looked up has a dummy id until it was found.",
  why: "Until the look-up is done the templates name a key that does not exist.",
  mend: "Let cdk synth look the key up, or enter the key ID.",
  severity: "info",
  source: {
    title: "aws-cdk-lib 2.276.0, Key.fromLookup",
    url: "https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_kms.Key.html",
  },
  check: ({ key, path }) =>
    key.kind === "looked-up" && key.keyId === undefined
      ? [
          {
            path: [...path, "keyId"],
            message: `\`${key.alias}\` has not been looked up: the templates have a dummy key id`,
            help: "let `cdk synth` look it up, or enter the key id that cdk.context.json has",
          },
        ]
      : [],
};

export const examples = (): Examples => [
  {
    bad: existing({ kind: "looked-up", alias: "alias/a" }),
    at: "keys[0].keyId",
    good: existing({ kind: "looked-up", alias: "alias/a", keyId: "k" }),
  },
];
