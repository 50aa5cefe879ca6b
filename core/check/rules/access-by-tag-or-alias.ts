import type { KmsAction } from "../../kms/actions.ts";
import type { Examples } from "../example.ts";
import { placeOf } from "../own-condition.ts";
import { policyOfKey } from "../policy-view.ts";
import type { ConditionView, StatementView } from "../policy-view.ts";
import { principalsOfSort } from "../principal-facts.ts";
import type { Report, Rule } from "../rule.ts";
import { listOfNames } from "../text-list.ts";

/** Where a tag or an alias opens a key, whoever sets it opens the key. */
export const accessByTagOrAlias: Rule = {
  family: "least-privilege",
  summary:
    "Where a tag or an alias decides about access, only administrators set it.",
  why: "A principal that may tag the key or move its aliases then decides who may use the key, though it may not change the key policy.",
  mend: "Leave tags and aliases to administrators, or compare something else than a tag or an alias.",
  severity: "info",
  source: {
    title: "AWS KMS Developer Guide, ABAC for AWS KMS",
    url: "https://docs.aws.amazon.com/kms/latest/developerguide/abac.html",
  },
  check: (subject) => {
    const view = policyOfKey(subject);
    if (view === undefined) return [];
    const { statements } = view;
    return statements.flatMap((statement) =>
      statement.conditions.flatMap((condition) => {
        const found = settingBehind(condition);
        if (found === undefined) return [];
        const setters = settersOf(statements, found.actions);
        return setters.length === 0
          ? []
          : [report(statement, condition, { ...found, setters })];
      }),
    );
  },
};

/** What of a key a condition asks for, and the actions that set it. */
interface Setting {
  readonly words: string;
  readonly actions: readonly KmsAction[];
}

const settings: Readonly<Record<string, Setting>> = {
  "aws:resourcetag/": {
    words: "tag the key",
    actions: ["kms:TagResource", "kms:UntagResource"],
  },
  "kms:requestalias": {
    words: "set its aliases",
    actions: ["kms:CreateAlias", "kms:UpdateAlias"],
  },
};

function settingBehind({ key }: ConditionView): Setting | undefined {
  const lower = key.toLowerCase();
  const name = Object.keys(settings).find((one) => lower.startsWith(one));
  return name === undefined ? undefined : settings[name];
}

/** Whoever may set it and may not change the key policy, which decides more. */
function settersOf(
  statements: readonly StatementView[],
  actions: readonly KmsAction[],
): readonly string[] {
  const allowing = (those: readonly KmsAction[]) =>
    new Set(
      statements
        .filter(
          ({ effect, covers }) =>
            effect === "Allow" &&
            those.some((action) => covers.includes(action)),
        )
        .flatMap((statement) => principalsOfSort(statement, "identity"))
        .map(({ text }) => text),
    );
  const administrators = allowing(["kms:PutKeyPolicy"]);
  return [...allowing(actions)].filter((text) => !administrators.has(text));
}

function report(
  statement: StatementView,
  condition: ConditionView,
  { words, setters }: Setting & { readonly setters: readonly string[] },
): Report {
  return {
    path: placeOf(statement, condition),
    message: `${listOfNames(setters)} may ${words}, which decides what ${statement.name} ${statement.effect === "Deny" ? "denies" : "allows"}`,
    help: "leave that to administrators, or compare something else here",
  };
}

const statement = (role: string, more: object) => ({
  Effect: "Allow",
  Principal: { AWS: `arn:aws:iam::111122223333:role/${role}` },
  Resource: "*",
  ...more,
});
const byTag = statement("App", {
  Action: "kms:Decrypt",
  Condition: { StringEquals: { "aws:ResourceTag/stage": "prod" } },
});
const byAlias = statement("App", {
  Action: "kms:Decrypt",
  Condition: { StringEquals: { "kms:RequestAlias": "alias/orders" } },
});

export const examples = (): Examples => [
  {
    bad: { json: [byTag, statement("Ops", { Action: "kms:TagResource" })] },
    at: `keys[0].policy.statements[0].conditions.StringEquals["aws:ResourceTag/stage"]`,
    good: {
      json: [
        byTag,
        statement("Ops", { Action: ["kms:TagResource", "kms:Put*"] }),
      ],
    },
  },
  {
    bad: { json: [byAlias, statement("Ops", { Action: "kms:*Alias" })] },
    at: `keys[0].policy.statements[0].conditions.StringEquals["kms:RequestAlias"]`,
    good: { json: [byAlias, statement("Ops", { Action: "kms:TagResource" })] },
  },
];
