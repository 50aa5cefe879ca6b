import { hasKey, keysOf } from "../kms/keys-of.ts";
import { templateResources } from "../kms/template-properties.ts";
import { meaning, pages } from "./meaning.ts";
import { offersOf, type Offer } from "./offer.ts";
import type { NamedResource, Surroundings } from "./parts.ts";
import { functions, pseudoParameterWords } from "./words.ts";

/** The pseudo parameters. */
export const pseudoOffers = offersOf(
  pseudoParameterWords,
  "value",
  pages.pseudoParameters,
);

/** The functions by their long names. */
export const functionOffers = offersOf(functions, "function", pages.functions);

/** The functions by their tags. */
export const tagOffers: readonly Offer[] = keysOf(functions).map((name) => {
  const label = `!${name.replace("Fn::", "")}`;
  return {
    label,
    kind: "function",
    detail: name,
    meaning: meaning(label, functions[name], pages.functions),
  };
});

function named(label: string, detail: string, text: string): Offer {
  return {
    label,
    kind: "value",
    detail,
    meaning: meaning(label, text, pages.text),
  };
}

/** The conditions of the template. */
export function conditionNames({ conditions }: Surroundings): readonly Offer[] {
  return conditions().map((name) =>
    named(name, "condition", `The condition ${name} of this template.`),
  );
}

/** The resources of the template. */
export function resourceNames({ resources }: Surroundings): readonly Offer[] {
  return resources().map((resource) =>
    named(resource.name, resource.type, textOfResource(resource)),
  );
}

function textOfResource({ name, type }: NamedResource): string {
  const what = `The resource ${name} of this template`;
  return hasKey(templateResources, type)
    ? `${what}: ${templateResources[type].ref}.`
    : `${what}.`;
}

/** What `Ref` takes: parameters, resources and pseudo parameters. */
export function referableOffers(around: Surroundings): readonly Offer[] {
  return [
    ...around
      .parameters()
      .map((name) =>
        named(name, "parameter", `The parameter ${name} of this template.`),
      ),
    ...resourceNames(around),
    ...pseudoOffers,
  ];
}

/** Attributes of resources in one text, as `!GetAtt` takes them. */
export function attributeOffers({ resources }: Surroundings): readonly Offer[] {
  return resources().flatMap(({ name, type }) =>
    Object.entries(attributesOf(type)).map(([attribute, text]) =>
      named(`${name}.${attribute}`, type, text),
    ),
  );
}

/** The attributes of a type that are known; most resources of other services have an ARN. */
export function attributesOf(type: string): Readonly<Record<string, string>> {
  return hasKey(templateResources, type)
    ? templateResources[type].attributes
    : { Arn: "ARN of the resource, where its type has one." };
}
