import { isVerbatim } from "../../design/design.ts";
import type { Json } from "../../problem/json.ts";
import { isJsonList, isJsonObject } from "../../problem/json.ts";
import { eachStatement } from "../rule.ts";
import type { Rule } from "../rule.ts";

/** CloudFormation replaces pseudo parameters in values only, so AWS KMS would see the text as it is. */
export const pseudoParameterInName: Rule = {
  summary: "A pseudo parameter cannot stand in a condition operator or key.",
  severity: "error",
  source: "AWS CloudFormation User Guide, Pseudo parameters reference",
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
