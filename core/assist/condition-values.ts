import { findConditionKey, viaServices } from "../kms/condition-keys.ts";
import { regionNames, regions } from "../kms/regions.ts";
import { parseOperator } from "../policy/operators.ts";
import { meaning, type Meaning } from "./meaning.ts";
import type { Offer } from "./offer.ts";
import type { Surroundings } from "./parts.ts";
import { absenceOffers, serviceOffers, truthOffers } from "./policy-offers.ts";
import { choiceOf, freeText, type Shape } from "./shape.ts";

/** The values that a condition key is compared with. */
export function valueShape(
  around: Surroundings,
  operator: string,
  key: string,
): Shape {
  const parsed = parseOperator(operator);
  if (parsed?.name === "Null") return choiceOf(absenceOffers);
  const row = findConditionKey(key);
  if (row === undefined) return freeText;
  if (key.toLowerCase() === viaService)
    return {
      ...choiceOf(viaOffers(around, parsed?.name.endsWith("Like"))),
      meaningOf: viaMeaning,
    };
  if (row.type === "Bool") return choiceOf(truthOffers);
  const offers =
    row.allowedValues === null
      ? valuesOfKey(key.toLowerCase())
      : row.allowedValues.map((label): Offer => ({
          label,
          kind: "value",
          detail: "",
          meaning: meaning(label, `A value of ${key}.`, row.source),
        }));
  return offers.length === 0 ? freeText : choiceOf(offers);
}

const viaService = "kms:viaservice";
const regionKeys = new Set([
  "kms:primaryregion",
  "kms:replicaregion",
  "aws:requestedregion",
]);
const serviceKeys = new Set([
  "kms:granteeserviceprincipal",
  "kms:retiringserviceprincipal",
  "aws:principalservicename",
  "aws:principalservicenameslist",
  "aws:calledvia",
  "aws:calledviafirst",
  "aws:calledvialast",
]);

const regionOffers = regionNames.map((label): Offer => ({
  label,
  kind: "value",
  detail: regions[label].name,
  meaning: meaning(label, `${regions[label].name}.`, "partitions"),
}));

function valuesOfKey(key: string): readonly Offer[] {
  if (regionKeys.has(key)) return regionOffers;
  return serviceKeys.has(key) ? serviceOffers : [];
}

/** What `kms:ViaService` is compared with: the Region is that of the stack, any, or one that the text has already. */
function viaOffers(
  { text, kind }: Surroundings,
  isPattern = false,
): readonly Offer[] {
  const known =
    /\b[a-z]{2}(?:-[a-z]{3,9}){1,2}-\d\b/.exec(text)?.[0] ?? "us-east-1";
  const plain = isPattern ? "*" : known;
  const isSub = kind === "template" && !isPattern;
  const byValue = new Map<string, Offer>();
  for (const [name, { values, source }] of Object.entries(viaServices))
    for (const value of values) {
      const region = isSub ? "${AWS::Region}" : plain;
      const label = value.replace("${region}", region);
      // Some services share a name; the first one stands for it.
      if (byValue.has(label)) continue;
      byValue.set(label, {
        label,
        kind: "value",
        detail: name,
        meaning: meaning(label, `Through ${name}.`, source),
        ...(isSub && { value: { "Fn::Sub": label } }),
      });
    }
  return [...byValue.values()];
}

/** What a value of `kms:ViaService` stands for, whatever its Region. */
function viaMeaning(value: string): Meaning | undefined {
  const pattern = value.replace(
    /\.(?:\$\{AWS::Region\}|\*|[a-z]{2}(?:-[a-z]{3,9}){1,2}-\d)\./,
    ".${region}.",
  );
  for (const [name, { values, source }] of Object.entries(viaServices))
    if (values.includes(pattern))
      return meaning(value, `Through ${name}.`, source);
  return undefined;
}
