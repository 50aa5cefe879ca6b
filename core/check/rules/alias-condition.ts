import type { Json } from "../../problem/json.ts";
import { textsOf } from "../../problem/json.ts";
import { testsOf } from "../condition-tests.ts";
import type { ConditionTest } from "../condition-tests.ts";
import type { Examples } from "../example.ts";
import { conditionFix, placeOf, withValues } from "../own-condition.ts";
import { policyOfKey } from "../policy-view.ts";
import type { StatementView } from "../policy-view.ts";
import type { Report, Rule, RuleSubject } from "../rule.ts";
import { listOfNames } from "../text-list.ts";

/** Conditions on aliases compare names, and a key policy sees only the one that the request names. */
export const aliasCondition: Rule = {
  family: "kms-facts",
  summary:
    "A condition on an alias compares its name, and one that key policies can ask for.",
  why: "AWS KMS compares alias names such as alias/orders: an alias ARN, or a name without alias/, never matches. The aliases that a key has are known in IAM policies only.",
  mend: "Write the name of the alias, and use kms:RequestAlias in a key policy.",
  severity: "warning",
  source: {
    title: "AWS KMS Developer Guide, kms:RequestAlias and kms:ResourceAliases",
    url: "https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-request-alias",
  },
  check: (subject) => {
    const view = policyOfKey(subject);
    if (view === undefined) return [];
    return view.statements.flatMap((statement) =>
      testsOf(view, statement).flatMap((test) => [
        ...notHere(statement, test),
        ...namedWrongly(subject, statement, test),
      ]),
    );
  },
};

/** Condition keys that key policies do not see. */
function notHere(
  statement: StatementView,
  test: ConditionTest,
): readonly Report[] {
  if (test.row === undefined || test.row.usableInKeyPolicy) return [];
  return [
    {
      path: placeOf(statement, test),
      message: `\`${test.key}\` works in IAM policies only, so this condition is never true here`,
      help: "ask for it in an IAM policy, or compare kms:RequestAlias, the alias that the request names",
    },
  ];
}

const aliasKeys: ReadonlySet<string> = new Set([
  "kms:requestalias",
  "kms:resourcealiases",
]);
const aliasArn = /^arn:.*:alias\//s;
const prefix = "alias/";

function namedWrongly(
  subject: RuleSubject,
  statement: StatementView,
  test: ConditionTest,
): readonly Report[] {
  if (!aliasKeys.has(test.lower) || test.parsed?.name === "Null") return [];
  const isPattern = test.parsed?.name.endsWith("Like") === true;
  const wrong = textsOf(test.values).filter((text) => !isName(text, isPattern));
  if (wrong.length === 0) return [];
  const fix = conditionFix(subject, statement, {
    condition: test,
    title: "Write the names of the aliases",
    edit: (elements) =>
      withValues(elements, test, (values) =>
        values.map((value) => nameOf(value, wrong)),
      ),
  });
  return [
    {
      path: placeOf(statement, test),
      message: `\`${test.key}\` is an alias name, which ${listOfNames(wrong)} is not, so it never matches`,
      help: "write the name with alias/ before it, such as alias/orders",
      ...(fix !== undefined && { fix }),
    },
  ];
}

/** The text can be what an alias is called; only CloudFormation may know how it begins. */
function isName(text: string, isPattern: boolean): boolean {
  if (aliasArn.test(text)) return false;
  const known = text.slice(
    0,
    text.search(isPattern ? /[*?]|\$\{|$/ : /\$\{|$/),
  );
  return (
    known.startsWith(prefix) || (prefix.startsWith(known) && known !== text)
  );
}

function nameOf(value: Json, wrong: readonly string[]): Json {
  return typeof value === "string" &&
    (aliasArn.test(value) || wrong.includes(value))
    ? nameIn(value)
    : value;
}

function nameIn(text: string): string {
  return aliasArn.test(text)
    ? text.replace(aliasArn, prefix)
    : `${prefix}${text.replace(/^\/+/, "")}`;
}

const asking = (key: string, operator: string, value: Json) => ({
  json: [
    {
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::111122223333:role/App" },
      Action: "kms:Decrypt",
      Resource: "*",
      Condition: { [operator]: { [key]: value } },
    },
  ],
});
const at = (operator: string, key: string) =>
  `keys[0].policy.statements[0].conditions.${operator}["${key}"]`;

export const examples = (): Examples => [
  {
    bad: asking(
      "kms:RequestAlias",
      "StringEquals",
      "arn:aws:kms:us-east-1:111122223333:alias/orders",
    ),
    at: at("StringEquals", "kms:RequestAlias"),
    good: asking("kms:RequestAlias", "StringEquals", "alias/orders"),
  },
  {
    bad: asking("kms:RequestAlias", "StringLike", ["orders*", "alias/x"]),
    at: at("StringLike", "kms:RequestAlias"),
    good: asking("kms:RequestAlias", "StringLike", ["al*", "alias/x"]),
  },
  {
    bad: asking(
      "kms:ResourceAliases",
      "ForAnyValue:StringEquals",
      "alias/orders",
    ),
    at: `keys[0].policy.statements[0].conditions["ForAnyValue:StringEquals"]["kms:ResourceAliases"]`,
    good: asking("kms:RequestAlias", "Null", "false"),
  },
];
