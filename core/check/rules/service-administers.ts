import { decidedBy, isAdministrative, isLooking } from "../action-facts.ts";
import type { Examples } from "../example.ts";
import type { JsonObject } from "../../problem/json.ts";
import { listOf } from "../../problem/json.ts";
import { placeIn, policyOfKey } from "../policy-view.ts";
import type { StatementView } from "../policy-view.ts";
import { principalsOfSort } from "../principal-facts.ts";
import type { Report, Rule, RuleSubject } from "../rule.ts";
import { statementFix, withoutTexts } from "../statement-fix.ts";
import { listOfNames } from "../text-list.ts";

/** Services use keys; people and their tools administer them. */
export const serviceAdministers: Rule = {
  family: "services",
  summary: "No service is allowed to administer the key.",
  why: "A service encrypts and decrypts with a key, and makes grants. None of them changes the key policy, the state or the rotation of a key by itself, so such a permission only widens what a mistake can do.",
  mend: "Allow the service what its guide lists, such as kms:Decrypt and kms:GenerateDataKey*.",
  severity: "warning",
  source: {
    title: "AWS KMS Developer Guide, Key policies in AWS KMS, AWS services",
    url: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-services.html",
  },
  check: (subject) => {
    const view = policyOfKey(subject);
    if (view === undefined) return [];
    return view.statements
      .filter(({ effect }) => effect === "Allow")
      .flatMap((statement) => {
        const services = principalsOfSort(statement, "service");
        const texts =
          services.length === 0 ? [] : statement.actions.filter(administers);
        const names = services.map(({ text }) => text);
        return texts.length === 0
          ? []
          : [report(subject, statement, { texts, names })];
      });
  },
};

function administers(text: string): boolean {
  return decidedBy(text).some(isAdministrative);
}

function report(
  subject: RuleSubject,
  statement: StatementView,
  {
    texts,
    names,
  }: { readonly texts: readonly string[]; readonly names: readonly string[] },
): Report {
  const [first = ""] = texts;
  const fix =
    names.length === statement.principals.length
      ? statementFix(subject, statement, {
          title: "Leave what services do with a key",
          edit: (elements) => withoutAdministration(elements, texts),
        })
      : undefined;
  return {
    path: placeIn(statement, ["Action"], first),
    message: `${listOfNames(texts)} ${texts.length === 1 ? "lets" : "let"} ${listOfNames(names)} administer the key`,
    help: "allow the service only what its guide lists, such as kms:Decrypt and kms:GenerateDataKey*",
    ...(fix !== undefined && { fix }),
  };
}

/** What most guides of services ask for. Source: AWS KMS Developer Guide, "Allows key users to use the KMS key". */
const usual = [
  "kms:Encrypt",
  "kms:Decrypt",
  "kms:ReEncrypt*",
  "kms:GenerateDataKey*",
  "kms:DescribeKey",
];

/** The statement without administration: of a pattern that means more, the rest is written out. */
function withoutAdministration(
  elements: JsonObject,
  texts: readonly string[],
): JsonObject | undefined {
  const rests = texts.flatMap((text) => restOf(text));
  const written = [...listOf(elements["Action"]), ...rests];
  return withoutTexts(
    { ...elements, Action: [...new Set(written)] },
    "Action",
    texts,
  );
}

function restOf(text: string): readonly string[] {
  const rest = decidedBy(text).filter(
    (action) => !isAdministrative(action) && !isLooking(action),
  );
  return rest.length > usual.length ? usual : rest;
}

const forService = (actions: string | readonly string[]) => ({
  json: [
    {
      Effect: "Allow",
      Principal: { Service: "delivery.logs.amazonaws.com" },
      Action: actions,
      Resource: "*",
      Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } },
    },
  ],
});

export const examples = (): Examples => [
  {
    bad: forService(["kms:Decrypt", "kms:EnableKey*"]),
    at: "keys[0].policy.statements[0].actions[1]",
    good: forService(["kms:Decrypt", "kms:Describe*", "kms:List*", "kms:Get*"]),
  },
  {
    bad: forService("kms:*"),
    at: "keys[0].policy.statements[0].actions[0]",
    good: forService(["kms:CreateGrant", "kms:Sign"]),
  },
];
