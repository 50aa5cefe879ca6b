import { addressRange } from "../../evaluate/addresses.ts";
import { readDate } from "../../evaluate/dates.ts";
import { readNumber } from "../../evaluate/numbers.ts";
import { conditionOperators } from "../../policy/operators.ts";
import type { OperatorName } from "../../policy/operators.ts";
import { matchesWildcard } from "../../policy/wildcard.ts";
import type { JsonObject } from "../../problem/json.ts";
import { textsOf } from "../../problem/json.ts";
import type { Examples } from "../example.ts";
import { statement0 } from "../example.ts";
import { mendedBy } from "../mended-by.ts";
import { placeIn, policyOfKey } from "../policy-view.ts";
import type { StatementView } from "../policy-view.ts";
import type { Report, Rule, RuleSubject } from "../rule.ts";
import { statementFix, withoutTexts } from "../statement-fix.ts";
import { listOfNames } from "../text-list.ts";
import {
  eachCondition,
  nameOf,
  placeOf,
  withValues,
} from "../written-conditions.ts";
import type { WrittenCondition } from "../written-conditions.ts";
import { principalTextFix, typesOf } from "../written-principals.ts";

/** What another member of the same list covers says nothing more. */
export const redundantValues: Rule = {
  family: "grammar",
  summary: "Each action, resource and value of a list adds something to it.",
  why: "What another member covers makes the statement longer and seem narrower: kms:Decrypt besides kms:* looks like a limit and is none.",
  mend: "Remove what is covered, or what covers it if that is too much.",
  severity: "info",
  source: {
    title: "IAM User Guide, IAM Access Analyzer policy check reference",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html",
  },
  check: (subject) => {
    const { statements = [] } = policyOfKey(subject) ?? {};
    return [
      ...statements.flatMap((statement) =>
        statement.own === undefined
          ? []
          : [
              ...elements.flatMap((element) =>
                elementReports(subject, statement, element),
              ),
              ...principalReports(subject, statement),
            ],
      ),
      ...eachCondition(subject, (condition) =>
        condition.texts.length < 2 ? [] : valueReports(subject, condition),
      ),
    ];
  },
};

const elements = ["Action", "NotAction", "Resource"] as const;
type Element = (typeof elements)[number];

function elementReports(
  subject: RuleSubject,
  statement: StatementView,
  element: Element,
): readonly Report[] {
  const texts = textsOf(statement.written[element]);
  if (texts.length < 2 || !texts.some((text) => /[*?]/.test(text))) return [];
  // Resources without "*" are what another rule is about.
  if (element === "Resource" && !texts.includes("*")) return [];
  const ignoreCase = element.endsWith("Action");
  const idle = covered(texts, (pattern, text) =>
    matchesWildcard(pattern, text, { ignoreCase }),
  );
  if (idle.size === 0) return [];
  return [
    mendedBy(
      {
        path: placeIn(statement, [element]),
        message: sayAll(idle),
        help,
      },
      statementFix(subject, statement, {
        title: "Remove what is covered",
        edit: (json) =>
          element === "Resource"
            ? { ...json, Resource: "*" }
            : withoutTexts(json, element, [...idle.keys()]),
      }),
    ),
  ];
}

const help = "remove what is covered, or what covers it if that is too much";

type Covers = (pattern: string, text: string) => boolean;

/** The members that another one covers, with that one; of two that cover each other the second. */
function covered(
  texts: readonly string[],
  covers: Covers,
): ReadonlyMap<string, string> {
  const idle = new Map<string, string>();
  for (const [at, text] of texts.entries()) {
    const by = texts.find(
      (other, place) =>
        place !== at &&
        covers(other, text) &&
        (place < at || !covers(text, other)),
    );
    if (by !== undefined) idle.set(text, by);
  }
  return idle;
}

function sayAll(idle: ReadonlyMap<string, string>): string {
  const by = [...new Set(idle.values())];
  const verb = by.length === 1 ? "covers" : "cover";
  return `${listOfNames(by)} ${verb} ${listOfNames([...idle.keys()])}`;
}

/** `*` covers every principal of type `AWS`. */
function principalReports(
  subject: RuleSubject,
  statement: StatementView,
): readonly Report[] {
  const { AWS: value } = typesOf(statement.written["Principal"]);
  const texts = textsOf(value);
  const others = texts.filter((text) => text !== "*");
  if (others.length === texts.length || others.length === 0) return [];
  return [
    mendedBy(
      {
        path: placeIn(statement, ["Principal"]),
        message: `\`*\` covers ${listOfNames(others)}`,
        help,
      },
      ...["*", ...others].map((text) =>
        principalTextFix(subject, statement, {
          title: `Remove ${text}`,
          principal: { element: "Principal", type: "AWS", text },
        }),
      ),
    ),
  ];
}

function valueReports(
  subject: RuleSubject,
  condition: WrittenCondition,
): readonly Report[] {
  const { parsed, texts } = condition;
  const covers = parsed && coversOf(parsed.name);
  const idle =
    covers === undefined
      ? new Map<string, string>()
      : covered(
          texts.filter((text) => !text.includes("${")),
          covers,
        );
  if (idle.size === 0) return [];
  return [
    mendedBy(
      {
        path: placeOf(condition),
        message: `${sayAll(idle)} under ${nameOf(condition)}`,
        help,
      },
      withValues(subject, condition, {
        title: "Remove what is covered",
        by: (value) => (idle.has(String(value)) ? undefined : value),
      }),
    ),
  ];
}

/** When one value of an operator makes another needless; undefined where that is never so. */
function coversOf(name: OperatorName): Covers | undefined {
  switch (conditionOperators[name].type) {
    case "string":
      return name.endsWith("Like")
        ? (pattern, text) => matchesWildcard(pattern, text)
        : undefined;
    case "arn":
      return coversArn;
    case "numeric":
      return ordered(name, readNumber);
    case "date":
      return ordered(name, readDate);
    case "ip":
      return coversRange;
    default:
      return undefined;
  }
}

function coversArn(pattern: string, text: string): boolean {
  const [one, other] = [partsOf(pattern), partsOf(text)];
  return one.every((part, at) => matchesWildcard(part, other[at] ?? ""));
}

/** The six parts of an ARN; the last one keeps its colons. */
function partsOf(text: string): readonly string[] {
  const parts = text.split(":");
  return [...parts.slice(0, 5), parts.slice(5).join(":")];
}

function ordered(
  name: OperatorName,
  read: (text: string) => number | undefined,
): Covers | undefined {
  const sign = signs.find(([word]) => name.includes(word))?.[1];
  if (sign === undefined) return undefined;
  return (one, other) => {
    const [a, b] = [read(one), read(other)];
    return a !== undefined && b !== undefined && (a - b) * sign >= 0;
  };
}

/** Of several limits the one that lets most through decides. */
const signs = [
  ["Less", 1],
  ["Greater", -1],
] as const;

function coversRange(one: string, other: string): boolean {
  const [wide, narrow] = [addressRange(one), addressRange(other)];
  return (
    wide !== undefined &&
    narrow !== undefined &&
    wide.bits === narrow.bits &&
    wide.first <= narrow.first &&
    wide.last >= narrow.last
  );
}

const statement = (more: JsonObject) => ({
  json: [
    {
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::111122223333:role/App" },
      Action: ["kms:Decrypt", "kms:DescribeKey"],
      Resource: "*",
      ...more,
    },
  ],
});
const under = (operator: string, key: string, ...values: readonly string[]) =>
  statement({ Condition: { [operator]: { [key]: values } } });
const at = (operator: string, key: string) =>
  `${statement0}.conditions.${operator}["${key}"]`;
const age = "aws:MultiFactorAuthAge";

export const examples = (): Examples => [
  {
    bad: statement({ Action: ["kms:Decrypt", "KMS:*", "kms:ReEncrypt*"] }),
    at: `${statement0}.actions`,
    good: statement({ Action: ["kms:ReEncrypt*", "kms:Re*Policy"] }),
  },
  {
    bad: statement({
      Principal: { AWS: ["*", "arn:aws:iam::111122223333:role/App"] },
    }),
    at: `${statement0}.principals`,
    good: statement({ Principal: { AWS: "*" } }),
  },
  {
    bad: under("NumericLessThan", age, "3600", "60"),
    at: at("NumericLessThan", age),
    good: under("NumericEquals", age, "3600", "60"),
  },
  {
    bad: under("ArnLike", "aws:SourceArn", "arn:aws:s3:::*", "arn:aws:s3:::a"),
    at: at("ArnLike", "aws:SourceArn"),
    good: under("ArnLike", "aws:SourceArn", "arn:aws:s3:::a*", "arn:aws:sns:*"),
  },
  {
    bad: under("IpAddress", "aws:SourceIp", "203.0.113.9", "203.0.113.0/24"),
    at: at("IpAddress", "aws:SourceIp"),
    good: under("StringLike", "aws:userid", "AROA*:one", "AROA*:two"),
  },
];
