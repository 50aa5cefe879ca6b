import { hasKey, keysOf } from "../kms/keys-of.ts";
import {
  resourceAttributes,
  resourceAttributesSource,
  templateResources,
  type PropertyRow,
} from "../kms/template-properties.ts";
import type { Source } from "../kms/sources.ts";
import { meaning, pages } from "./meaning.ts";
import { offersOf, type Offer } from "./offer.ts";
import type { Surroundings } from "./parts.ts";
import { policyShape } from "./policy-shape.ts";
import { conditionNames, resourceNames } from "./reference-offers.ts";
import { anything, choiceOf, freeText, type Shape } from "./shape.ts";
import { memberNamed, textsOf, type Container } from "./tree.ts";
import { outputMembers, tagMembers, templateSections } from "./words.ts";

const sectionNames = offersOf(templateSections, "property", pages.sections);
const outputNames = offersOf(outputMembers, "property", pages.sections);
const tagNames = offersOf(tagMembers, "property", pages.tags);
const formatVersions = offersOf(
  { "2010-09-09": "The only version there is." },
  "value",
  pages.sections,
);

/** A template. */
export function templateShape(around: Surroundings): Shape {
  const sections: Readonly<Record<string, Shape>> = {
    AWSTemplateFormatVersion: { ...choiceOf(formatVersions) },
    Description: { form: "text" },
    Resources: members(resourceShape(around)),
    Outputs: members(outputShape(around)),
    Conditions: members(anything),
    Transform: { form: "choice" },
  };
  return {
    form: "mapping",
    names: () => sectionNames,
    member: (name) => sections[name] ?? { form: "mapping" },
  };
}

/** A mapping whose names are a person's own. */
function members(shape: Shape): Shape {
  return { form: "mapping", member: () => shape };
}

function outputShape(around: Surroundings): Shape {
  return {
    form: "mapping",
    names: () => outputNames,
    member: (name) => {
      if (name === "Condition") return choiceOf(conditionNames(around));
      if (name === "Description") return { form: "text" };
      return name === "Export" ? { form: "mapping" } : anything;
    },
  };
}

const attributeNames = propertyOffers(
  resourceAttributes,
  resourceAttributesSource,
);

const typeOffers: readonly Offer[] = keysOf(templateResources).map((label) => {
  const { summary, source } = templateResources[label];
  return {
    label,
    kind: "resource-type",
    detail: "",
    meaning: meaning(label, summary, source),
  };
});

function resourceShape(around: Surroundings): Shape {
  return {
    form: "mapping",
    names: () => attributeNames,
    member: (name, resource) => {
      if (name === "Type") return choiceOf(typeOffers);
      if (name === "Properties") return propertiesShape(around, resource);
      if (name === "Condition") return choiceOf(conditionNames(around));
      if (name === "DependsOn")
        return { ...choiceOf(resourceNames(around)), form: "list" };
      const row = resourceAttributes[name];
      if (row === undefined || row.kind === "mapping")
        return { form: "mapping" };
      return { ...choiceOf(valueOffers(row, resourceAttributesSource)) };
    },
  };
}

/** The properties of a resource; of those of other services only the policies are known. */
function propertiesShape(around: Surroundings, resource: Container): Shape {
  const [type = ""] = textsOf(around.text, memberNamed(resource, "Type"));
  if (!hasKey(templateResources, type)) return otherProperties(around);
  const { properties, source } = templateResources[type];
  const names = propertyOffers(properties, source);
  return {
    form: "mapping",
    names: () => names,
    member: (name) => {
      const row = properties[name];
      return row && propertyShape(around, name, { row, source });
    },
  };
}

interface Property {
  readonly row: PropertyRow;
  readonly source: Source;
}

function propertyShape(
  around: Surroundings,
  name: string,
  { row, source }: Property,
): Shape {
  if (row.kind === "policy") return policyShape({ around, isKeyPolicy: true });
  if (row.kind === "tags")
    return {
      form: "list",
      functions: "if",
      names: () => tagNames,
      member: () => freeText,
    };
  const offers = [
    ...valueOffers(row, source),
    ...(name === "TargetKeyId" ? keyReferences(around, "KeyId") : []),
    ...(name === "PrimaryKeyArn" ? keyReferences(around, "Arn") : []),
  ];
  return offers.length === 0 ? freeText : choiceOf(offers);
}

/** The keys of the template, as an alias or a replica names them. */
function keyReferences(
  { resources }: Surroundings,
  attribute: "Arn" | "KeyId",
): readonly Offer[] {
  return resources()
    .filter(({ type }) => /^AWS::KMS::(?:Replica)?Key$/.test(type))
    .map(({ name, type }) => ({
      label: name,
      kind: "value",
      detail: type,
      meaning: meaning(name, `The key ${name} of this template.`, pages.text),
      value:
        attribute === "KeyId"
          ? { Ref: name }
          : { "Fn::GetAtt": [name, attribute] },
    }));
}

function otherProperties(around: Surroundings): Shape {
  return {
    form: "mapping",
    member: (name) =>
      name === "PolicyDocument"
        ? policyShape({ around, isKeyPolicy: false })
        : otherProperties(around),
  };
}

function propertyOffers(
  rows: Readonly<Record<string, PropertyRow>>,
  source: Source,
): readonly Offer[] {
  return keysOf(rows).flatMap((label) => {
    const row = rows[label];
    return row === undefined
      ? []
      : [
          {
            label,
            kind: "property",
            detail: kindInWords(row),
            meaning: meaning(label, row.summary, source),
          },
        ];
  });
}

function kindInWords({ kind, range, required }: PropertyRow): string {
  const words =
    range === undefined ? kind : `${kind}, ${range.min} to ${range.max}`;
  return required ? `${words}, required` : words;
}

/** The values of a property: those there are, true and false, or the number that stands for none. */
function valueOffers(
  { kind, values = {}, range, summary }: PropertyRow,
  source: Source,
): readonly Offer[] {
  if (kind === "boolean")
    return [true, false].map((value) => ({
      label: String(value),
      kind: "value",
      detail: "",
      meaning: meaning(String(value), summary, source),
      value,
    }));
  if (range !== undefined)
    return [
      {
        label: String(range.default),
        kind: "value",
        detail: `${range.min} to ${range.max}`,
        meaning: meaning(String(range.default), summary, source),
        value: range.default,
      },
    ];
  return offersOf(values, "value", source);
}
