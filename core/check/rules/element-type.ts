import { parseOperator } from "../../policy/operators.ts";
import { isIntrinsic } from "../../policy/intrinsic.ts";
import type { Json } from "../../problem/json.ts";
import { isJsonList, isJsonObject, listOf } from "../../problem/json.ts";
import { eachAsFound } from "../as-found.ts";
import type { Examples } from "../example.ts";
import { statement0 } from "../example.ts";
import { mendedBy } from "../mended-by.ts";
import { placeIn } from "../policy-view.ts";
import type { StatementView } from "../policy-view.ts";
import { principalFault } from "../principal-fault.ts";
import type { Report, Rule, RuleSubject } from "../rule.ts";
import { statementFix } from "../statement-fix.ts";

/** AWS refuses a statement of which an element has a wrong form. */
export const elementType: Rule = {
  family: "grammar",
  summary:
    "Each element of a statement has the form that the policy language asks for.",
  why: "AWS KMS refuses the whole policy for one element of a wrong form.",
  mend: "Write the element in the form of the policy language.",
  severity: "error",
  source: {
    title: "IAM User Guide, Grammar of the IAM JSON policy language",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html",
  },
  check: (subject) =>
    eachAsFound(subject, (statement) =>
      Object.entries(forms).flatMap(([element, form]) =>
        formReports(subject, statement, [element, form]),
      ),
    ),
};

/** What an element must be. */
interface Form {
  readonly words: string;
  readonly fits: (value: Json) => boolean;
  /** The form of a value that is meant otherwise. */
  readonly mended?: (value: Json) => Json | undefined;
}

const texts: Form = {
  words: "a text or a list of texts",
  fits: (value) => listOf(value).every(isText),
};

const principal: Form = {
  words: '`"*"` or an object such as `{"AWS": …}`',
  fits: (value) => value === "*" || isJsonObject(value),
  mended: (value) =>
    listOf(value).every(
      (one) => typeof one === "string" && principalFault(one) === undefined,
    )
      ? { AWS: value }
      : undefined,
};

const forms: Readonly<Record<string, Form>> = {
  Sid: { words: "a text", fits: isText },
  Effect: {
    words: "`Allow` or `Deny`",
    fits: (value) =>
      value === "Allow" || value === "Deny" || isIntrinsic(value),
    mended: (value) =>
      ["Allow", "Deny"].find(
        (one) =>
          typeof value === "string" &&
          value.trim().toLowerCase() === one.toLowerCase(),
      ),
  },
  Principal: principal,
  NotPrincipal: principal,
  Action: texts,
  NotAction: texts,
  Resource: texts,
  NotResource: texts,
  Condition: {
    words: "operators with their condition keys",
    fits: isConditionForm,
  },
};

function isText(value: Json): boolean {
  return typeof value === "string" || isIntrinsic(value);
}

function isConditionForm(value: Json): boolean {
  if (!isJsonObject(value)) return false;
  return (
    isIntrinsic(value) ||
    Object.entries(value).every(
      ([operator, keys]) =>
        parseOperator(operator) === undefined || isKeys(keys),
    )
  );
}

function isKeys(keys: Json): boolean {
  return isJsonObject(keys) && Object.values(keys).every((one) => one !== null);
}

function formReports(
  subject: RuleSubject,
  statement: StatementView,
  [element, { words, fits, mended }]: readonly [string, Form],
): readonly Report[] {
  const value = statement.written[element];
  if (value === undefined || fits(value)) return [];
  const by = mended?.(value);
  return [
    mendedBy(
      {
        path: placeIn(statement, [element]),
        message: `\`${element}\` must be ${words}, and is ${sayJson(value)}`,
        help: "write it in that form",
      },
      by === undefined
        ? undefined
        : statementFix(subject, statement, {
            title: `Write ${element} ${JSON.stringify(by)}`,
            edit: (json) => ({ ...json, [element]: by }),
          }),
    ),
  ];
}

function sayJson(value: Json): string {
  if (isJsonList(value)) return "a list";
  if (isJsonObject(value)) return "an object";
  return `\`${JSON.stringify(value)}\``;
}

const template = (effect: string, principals: string, more = "") => ({
  template: `
Resources:
  Key:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy:
        Version: "2012-10-17"
        Statement:
          - Effect: ${effect}
            Principal: ${principals}
            Action: "kms:*"
            Resource: "*"${more}
`,
});

const account = '{AWS: "111122223333"}';

export const examples = (): Examples => [
  {
    bad: template("allow", account),
    at: `${statement0}.verbatim.Effect`,
    good: template("Allow", account),
  },
  {
    bad: template("Allow", '"arn:aws:iam::111122223333:root"'),
    at: `${statement0}.verbatim.Principal`,
    good: template("Allow", '"*"'),
  },
  {
    bad: template("Allow", account, "\n            Condition: {Bool: []}"),
    at: `${statement0}.verbatim.Condition`,
    good: template(
      "Allow",
      account,
      "\n            Condition: {Fn::If: [A, {Bool: {aws:SecureTransport: true}}, {Ref: AWS::NoValue}]}",
    ),
  },
];
