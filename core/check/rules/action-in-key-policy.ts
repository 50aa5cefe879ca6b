import { isVerbatim } from "../../design/design.ts";
import { kmsActions } from "../../kms/actions.ts";
import { expandAction } from "../../words/capability-words.ts";
import { eachStatement } from "../rule.ts";
import type { Report, Rule } from "../rule.ts";

/** Actions that exist but do nothing here, and actions that do not exist. */
export const actionInKeyPolicy: Rule = {
  summary: "An action in a key policy should be one that a key policy decides.",
  severity: "warning",
  source: "AWS KMS Developer Guide, AWS KMS permissions",
  check: (subject) =>
    eachStatement(subject, (statement, path) =>
      isVerbatim(statement)
        ? []
        : (statement.actions ?? []).flatMap((action, position) =>
            actionReports(action).map((report) => ({
              ...report,
              path: [...path, "actions", position],
            })),
          ),
    ),
};

function actionReports(action: string): readonly Omit<Report, "path">[] {
  const covered = expandAction(action);
  if (covered.length === 0)
    return [
      {
        message: `no action of AWS KMS is called \`${action}\`, so it does nothing in a key policy`,
        help: "check the spelling, or remove it",
      },
    ];
  if (covered.some((name) => kmsActions[name].effectiveInKeyPolicy)) return [];
  return [
    {
      message: `\`${action}\` does nothing in a key policy: only IAM policies decide it`,
      help: "remove it here and allow it in an IAM policy",
    },
  ];
}
