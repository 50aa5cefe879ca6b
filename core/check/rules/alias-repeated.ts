import type { Design, Key, Stack } from "../../design/design.ts";
import { memberWithId } from "../../design/members.ts";
import type { Path } from "../../problem/problem.ts";
import { fullAliasName } from "../../synth/alias-name.ts";
import { flagsOf } from "../../synth/flags.ts";
import { stackOf } from "../../synth/synthesize.ts";
import type { Rule } from "../rule.ts";
import type { Examples } from "../example.ts";
import { aliasIn, east, west } from "../example.ts";

interface PlacedAlias {
  readonly name: string;
  readonly stack: Stack;
  readonly path: Path;
}

/** The CDK looks for them within a stack only, and not without its template rules. */
export const aliasRepeated: Rule = {
  family: "deployment",
  summary: "An alias name belongs to one key of an account and Region.",
  why: "The second of two aliases with one name fails at deployment, as the name is taken.",
  mend: "Give one of the aliases another name.",
  severity: "error",
  source: {
    title: "AWS KMS API Reference, CreateAlias",
    url: "https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html",
  },
  check: ({ design, key, path }) => {
    const own = aliasesOf(design, key, path);
    if (own.length === 0) return [];
    const before = design.keys
      .slice(0, Number(path[1]))
      .flatMap((other, index) => aliasesOf(design, other, ["keys", index]));
    return own.flatMap((alias, index) =>
      [...before, ...own.slice(0, index)].some((other) =>
        isSame(design, alias, other),
      )
        ? [
            {
              path: alias.path,
              message: `alias \`${fullAliasName(alias.name)}\` is there already in this account and Region`,
              help: "choose another name, or remove one of them",
            },
          ]
        : [],
    );
  },
};

/** The aliases of a key, and those that are constructs of their own. */
function aliasesOf(
  design: Design,
  key: Key,
  path: Path,
): readonly PlacedAlias[] {
  const stack = stackOf(design, key);
  return [
    ...key.aliases.map((name, index) => ({
      name,
      stack,
      path: [...path, "aliases", index],
    })),
    ...(design.aliases ?? []).flatMap((alias, index) => {
      const home = memberWithId(design.stacks, alias.stack);
      return alias.key === key.id && home !== undefined
        ? [{ name: alias.name, stack: home, path: ["aliases", index, "name"] }]
        : [];
    }),
  ];
}

function isSame(design: Design, a: PlacedAlias, b: PlacedAlias): boolean {
  if (fullAliasName(a.name) !== fullAliasName(b.name)) return false;
  // The CDK itself refuses these.
  if (a.stack === b.stack)
    return !flagsOf(design.cdk)["@aws-cdk/core:validateAgainstDefaultRules"];
  return (
    a.stack.account === b.stack.account && a.stack.region === b.stack.region
  );
}

export const examples = (): Examples => [
  {
    bad: {
      key: { aliases: ["a"] },
      design: aliasIn({ ...east, id: "West" }),
      stack: east,
    },
    at: "aliases[0].name",
    good: { key: { aliases: ["a"] }, design: aliasIn(west), stack: east },
  },
  {
    bad: {
      key: { aliases: ["alias/a", "a"] },
      design: {
        cdk: {
          line: "v2",
          flags: { "@aws-cdk/core:validateAgainstDefaultRules": false },
        },
      },
    },
    at: "keys[0].aliases[1]",
    good: { key: { aliases: ["alias/a", "b"] } },
  },
];
