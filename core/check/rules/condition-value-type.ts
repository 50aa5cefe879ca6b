import { addressRange } from "../../evaluate/addresses.ts";
import { readDate } from "../../evaluate/dates.ts";
import { readNumber } from "../../evaluate/numbers.ts";
import type {
  ConditionKeyRow,
  ConditionKeyType,
} from "../../kms/conditions/row.ts";
import { conditionOperators, printOperator } from "../../policy/operators.ts";
import type {
  Operator,
  OperatorName,
  OperatorType,
} from "../../policy/operators.ts";
import { matchesWildcard } from "../../policy/wildcard.ts";
import type { Json } from "../../problem/json.ts";
import type { Examples } from "../example.ts";
import { statement0 } from "../example.ts";
import { mendedBy } from "../mended-by.ts";
import type { Report, Rule, RuleSubject } from "../rule.ts";
import {
  eachCondition,
  nameOf,
  placeOf,
  renamed,
  withoutCondition,
  withValues,
} from "../written-conditions.ts";
import type { WrittenCondition } from "../written-conditions.ts";

/** An operator compares numbers, dates, addresses or texts; a value or a key of another type does not fit it. */
export const conditionValueType: Rule = {
  family: "grammar",
  summary:
    "The operator of a condition fits the type of the condition key, and the values fit the operator.",
  why: "AWS KMS takes a condition that compares a text as a number. What cannot be read matches nothing, and what its contrary does is not documented.",
  mend: "Choose the operator for the type of the condition key, and write values of that type.",
  severity: "warning",
  source: {
    title: "IAM User Guide, IAM JSON policy elements: Condition operators",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html",
  },
  check: (subject) =>
    eachCondition(subject, (condition) => {
      const { parsed } = condition;
      if (parsed === undefined || parsed.name === "Null") return [];
      const report =
        mixedReport(subject, condition) ??
        valueReport(subject, condition, parsed) ??
        typeReport(subject, condition, parsed) ??
        truthReport(subject, condition, parsed);
      return report === undefined ? [] : [report];
    }),
};

function mixedReport(
  subject: RuleSubject,
  condition: WrittenCondition,
): Report | undefined {
  const types = new Set(condition.plain.map((value) => typeof value));
  if (types.size < 2) return undefined;
  return mendedBy(
    {
      path: placeOf(condition),
      message: `${nameOf(condition)} has values of different types of JSON`,
      help: "write all of them as texts",
    },
    withValues(subject, condition, {
      title: "Write them as texts",
      by: String,
    }),
  );
}

/** What values an operator reads. */
interface Values {
  readonly are: string;
  readonly such: string;
  readonly reads: (text: string) => boolean;
}

const base64 =
  /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

const values: Readonly<Partial<Record<OperatorType, Values>>> = {
  numeric: {
    are: "numbers",
    such: "30",
    reads: (text) => readNumber(text) !== undefined,
  },
  date: {
    are: "dates",
    such: "2026-11-28T12:00:00Z",
    reads: (text) => readDate(text) !== undefined && !isRunTogether(text),
  },
  boolean: {
    are: "`true` or `false`",
    such: "true",
    reads: (text) => /^(?:true|false)$/i.test(text),
  },
  ip: {
    are: "IP addresses and ranges of them",
    such: "203.0.113.0/24",
    reads: (text) => addressRange(text) !== undefined,
  },
  binary: {
    are: "texts in Base64",
    such: "QmluYXJ5",
    reads: (text) => base64.test(text),
  },
  // What AWS makes of `*` in place of an ARN is not documented.
  arn: {
    are: "ARNs of six parts",
    such: "arn:aws:iam::111122223333:role/App",
    reads: (text) => text === "*" || isArnPattern(text),
  },
};

/** A date without its hyphens, which is read as seconds since 1970. */
function isRunTogether(text: string): boolean {
  return /^(?:19|20)\d{6}$/.test(text);
}

function isArnPattern(text: string): boolean {
  const [first = "", ...others] = text.split(":");
  return others.length >= 5 && matchesWildcard(first, "arn");
}

function valueReport(
  subject: RuleSubject,
  condition: WrittenCondition,
  { name }: Operator,
): Report | undefined {
  const fitting = values[conditionOperators[name].type];
  // Policy variables are what another rule is about.
  const odd = condition.texts.filter(
    (text) => !text.includes("${") && fitting?.reads(text) === false,
  );
  if (fitting === undefined || odd.length === 0) return undefined;
  const isRun = odd.every(isRunTogether);
  return mendedBy(
    {
      path: placeOf(condition),
      message: isRun
        ? `\`${odd.join("`, `")}\` under \`${condition.operator}\` is read as seconds since 1970`
        : `\`${odd.join("`, `")}\` under \`${condition.operator}\` cannot be read: its values are ${fitting.are}`,
      help: `write a value such as \`${fitting.such}\``,
    },
    isRun
      ? withValues(subject, condition, {
          title: "Write dates with hyphens",
          by: (value) =>
            isRunTogether(String(value))
              ? String(value).replace(/^(.{4})(..)/, "$1-$2-")
              : value,
        })
      : undefined,
  );
}

const typesOfOperators: Readonly<
  Partial<Record<OperatorType, ConditionKeyType>>
> = {
  string: "String",
  arn: "ARN",
  numeric: "Numeric",
  date: "Date",
  boolean: "Bool",
  ip: "IpAddress",
};

/** How well the type of an operator goes with that of a key. */
type Fit = "well" | "usable" | "badly";

function fitOf(type: OperatorType, row: ConditionKeyRow): Fit {
  const ofOperator = typesOfOperators[type];
  const types = [row.type, ...(row.otherTypes ?? [])];
  if (types.some((one) => one === ofOperator)) return "well";
  if (ofOperator === "String") return usableAsTexts[row.type] ?? "badly";
  // Texts that a person chooses may hold anything.
  const isFree = row.type === "String" && row.allowedValues === null;
  if (ofOperator === "ARN" && isFree) return "well";
  return isFree && ofOperator !== undefined && ofOperator !== "Numeric"
    ? "usable"
    : "badly";
}

const usableAsTexts: Readonly<Partial<Record<ConditionKeyType, Fit>>> = {
  ARN: "well",
  Bool: "usable",
  Numeric: "usable",
};

/** Tags and encryption contexts hold what a person puts there. */
const ownText = /^(?:aws:\w+tag\/|kms:encryptioncontext:)/;
/** Moments that requests give in seconds since 1970. Source: AWS KMS Developer Guide, kms:ValidTo. */
const inSeconds: ReadonlySet<string> = new Set(["kms:validto"]);

function typeReport(
  subject: RuleSubject,
  condition: WrittenCondition,
  parsed: Operator,
): Report | undefined {
  const { row, name } = condition;
  if (row === undefined || ownText.test(name)) return undefined;
  const { type } = conditionOperators[parsed.name];
  if (type === "numeric" && inSeconds.has(name)) return undefined;
  const fit = fitOf(type, row);
  if (fit === "well") return undefined;
  const by = operatorFor(row.type, condition, parsed);
  return mendedBy(
    {
      path: placeOf(condition),
      ...(fit === "usable" && { severity: "info" }),
      message: `${nameOf(condition)} compares ${typeWords[row.type]} by an operator for ${operatorWords(parsed.name)}`,
      help:
        by === undefined
          ? `choose an operator for ${typeWords[row.type]}`
          : `write \`${by}\``,
    },
    by === undefined
      ? undefined
      : renamed(subject, condition, { title: `Write ${by}`, operator: by }),
  );
}

const typeWords: Readonly<Record<ConditionKeyType, string>> = {
  String: "texts",
  ARN: "ARNs",
  Bool: "`true` and `false`",
  Numeric: "numbers",
  Date: "dates",
  IpAddress: "IP addresses",
};

function operatorWords(name: OperatorName): string {
  const type = typesOfOperators[conditionOperators[name].type];
  return type === undefined ? "Base64" : typeWords[type];
}

const equalities: Readonly<
  Record<ConditionKeyType, readonly [OperatorName, OperatorName?]>
> = {
  String: ["StringEquals", "StringNotEquals"],
  ARN: ["ArnEquals", "ArnNotEquals"],
  Bool: ["Bool"],
  Numeric: ["NumericEquals", "NumericNotEquals"],
  Date: ["DateEquals", "DateNotEquals"],
  IpAddress: ["IpAddress", "NotIpAddress"],
};

/** The operator of a type that says the same; undefined where there is none, or the values do not fit it. */
function operatorFor(
  type: ConditionKeyType,
  { texts }: WrittenCondition,
  parsed: Operator,
): string | undefined {
  if (/Less|Greater/.test(parsed.name)) return undefined;
  const [is, isNot] = equalities[type];
  const name = parsed.name.includes("Not") ? isNot : is;
  if (name === undefined) return undefined;
  const fitting = values[conditionOperators[name].type];
  return texts.every((text) => fitting?.reads(text) !== false)
    ? printOperator({ ...parsed, name })
    : undefined;
}

/** Both truths together are no question. */
function truthReport(
  subject: RuleSubject,
  condition: WrittenCondition,
  { name, prefix }: Operator,
): Report | undefined {
  if (name !== "Bool" || prefix !== undefined) return undefined;
  const meant = new Set(condition.texts.map((text) => text.toLowerCase()));
  if (meant.size < 2) return undefined;
  return mendedBy(
    {
      path: placeOf(condition),
      message: `${nameOf(condition)} takes both \`true\` and \`false\`, and so every request that has the key`,
      help: "keep one of the two",
    },
    withoutCondition(subject, condition, "Remove the condition"),
  );
}

const asking = (operator: string, key: string, value: Json) => ({
  json: [
    {
      Effect: "Allow",
      Principal: { AWS: "111122223333" },
      Action: "kms:*",
      Resource: "*",
      Condition: { [operator]: { [key]: value } },
    },
  ],
});
const at = (operator: string, key: string) =>
  `${statement0}.conditions.${operator}["${key}"]`;
const seconds = "aws:MultiFactorAuthAge";
const forResource = "kms:GrantIsForAWSResource";

export const examples = (): Examples => [
  {
    bad: asking("NumericLessThan", seconds, "one hour"),
    at: at("NumericLessThan", seconds),
    good: asking("NumericLessThan", seconds, "3600"),
  },
  {
    bad: asking("DateGreaterThan", "aws:CurrentTime", "20261128"),
    at: at("DateGreaterThan", "aws:CurrentTime"),
    good: asking("DateGreaterThan", "aws:EpochTime", "1795860000"),
  },
  {
    bad: asking("StringEquals", forResource, "true"),
    at: at("StringEquals", forResource),
    good: asking("Bool", forResource, true),
  },
  {
    bad: asking("NumericEquals", "aws:SourceAccount", 111122223333),
    at: at("NumericEquals", "aws:SourceAccount"),
    good: asking(
      "ArnLike",
      "kms:EncryptionContext:aws:logs:arn",
      "arn:aws:logs:*:111122223333:log-group:*",
    ),
  },
  {
    bad: asking("Bool", forResource, ["true", "false"]),
    at: at("Bool", forResource),
    good: asking("StringLike", "aws:SourceArn", "arn:aws:sns:*"),
  },
];
