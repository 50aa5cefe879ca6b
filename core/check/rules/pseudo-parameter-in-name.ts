import { isVerbatim } from "../../design/design.ts";
import type { Json } from "../../problem/json.ts";
import { isJsonList, isJsonObject } from "../../problem/json.ts";
import { eachStatement } from "../rule.ts";
import type { Rule } from "../rule.ts";
import type { Examples } from "../example.ts";
import { statement0 } from "../example.ts";

/** CloudFormation replaces pseudo parameters in values only, so AWS KMS would see the text as it is. */
export const pseudoParameterInName: Rule = {
  family: "portability",
  summary: "A pseudo parameter cannot stand in a condition operator or key.",
  why: "CloudFormation replaces values, not names: the policy would hold the pseudo parameter as text.",
  mend: "Move the pseudo parameter into the value.",
  severity: "error",
  source: {
    title: "CloudFormation User Guide, Pseudo parameters reference",
    url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html",
  },
  check: (subject) =>
    eachStatement(subject, (statement, at) => {
      const [place, value] = isVerbatim(statement)
        ? ["verbatim", statement.verbatim]
        : ["conditions", statement.conditions ?? {}];
      return namesOf(value)
        .filter((name) => name.includes("${AWS::"))
        .map((name) => ({
          path: [...at, place],
          message: `\`${name}\` has a pseudo parameter where CloudFormation takes a plain name`,
          help: "write the name out",
        }));
    }),
};

function namesOf(value: Json): readonly string[] {
  if (isJsonList(value)) return value.flatMap(namesOf);
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => [
    name,
    ...namesOf(member),
  ]);
}

export const examples = (): Examples => [
  {
    bad: { statement: { conditions: { Bool: { "${AWS::Region}": true } } } },
    at: `${statement0}.conditions`,
    good: {
      statement: { conditions: { StringEquals: { a: "${AWS::Region}" } } },
    },
  },
];
