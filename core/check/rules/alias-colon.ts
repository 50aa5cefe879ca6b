import type { Rule } from "../rule.ts";

/** The CDK and CloudFormation let a colon pass that the documentation of AWS KMS does not list. */
export const aliasColon: Rule = {
  summary:
    "The documentation of AWS KMS does not list the colon in alias names.",
  severity: "warning",
  source: "AWS KMS API Reference, CreateAlias",
  check: ({ key, path }) =>
    key.aliases.flatMap((name, index) =>
      name.replaceAll(/\$\{AWS::\w+\}/g, "").includes(":")
        ? [
            {
              path: [...path, "aliases", index],
              message: `alias \`${name}\` has a colon, which CloudFormation lets pass but AWS KMS does not list`,
              help: "use a hyphen, an underscore or a slash instead",
            },
          ]
        : [],
    ),
};
