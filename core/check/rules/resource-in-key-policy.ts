import { isVerbatim } from "../../design/design.ts";
import { eachStatement } from "../rule.ts";
import type { Rule } from "../rule.ts";

/** In a key policy the only resource is the key itself. */
export const resourceInKeyPolicy: Rule = {
  summary: 'The resource of a key policy statement is the key itself, "*".',
  severity: "warning",
  source: "AWS KMS Developer Guide, Key policies",
  check: (subject) =>
    eachStatement(subject, (statement, path) => {
      if (isVerbatim(statement)) return [];
      const { resources = [] } = statement;
      if (resources.length === 0 || resources.includes("*")) return [];
      return [
        {
          path: [...path, "resources"],
          message: `the statement is for \`${resources.join("`, `")}\`, and does nothing unless that is this key`,
          help: 'write "*", which in a key policy means this key',
        },
      ];
    }),
};
