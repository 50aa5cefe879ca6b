import { stackOf } from "../../synth/synthesize.ts";
import { memberWithId } from "../../design/members.ts";
import type { Stack } from "../../design/design.ts";
import type { Rule } from "../rule.ts";
import type { Examples } from "../example.ts";
import { aliasIn, east, west } from "../example.ts";

/** The CDK lets an alias pass that AWS KMS refuses when it is deployed. */
export const aliasElsewhere: Rule = {
  family: "deployment",
  summary: "An alias is in the account and Region of its key.",
  why: "AWS KMS refuses an alias for a key of another account or Region, and the stack fails.",
  mend: "Put the alias into a stack in the account and Region of its key.",
  severity: "error",
  source: {
    title: "AWS KMS API Reference, CreateAlias",
    url: "https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html",
  },
  check: ({ design, key }) =>
    (design.aliases ?? []).flatMap((alias, index) => {
      if (alias.key !== key.id) return [];
      const home = memberWithId(design.stacks, alias.stack);
      if (home === undefined) return [];
      const place = difference(home, stackOf(design, key));
      if (place === undefined) return [];
      return [
        {
          path: ["aliases", index, "stack"],
          message: `alias \`${alias.name}\` is in another ${place} than its key, which AWS KMS refuses`,
          help: "move the alias to the key's stack, or refer to the key by its ARN there",
        },
      ];
    }),
};

function difference(a: Stack, b: Stack): "account" | "Region" | undefined {
  if (differ(a.account, b.account)) return "account";
  return differ(a.region, b.region) ? "Region" : undefined;
}

function differ(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b;
}

export const examples = (): Examples => [
  {
    bad: { design: aliasIn(west) },
    at: "aliases[0].stack",
    good: { design: aliasIn({ ...east, id: "West" }) },
  },
  {
    bad: { design: aliasIn({ ...west, account: "444455556666" }) },
    at: "aliases[0].stack",
    good: { design: aliasIn({ id: "West" }) },
  },
];
