import {
  capabilities,
  kmsActionNames,
  kmsActions,
  type KmsAction,
} from "../kms/actions.ts";
import { conditionKeysOfAction } from "../kms/condition-key-actions.ts";
import {
  conditionKeys,
  findConditionKey,
  globalConditionKeys,
  type ConditionKeyRow,
} from "../kms/condition-keys.ts";
import { hasKey, keysOf } from "../kms/keys-of.ts";
import { servicePrincipals } from "../kms/service-principals.ts";
import {
  conditionOperators,
  parseOperator,
  printOperator,
  setPrefixes,
  type Operator,
  type OperatorType,
} from "../policy/operators.ts";
import { matchesWildcard } from "../policy/wildcard.ts";
import { meaning, pages, sentence, withNote, type Meaning } from "./meaning.ts";
import { offersOf, type Offer } from "./offer.ts";

/** What an action does. */
export function actionMeaning(name: KmsAction): Meaning {
  const { summary, note, source } = kmsActions[name];
  return meaning(name, withNote(summary, note), source);
}

/** What an action or a pattern of actions covers; undefined where it is none of AWS KMS. */
export function actionsMeaning(pattern: string): Meaning | undefined {
  const covered = coveredBy(pattern);
  const [only] = covered;
  if (only === undefined) return undefined;
  return /[*?]/.test(pattern)
    ? meaning(pattern, coverage(covered), kmsActions[only].source)
    : actionMeaning(only);
}

function coveredBy(pattern: string): readonly KmsAction[] {
  return kmsActionNames.filter((name) =>
    matchesWildcard(pattern, name, { ignoreCase: true }),
  );
}

const namedAtMost = 8;

function coverage(covered: readonly KmsAction[]): string {
  if (covered.length === kmsActionNames.length)
    return `Covers all ${covered.length} actions of AWS KMS.`;
  const named = covered.slice(0, namedAtMost).join(", ");
  const others = covered.length - namedAtMost;
  return others > 0
    ? `Covers ${named} and ${others} more.`
    : `Covers ${named}.`;
}

const patterns = [
  "kms:*",
  "kms:Describe*",
  "kms:GenerateDataKey*",
  "kms:ReEncrypt*",
];

/** The actions of AWS KMS, those without an effect in a key policy last, and the patterns that people use. */
export const actionOffers: readonly Offer[] = [
  ...kmsActionNames
    .toSorted((one, other) => rankOfAction(one) - rankOfAction(other))
    .map((label): Offer => ({
      label,
      kind: "action",
      detail: capabilities[kmsActions[label].capability],
      meaning: actionMeaning(label),
    })),
  ...patterns.map((label): Offer => {
    const covered = coveredBy(label);
    return {
      label,
      kind: "action",
      detail: `${covered.length} actions`,
      meaning: meaning(label, coverage(covered), "iamData"),
    };
  }),
];

function rankOfAction(name: KmsAction): number {
  return kmsActions[name].effectiveInKeyPolicy ? 0 : 1;
}

/** What an operator compares; undefined where there is no such operator. */
export function operatorMeaning(text: string): Meaning | undefined {
  const operator = parseOperator(text);
  return operator && meaning(text, operatorText(operator), pages.operators);
}

function operatorText({ name, prefix, ifExists }: Operator): string {
  if (name === "Null")
    return "Whether the request lacks the condition key: true where it does.";
  const key = "the condition key";
  const subject = prefix === undefined ? key : `${setPrefixes[prefix]} ${key}`;
  const text = sentence(
    `${subject} ${conditionOperators[name].words} one of the values`,
  );
  return ifExists ? `${text} Or the request does not have the key.` : text;
}

const setOperators = ["StringEquals", "StringLike"] as const;

/** The operators: the plain ones, those for keys with several values, and those that let a missing key pass. */
export const operatorOffers: readonly Offer[] = [
  ...keysOf(conditionOperators).map((name) => ({ name, ifExists: false })),
  ...keysOf(setPrefixes).flatMap((prefix) =>
    setOperators.map((name) => ({ name, prefix, ifExists: false })),
  ),
  ...keysOf(conditionOperators)
    .filter((name) => conditionOperators[name].ifExists)
    .map((name) => ({ name, ifExists: true })),
].map((operator: Operator) => {
  const label = printOperator(operator);
  return {
    label,
    kind: "operator",
    detail: conditionOperators[operator.name].type,
    meaning: meaning(label, operatorText(operator), pages.operators),
  };
});

/** What a condition key stands for; undefined where there is no such key. */
export function conditionKeyMeaning(name: string): Meaning | undefined {
  const row = findConditionKey(name);
  return row && meaningOfRow(name, row);
}

/** The guide says more of a condition key than the list of all of them. */
function meaningOfRow(
  name: string,
  { summary, note, source }: ConditionKeyRow,
): Meaning {
  const guide = [source].flat().find((id) => id === "kmsGuideConditions");
  return meaning(name, withNote(summary, note), guide ?? source);
}

/** The types of condition keys that operators of a type compare. */
const typesOf: Readonly<
  Record<OperatorType, readonly ConditionKeyRow["type"][]>
> = {
  string: ["String", "ARN"],
  arn: ["ARN"],
  numeric: ["Numeric"],
  date: ["Date"],
  boolean: ["Bool"],
  binary: [],
  ip: ["IpAddress"],
  null: ["String", "ARN", "Bool", "Numeric", "Date", "IpAddress"],
};

/** What decides which condition keys fit. */
export interface ConditionPlace {
  readonly operator: string;
  /** The actions of the statement, patterns included. */
  readonly actions: readonly string[];
  /** Keys that work in other policies only are left out. */
  readonly isKeyPolicy: boolean;
}

/** The condition keys, those first that the operator compares and the actions carry; deprecated ones are left out. */
export function conditionKeyOffers(place: ConditionPlace): readonly Offer[] {
  const rank = rankOfKeys(place);
  return keyOffers
    .filter(
      ({ row }) =>
        !row.deprecated && (row.usableInKeyPolicy || !place.isKeyPolicy),
    )
    .map((one) => ({ one, rank: rank(one) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ one }) => one.offer);
}

const keyOffers = Object.entries<ConditionKeyRow>({
  ...conditionKeys,
  ...globalConditionKeys,
}).map(([label, row]) => {
  const { type, multiValued } = row;
  const variable = label.indexOf("${");
  const offer: Offer = {
    label,
    kind: "condition-key",
    detail: multiValued ? `${type}, several values` : type,
    meaning: meaningOfRow(label, row),
    ...(variable !== -1 && { beginning: label.slice(0, variable) }),
  };
  return { label, row, offer };
});

function rankOfKeys({ operator, actions }: ConditionPlace) {
  const parsed = parseOperator(operator);
  const types = parsed && typesOf[conditionOperators[parsed.name].type];
  const carried = new Set<string>(
    actions.flatMap(coveredBy).flatMap(conditionKeysOfAction),
  );
  return ({ label, row }: (typeof keyOffers)[number]): number => {
    const fits =
      types === undefined ||
      [row.type, ...(row.otherTypes ?? [])].some((type) =>
        types.includes(type),
      );
    const isCarried =
      carried.size === 0 ||
      row.actions === "every-request" ||
      carried.has(label);
    const isSet = parsed?.prefix !== undefined;
    return (
      (fits ? 0 : 8) + (isSet === row.multiValued ? 0 : 2) + (isCarried ? 0 : 4)
    );
  };
}

/** The services that can be principals. */
export const serviceOffers: readonly Offer[] = Object.entries(
  servicePrincipals,
).map(([label, name]) => ({
  label,
  kind: "principal",
  detail: name,
  meaning: meaning(label, `${name}, by itself.`, pages.services),
}));

/** What a service principal is; undefined where it is none that the tables have. */
export function serviceMeaning(name: string): Meaning | undefined {
  return hasKey(servicePrincipals, name)
    ? meaning(name, `${servicePrincipals[name]}, by itself.`, pages.services)
    : undefined;
}

/** What a condition key that is true or false is compared with. */
export const truthOffers = offersOf(
  {
    true: "Of requests for which it is so.",
    false: "Of requests for which it is not so.",
  },
  "value",
  pages.operators,
);

/** What `Null` takes. */
export const absenceOffers = offersOf(
  {
    true: "Of requests that lack the condition key.",
    false: "Of requests that have the condition key, whatever its value.",
  },
  "value",
  pages.operators,
);
