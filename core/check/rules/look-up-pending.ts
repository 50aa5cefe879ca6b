import type { Rule } from "../rule.ts";

/** Until then the CDK goes on with a dummy, which must not be deployed. */
export const lookUpPending: Rule = {
  summary: "A key that is looked up has a dummy id until it was found.",
  severity: "info",
  source: "aws-cdk-lib 2.276.0, Key.fromLookup",
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
