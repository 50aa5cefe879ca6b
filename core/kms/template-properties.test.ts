import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { keysOf } from "./keys-of.ts";
import {
  resourceAttributes,
  templateResources,
  type KmsResourceType,
  type PropertyRow,
} from "./template-properties.ts";

/** What the CDK 2.276.0 generates from the schemas of CloudFormation. */
const generated = readFileSync(
  new URL(
    "../../node_modules/aws-cdk-lib/aws-kms/lib/kms.generated.d.ts",
    import.meta.url,
  ),
  "utf8",
);

function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The properties of a generated class, each with a question mark where it is optional, and its type. */
function generatedProperties(type: KmsResourceType): Map<string, string> {
  const [, , name] = type.split("::");
  const begin = generated.indexOf(`export interface Cfn${name}Props {`);
  const body = generated.slice(begin, generated.indexOf("\n}", begin));
  return new Map(
    [...body.matchAll(/readonly (\w+)(\??): (.*);/g)].map(
      ([, property = "", optional = "", value = ""]) => [
        `${capitalized(property)}${optional}`,
        value,
      ],
    ),
  );
}

const kindOfType: readonly (readonly [RegExp, PropertyRow["kind"]])[] = [
  [/^boolean/, "boolean"],
  [/^number/, "number"],
  [/CfnTag/, "tags"],
  [/^any/, "policy"],
  [/string$/, "text"],
];

describe("the properties of AWS KMS in templates", () => {
  test.each(keysOf(templateResources))(
    "[A1] %s has the properties of CloudFormation, of their kinds, the required ones marked",
    (type) => {
      const ours = Object.entries(templateResources[type].properties).map(
        ([name, row]) => [`${name}${row.required ? "" : "?"}`, row.kind],
      );
      const theirs = [...generatedProperties(type)].map(([name, value]) => [
        name,
        kindOfType.find(([form]) => form.test(value))?.[1],
      ]);
      expect(ours.length).toBeGreaterThan(1);
      expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(theirs));
    },
  );

  test.each(keysOf(templateResources))(
    "[A1] %s has the attributes of CloudFormation",
    (type) => {
      const [, , name] = type.split("::");
      const begin = generated.indexOf(`export declare class Cfn${name} `);
      const body = generated.slice(begin, generated.indexOf("\n}", begin));
      const theirs = [...body.matchAll(/get attr(\w+)\(\)/g)].map(
        ([, attribute]) => attribute,
      );
      expect(begin).toBeGreaterThan(0);
      expect(Object.keys(templateResources[type].attributes)).toEqual(
        // The attributes of an alias are its properties again.
        theirs,
      );
    },
  );

  test("[A1] every value, property and attribute has a meaning in one sentence", () => {
    const summaries = [
      ...Object.values(templateResources).flatMap(
        ({ summary, properties, attributes }) => [
          summary,
          ...Object.values(attributes),
          ...Object.values(properties).flatMap(meanings),
        ],
      ),
      ...Object.values(resourceAttributes).flatMap(meanings),
    ];
    expect(summaries.filter((text) => !/^[A-Z].*\.$/.test(text))).toEqual([]);
  });

  test("[A1] the types that a resource can have are those of the table", () => {
    expect(Object.keys(resourceAttributes["Type"]?.values ?? {})).toEqual(
      keysOf(templateResources),
    );
  });
});

function meanings({ summary, values = {} }: PropertyRow): string[] {
  return [summary, ...Object.values(values)];
}
