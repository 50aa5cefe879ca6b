import { kmsActions } from "../../kms/actions.ts";
import type { Examples } from "../example.ts";
import { statement0 } from "../example.ts";
import { mendedBy } from "../mended-by.ts";
import { placeIn, policyOfKey } from "../policy-view.ts";
import type { StatementView } from "../policy-view.ts";
import type { Rule } from "../rule.ts";
import { statementFix } from "../statement-fix.ts";
import { withoutMember } from "../without-member.ts";

/** What is allowed by exception grows with AWS KMS. */
export const notAction: Rule = {
  family: "least-privilege",
  summary: "A statement that allows something says what, not what else.",
  why: "With `NotAction` it allows every other action of AWS KMS: to change the policy and to delete the key, unless they are excepted, and every action that AWS KMS adds.",
  mend: "List the actions under `Action`.",
  severity: "warning",
  source: {
    title: "IAM User Guide, IAM JSON policy elements: NotAction",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html",
  },
  check: (subject) => {
    const { statements = [], subject: found } = policyOfKey(subject) ?? {};
    return statements.filter(allowsOthers).map((statement) => {
      const actions = statement.covers.filter(
        (name) => kmsActions[name].effectiveInKeyPolicy,
      );
      const isAccount = statement.principals.every(
        ({ type, text }) =>
          type === "AWS" &&
          (text === found?.account ||
            text.endsWith(`::${found?.account ?? ""}:root`)),
      );
      return mendedBy(
        {
          path: placeIn(statement, ["NotAction"]),
          // Its IAM policies still have to allow an action.
          ...(isAccount && { severity: "info" }),
          message:
            actions.length === 0
              ? `${statement.name} excepts every action, and so allows nothing`
              : `${statement.name} allows ${actions.length} actions by \`NotAction\`, and all that AWS KMS adds`,
          help: "list the actions under `Action`",
        },
        statementFix(subject, statement, {
          title:
            actions.length === 0
              ? "Remove the statement"
              : "List the actions under Action",
          edit: (json) =>
            actions.length === 0
              ? undefined
              : { ...withoutMember(json, "NotAction"), Action: actions },
        }),
      );
    });
  },
};

function allowsOthers({ effect, json }: StatementView): boolean {
  return (
    effect === "Allow" &&
    json["NotAction"] !== undefined &&
    json["Action"] === undefined
  );
}

const statement = (effect: string, notActions: string) => ({
  json: [
    {
      Effect: effect,
      Principal: { AWS: "arn:aws:iam::111122223333:role/App" },
      NotAction: notActions,
      Resource: "*",
    },
  ],
});

export const examples = (): Examples => [
  {
    bad: statement("Allow", "kms:PutKeyPolicy"),
    at: `${statement0}.notActions`,
    good: statement("Deny", "kms:PutKeyPolicy"),
  },
  {
    bad: statement("Allow", "kms:*"),
    at: `${statement0}.notActions`,
    good: statement("Deny", "kms:Decrypt"),
  },
];
