import { isOwned, isVerbatim } from "../../design/design.ts";
import type { Statement } from "../../design/design.ts";
import { keysOf } from "../../kms/keys-of.ts";
import {
  conditionOperators,
  parseOperator,
  printOperator,
} from "../../policy/operators.ts";
import { isJsonObject } from "../../problem/json.ts";
import type { Examples } from "../example.ts";
import { statement0 } from "../example.ts";
import { mendedBy } from "../mended-by.ts";
import { nearestName } from "../near-text.ts";
import { eachStatement, keyFix } from "../rule.ts";
import type { Fix, Rule, RuleSubject } from "../rule.ts";

/** The CDK writes any operator; AWS KMS refuses one that does not exist. */
export const conditionOperator: Rule = {
  family: "grammar",
  summary: "AWS KMS refuses condition operators that do not exist.",
  why: "AWS KMS refuses the whole policy for one operator that does not exist.",
  mend: "Choose an operator of the policy language, such as StringEquals or ArnLike.",
  severity: "error",
  source: {
    title: "IAM User Guide, Condition operators",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html",
  },
  check: (subject) =>
    eachStatement(subject, (statement, at) => {
      const place = isVerbatim(statement)
        ? [...at, "verbatim", "Condition"]
        : [...at, "conditions"];
      return Object.keys(blockOf(statement))
        .filter((operator) => !isOperator(operator))
        .map((operator) => {
          const meant = meantBy(operator);
          return mendedBy(
            {
              path: [...place, operator],
              message: `there is no condition operator \`${operator}\``,
              help:
                meant === undefined
                  ? "choose an operator such as StringEquals or ArnLike"
                  : `write \`${meant}\`, if that is meant`,
            },
            meant === undefined
              ? undefined
              : replacing(subject, Number(at.at(-1)), [operator, meant]),
          );
        });
    }),
};

function blockOf(statement: Statement) {
  const { Condition: json } = isVerbatim(statement) ? statement.verbatim : {};
  const block = isVerbatim(statement) ? json : statement.conditions;
  return isJsonObject(block) ? block : {};
}

/** A function of a template stands for operators that are not known here. */
function isOperator(text: string): boolean {
  return text.startsWith("Fn::") || parseOperator(text) !== undefined;
}

const names = keysOf(conditionOperators);
const parts = /^(?<prefix>[^:]*:)?(?<name>\w+?)(?<end>ifexists)?$/i;

/** The operator that was meant, as far as that is plain. */
function meantBy(text: string): string | undefined {
  const groups = parts.exec(text)?.groups;
  const name = nearestName(groups?.["name"] ?? "", names);
  if (name === undefined) return undefined;
  const prefix = nearestName(groups?.["prefix"]?.slice(0, -1) ?? "", [
    "ForAllValues",
    "ForAnyValue",
  ]);
  if (groups?.["prefix"] !== undefined && prefix === undefined)
    return undefined;
  const ifExists = groups?.["end"] !== undefined && name !== "Null";
  return printOperator({
    name,
    ifExists,
    ...(prefix !== undefined && { prefix }),
  });
}

/** Writes another operator; undefined where that stands there already. */
function replacing(
  { key }: RuleSubject,
  index: number,
  [text, by]: readonly [string, string],
): Fix | undefined {
  if (!isOwned(key)) return undefined;
  const { statements } = key.policy;
  const changed = statements.map((one, at) =>
    at === index ? withOperator(one, text, by) : one,
  );
  if (statements[index] !== undefined && by in blockOf(statements[index]))
    return undefined;
  return keyFix(`Write ${by}`, key, {
    policy: { ...key.policy, statements: changed },
  });
}

function withOperator(
  statement: Statement,
  text: string,
  by: string,
): Statement {
  const rename = <Value>(block: Readonly<Record<string, Value>>) =>
    Object.fromEntries(
      Object.entries(block).map(([name, value]) => [
        name === text ? by : name,
        value,
      ]),
    );
  if (!isVerbatim(statement))
    return { ...statement, conditions: rename(statement.conditions ?? {}) };
  const { Condition: block } = statement.verbatim;
  return {
    ...statement,
    verbatim: {
      ...statement.verbatim,
      Condition: rename(isJsonObject(block) ? block : {}),
    },
  };
}

export const examples: Examples = [
  {
    bad: { statement: { conditions: { StringEqual: { a: "b" } } } },
    at: `${statement0}.conditions.StringEqual`,
    good: {
      statement: {
        conditions: { "ForAnyValue:StringEqualsIfExists": { a: "b" } },
      },
    },
  },
  {
    bad: {
      statement: {
        verbatim: {
          Effect: "Allow",
          Principal: "*",
          Action: "kms:Sign",
          Resource: "*",
          Condition: { Nul: { a: "true" } },
        },
      },
    },
    at: `${statement0}.verbatim.Condition.Nul`,
    good: {
      statement: {
        verbatim: {
          Effect: "Allow",
          Principal: "*",
          Action: "kms:Sign",
          Resource: "*",
          Condition: { Null: { a: "true" } },
        },
      },
    },
  },
  {
    bad: {
      statement: {
        conditions: {
          NullIfExists: { "aws:SourceArn": "true" },
          Equals: { "aws:SourceAccount": "111122223333" },
        },
      },
    },
    at: [
      `${statement0}.conditions.NullIfExists`,
      `${statement0}.conditions.Equals`,
    ],
    good: {
      statement: { conditions: { Null: { "aws:SourceArn": "true" } } },
    },
  },
];
