import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

import { keysOf } from "../kms/keys-of.ts";
import { resourceFacts } from "./property-facts.ts";
import type { KnownType, PropertyFact } from "./property-facts.ts";

// The L1 constructs are generated from CloudFormation's schemas and documentation.
const generated = readFileSync(
  new URL(
    "../../node_modules/aws-cdk-lib/aws-kms/lib/kms.generated.d.ts",
    import.meta.url,
  ),
  "utf8",
);

/** The documentation of each property of a type, by its name in a template. */
function documented(type: KnownType): ReadonlyMap<string, string> {
  const name = type.replace("AWS::KMS::", "Cfn");
  const [, body = ""] =
    new RegExp(`^export interface ${name}Props \\{$(.*?)^\\}$`, "ms").exec(
      generated,
    ) ?? [];
  const members = body.matchAll(
    /\/\*\*(?<text>(?:(?!\*\/).)*)\*\/\s*readonly (?<first>\w)(?<rest>\w*)\??:/gs,
  );
  return new Map(
    [...members].map(({ groups = {} }) => [
      `${groups["first"]?.toUpperCase()}${groups["rest"]}`,
      groups["text"] ?? "",
    ]),
  );
}

/** Each property of each type, with its row and what the documentation says. */
const all = keysOf(resourceFacts).flatMap((type) =>
  [...documented(type)].map(([property, text]) => ({
    name: `${type}.${property}`,
    fact: resourceFacts[type].properties[property],
    text,
  })),
);

function namesWhere(isMeant: (one: (typeof all)[number]) => boolean) {
  return all.filter(isMeant).map(({ name }) => name);
}

describe("the table of properties", () => {
  test.each(keysOf(resourceFacts))(
    "[U1] %s has the properties of the L1 construct, and no other",
    (type) => {
      const rows = Object.keys(resourceFacts[type].properties);
      expect(rows.toSorted()).toEqual([...documented(type).keys()].toSorted());
      expect(rows.length).toBeGreaterThan(1);
    },
  );

  // The documentation of Origin alone does not say it; that of the resource names all four.
  test("[U1] those that CloudFormation refuses to change are those that its documentation says", () => {
    const [, sentence = ""] =
      /If you change the value of the (.*?) properties of an existing KMS key, the update request fails/.exec(
        generated,
      ) ?? [];
    const stated = [...sentence.matchAll(/`(\w+)`/g)].map(([, name]) => name);
    expect(stated).toHaveLength(4);
    const refused = namesWhere(
      ({ fact }) => fact?.cloudFormation.impact === "fails",
    );
    expect(refused.toSorted()).toEqual(
      stated.map((name) => `AWS::KMS::Key.${name}`).toSorted(),
    );
    const alone = namesWhere(({ text }) =>
      text.includes("the update request fails"),
    );
    expect(alone.filter((name) => !refused.includes(name))).toEqual([]);
  });

  test("[U1] those that make a new resource are those that its documentation says", () => {
    expect(
      namesWhere(({ fact }) => fact?.cloudFormationRetained !== undefined),
    ).toEqual(
      namesWhere(({ text }) =>
        /\bnew (?:alias|replica key) is created/.test(text),
      ),
    );
  });

  test("[U1] the defaults are those of the documentation", () => {
    const stated = all.flatMap(({ name, text, fact }) => {
      const [, value] = /@default - (\S+)/.exec(text) ?? [];
      return value === undefined
        ? []
        : [{ name, stated: value, row: JSON.stringify(fact?.default) }];
    });
    expect(stated.map(({ name, row }) => [name, row])).toEqual(
      stated.map((one) => [one.name, one.stated]),
    );
    expect(stated.length).toBeGreaterThan(4);
  });

  test("[U1] each row has its sources, and names the argument in Terraform", () => {
    const rows = keysOf(resourceFacts).flatMap((type) =>
      Object.values<PropertyFact>(resourceFacts[type].properties),
    );
    expect(rows.filter(({ source }) => source.length < 2)).toEqual([]);
    for (const { source, terraform } of rows) {
      expect(source.filter((one) => !one.startsWith("https://"))).toEqual([]);
      expect(terraform.argument).toMatch(/^[a-z_]+$/);
    }
  });
});
