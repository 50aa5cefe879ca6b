import { meaning, pages } from "./meaning.ts";
import { valueShape } from "./condition-values.ts";
import { offersOf, type Offer } from "./offer.ts";
import type { Surroundings } from "./parts.ts";
import {
  actionOffers,
  actionsMeaning,
  conditionKeyMeaning,
  conditionKeyOffers,
  operatorMeaning,
  operatorOffers,
  serviceMeaning,
  serviceOffers,
} from "./policy-offers.ts";
import { principalOffers } from "./principal-offers.ts";
import { choiceOf, freeText, type Shape } from "./shape.ts";
import { memberNamed, textsOf, type Container } from "./tree.ts";
import {
  effects,
  oppositeMembers,
  policyMembers,
  policyVersions,
  principalTypes,
  statementMembers,
} from "./words.ts";

/** What decides how a policy is completed. */
export interface PolicyPlace {
  readonly around: Surroundings;
  /** The policy of a key; others, such as that of a role, have no principals. */
  readonly isKeyPolicy: boolean;
}

const documentNames = offersOf(policyMembers, "property", pages.elements);
const versions = offersOf(policyVersions, "value", pages.elements);
const statementNames = offersOf(statementMembers, "property", pages.elements);
const effectOffers = offersOf(effects, "value", pages.elements);
const typeOffers = offersOf(principalTypes, "principal", pages.principals);
const wholeKey: readonly Offer[] = [
  {
    label: "*",
    kind: "value",
    detail: "this key",
    meaning: meaning("*", statementMembers.Resource, pages.elements),
  },
];

/** A policy document. */
export function policyShape(place: PolicyPlace): Shape {
  return {
    form: "mapping",
    names: () => documentNames,
    functions: "if",
    member: (name) => {
      if (name === "Version") return choiceOf(versions);
      if (name === "Statement") return statementShape(place);
      return name === "Id" ? freeText : undefined;
    },
  };
}

/** A list of statements, and each of them. */
function statementShape(place: PolicyPlace): Shape {
  const members = membersOfStatement(place);
  return {
    form: "list",
    functions: "if",
    names: (around) => {
      const there = new Set(around?.members.map(({ name }) => name));
      return statementNames.filter(({ label }) => {
        const opposite = oppositeMembers[label];
        const isOther = !place.isKeyPolicy && label.endsWith("Principal");
        return !isOther && (opposite === undefined || !there.has(opposite));
      });
    },
    member: (name, around) => members[name]?.(around),
  };
}

const actionsShape: Shape = {
  ...choiceOf(actionOffers),
  form: "list",
  meaningOf: actionsMeaning,
};
const resourcesShape = choiceOf(wholeKey);

function membersOfStatement(
  place: PolicyPlace,
): Readonly<Record<string, (around: Container) => Shape>> {
  const principals = () => principalShape(place);
  return {
    Sid: () => freeText,
    Effect: () => choiceOf(effectOffers),
    Principal: principals,
    NotPrincipal: principals,
    Action: () => actionsShape,
    NotAction: () => actionsShape,
    Resource: () => resourcesShape,
    NotResource: () => resourcesShape,
    Condition: (statement) => conditionShape(place, statement),
  };
}

function principalShape({ around }: PolicyPlace): Shape {
  const { anybody, identities } = principalOffers(around);
  return {
    form: "mapping",
    functions: "if",
    names: () => typeOffers,
    values: () => [anybody],
    member: (type) => {
      if (type === "Service")
        return { ...choiceOf(serviceOffers), meaningOf: serviceMeaning };
      return type === "AWS" ? choiceOf([...identities(), anybody]) : freeText;
    },
  };
}

function conditionShape(place: PolicyPlace, statement: Container): Shape {
  const actions = () =>
    textsOf(place.around.text, memberNamed(statement, "Action"));
  return {
    form: "mapping",
    functions: "if",
    names: () => operatorOffers,
    meaningOf: operatorMeaning,
    member: (operator) => ({
      form: "mapping",
      functions: "if",
      names: () =>
        conditionKeyOffers({
          operator,
          actions: actions(),
          isKeyPolicy: place.isKeyPolicy,
        }),
      meaningOf: conditionKeyMeaning,
      member: (key) => valueShape(place.around, operator, key),
    }),
  };
}
