import type { Path } from "../../problem/problem.ts";
import type { Report, Rule } from "../rule.ts";
import type { Examples } from "../example.ts";

/** The CDK and CloudFormation let a colon pass that the documentation of AWS KMS does not list. */
export const aliasColon: Rule = {
  family: "kms-facts",
  summary:
    "The documentation of AWS KMS does not list the colon in alias names.",
  why: "CloudFormation lets the colon pass, and AWS KMS can refuse the alias at deployment.",
  mend: "Use a hyphen, an underscore or a slash in its place.",
  severity: "warning",
  source: {
    title: "AWS KMS API Reference, CreateAlias",
    url: "https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html",
  },
  check: ({ design, key, path }) => [
    ...key.aliases.flatMap((name, index) =>
      reportsOf(name, [...path, "aliases", index]),
    ),
    ...(design.aliases ?? []).flatMap((alias, index) =>
      alias.key === key.id
        ? reportsOf(alias.name, ["aliases", index, "name"])
        : [],
    ),
  ],
};

function reportsOf(name: string, path: Path): readonly Report[] {
  // What stands in braces is filled in before AWS KMS sees the name.
  if (!name.replaceAll(/\$\{[^}]*\}/g, "").includes(":")) return [];
  return [
    {
      path,
      message: `alias \`${name}\` has a colon, which CloudFormation lets pass but AWS KMS does not list`,
      help: "use a hyphen, an underscore or a slash instead",
    },
  ];
}

export const examples = (): Examples => [
  {
    bad: { key: { aliases: ["alias/a", "alias/b:c"] } },
    at: "keys[0].aliases[1]",
    good: { key: { aliases: ["alias/${AWS::StackName}"] } },
  },
];
