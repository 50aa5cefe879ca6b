import { offersOf } from "./offer.ts";
import type { Surroundings } from "./parts.ts";
import { pages } from "./meaning.ts";
import {
  attributeOffers,
  attributesOf,
  conditionNames,
  referableOffers,
  resourceNames,
} from "./reference-offers.ts";
import { anything, choiceOf, type Shape } from "./shape.ts";

/** A name is that of an intrinsic function. */
export function isFunction(name: string): boolean {
  return name === "Ref" || name.startsWith("Fn::");
}

/** What an intrinsic function takes that stands in place of a shape. */
export function functionShape(
  name: string,
  around: Surroundings,
  outer: Shape | undefined,
): Shape | undefined {
  switch (name) {
    case "Ref":
      return plain(choiceOf(referableOffers(around)));
    case "Condition":
      return plain(choiceOf(conditionNames(around)));
    case "Fn::GetAtt":
      return attributeShape(around);
    case "Fn::Sub":
      return subShape(outer);
    case "Fn::If":
      return {
        form: "list",
        item: (index) =>
          index === 0 ? plain(choiceOf(conditionNames(around))) : outer,
      };
    default:
      return { ...anything, item: () => anything };
  }
}

/** No function can stand there. */
function plain({ form, values }: Shape): Shape {
  return { form, ...(values && { values }) };
}

function attributeShape(around: Surroundings): Shape {
  const attributes = Object.fromEntries(
    around
      .resources()
      .flatMap(({ type }) => Object.entries(attributesOf(type))),
  );
  return {
    form: "choice",
    values: () =>
      attributeOffers(around).map((offer) => {
        // In JSON it is a list; only the short form of YAML takes both in one text.
        const value = around.isJson ? offer.label.split(".") : offer.label;
        return { ...offer, value };
      }),
    item: (index) =>
      index === 0
        ? plain(choiceOf(resourceNames(around)))
        : plain(choiceOf(offersOf(attributes, "value", pages.functions))),
  };
}

/** The texts with variables that the outer shape offers. */
function subShape(outer: Shape | undefined): Shape {
  const shape: Shape = {
    form: "text",
    hasVariables: true,
    values: () =>
      (outer?.values?.() ?? [])
        .filter(
          ({ value }) =>
            typeof value === "object" && value !== null && "Fn::Sub" in value,
        )
        .map((offer) => ({ ...offer, value: offer.label })),
    item: (index) => (index === 0 ? shape : anything),
  };
  return shape;
}
