import { isVerbatim } from "../../design/design.ts";
import { parseOperator } from "../../policy/operators.ts";
import { isJsonObject } from "../../problem/json.ts";
import { eachStatement } from "../rule.ts";
import type { Rule } from "../rule.ts";

/** The CDK writes any operator; AWS KMS refuses one that does not exist. */
export const conditionOperator: Rule = {
  summary: "AWS KMS refuses condition operators that do not exist.",
  severity: "error",
  source: "IAM User Guide, Condition operators",
  check: (subject) =>
    eachStatement(subject, (statement, at) => {
      const conditions = isVerbatim(statement)
        ? statement.verbatim["Condition"]
        : statement.conditions;
      const place = isVerbatim(statement)
        ? [...at, "verbatim", "Condition"]
        : [...at, "conditions"];
      return Object.keys(isJsonObject(conditions) ? conditions : {})
        .filter((operator) => parseOperator(operator) === undefined)
        .map((operator) => ({
          path: [...place, operator],
          message: `there is no condition operator \`${operator}\``,
          help: "choose an operator such as StringEquals or ArnLike",
        }));
    }),
};
