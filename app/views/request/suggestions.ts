import type { AutosuggestProps } from "@cloudscape-design/components/autosuggest";
import type {
  Design,
  KeyNature,
  KmsAction,
  Subject,
} from "../../../core/index.ts";
import {
  conditionKeysOfAction,
  findConditionKey,
  kmsActionNames,
  kmsActions,
  principalText,
} from "../../../core/index.ts";
import { writtenKey } from "../../state/request-form.ts";
import { requestText } from "../../text/request.ts";

/** Who can be tried: whom the policy names, whom the design names, and a stranger. */
export function principalSuggestions(
  design: Design,
  { policy, partition, account }: Subject,
): AutosuggestProps.Options {
  const named = policy.statements.flatMap(({ principals }) =>
    (principals?.list ?? []).flatMap(({ text, account: whole }) =>
      whole === undefined
        ? text
        : [
            `arn:${partition}:iam::${whole}:root`,
            `arn:${partition}:iam::${whole}:user/Somebody`,
          ],
    ),
  );
  const own = [
    `arn:${partition}:iam::${account}:root`,
    `arn:${partition}:iam::${account}:user/Somebody`,
    `arn:${partition}:iam::999988887777:user/Stranger`,
  ];
  const names = new Map(
    design.principals.map((principal) => [
      principalText(principal),
      principal.id,
    ]),
  );
  const all = [...new Set([...named, ...names.keys(), ...own])];
  return all.filter(isCaller).map((value) => {
    const name = names.get(value);
    return {
      value,
      ...(name !== undefined && name !== value && { description: name }),
    };
  });
}

/** Has the form of somebody who can call: an ARN without wildcards, or a service. */
function isCaller(text: string): boolean {
  return /^arn:[^*?]+$|^[a-z\d-]+(?:\.[a-z\d-]+)+$/.test(text);
}

/** The actions that work with the key. */
export function actionSuggestions(nature: KeyNature): AutosuggestProps.Options {
  return kmsActionNames
    .filter((action) => works(action, nature))
    .map((value) => ({ value, description: kmsActions[value].summary }));
}

function works(
  action: KmsAction,
  { keySpec, keyUsage, origin }: KeyNature,
): boolean {
  const { effectiveInKeyPolicy, validFor } = kmsActions[action];
  return (
    effectiveInKeyPolicy &&
    validFor !== null &&
    fits(validFor.usages, keyUsage) &&
    fits(validFor.specs, keySpec) &&
    fits(validFor.origins, origin)
  );
}

function fits<Item>(
  allowed: readonly Item[] | null,
  item: Item | undefined,
): boolean {
  return allowed === null || item === undefined || allowed.includes(item);
}

/** Condition keys: those that the policy asks for first, then those that the action carries. */
export function contextSuggestions(
  { policy }: Subject,
  action: string,
): AutosuggestProps.Options {
  const asked = new Set(
    policy.statements.flatMap(({ comparisons }) =>
      comparisons.map(({ key }) => writtenKey(key)),
    ),
  );
  const known = kmsActionNames.find((name) => name === action);
  const carried: readonly string[] =
    known === undefined ? [] : conditionKeysOfAction(known);
  return [
    ...[...asked].map((key) => ({
      value: key,
      labelTag: requestText.asked,
      ...described(key),
    })),
    ...carried
      .filter((key) => !asked.has(key) && !key.includes("${"))
      .map((key) => ({ value: key, ...described(key) })),
  ];
}

function described(key: string) {
  const summary = findConditionKey(key)?.summary;
  return summary === undefined ? {} : { description: summary };
}

/** Values of a condition key: those that the policy wants, then those that there can be. */
export function valueSuggestions(
  { policy }: Subject,
  key: string,
): AutosuggestProps.Options {
  const name = key.trim().toLowerCase();
  const wanted = policy.statements.flatMap(({ comparisons }) =>
    comparisons.flatMap((one) =>
      one.name === name && one.operator?.name !== "Null"
        ? (one.values ?? [])
        : [],
    ),
  );
  const allowed = findConditionKey(key.trim())?.allowedValues ?? [];
  return [...new Set([...wanted, ...allowed])].map((value) => ({ value }));
}
