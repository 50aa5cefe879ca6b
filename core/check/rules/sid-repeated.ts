import type { Examples } from "../example.ts";
import { placeIn, policyOfKey } from "../policy-view.ts";
import type { StatementView } from "../policy-view.ts";
import type { Report, Rule, RuleSubject } from "../rule.ts";
import { statementFix } from "../statement-fix.ts";

/** AWS takes a policy in which two statements have one Sid, and so its reports cannot tell them apart. */
export const sidRepeated: Rule = {
  family: "grammar",
  summary: "Each Sid belongs to one statement.",
  why: "Findings, logs and reviews name statements by their Sid. IAM asks for a Sid that is unique within the policy.",
  mend: "Give the statement a Sid of its own, or none.",
  severity: "warning",
  source: {
    title: "IAM User Guide, IAM JSON policy elements: Sid",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html",
  },
  check: (subject) => {
    const { statements = [] } = policyOfKey(subject) ?? {};
    const seen = new Set<string>();
    return statements.flatMap((statement) => {
      const { sid } = statement;
      if (sid === undefined) return [];
      if (seen.has(sid)) return [repeated(subject, statement, sid)];
      seen.add(sid);
      return [];
    });
  },
};

function repeated(
  subject: RuleSubject,
  statement: StatementView,
  sid: string,
): Report {
  const fix = statementFix(subject, statement, {
    title: "Remove the Sid",
    edit: ({ Sid: _sid, ...rest }) => rest,
  });
  return {
    path: placeIn(statement, ["Sid"]),
    message: `statement ${statement.index + 1} has the Sid \`${sid}\` of an earlier statement`,
    help: "give it a Sid of its own, or none",
    ...(fix !== undefined && { fix }),
  };
}

export const examples = (): Examples => [
  {
    bad: {
      json: [
        {
          Sid: "Use",
          Effect: "Allow",
          Principal: { AWS: "arn:aws:iam::111122223333:role/App" },
          Action: "kms:Decrypt",
          Resource: "*",
        },
        {
          Sid: "Use",
          Effect: "Allow",
          Principal: { AWS: "arn:aws:iam::111122223333:role/Backup" },
          Action: "kms:Encrypt",
          Resource: "*",
        },
      ],
    },
    at: "keys[0].policy.statements[1].sid",
    good: {
      json: [
        {
          Sid: "Use",
          Effect: "Allow",
          Principal: { AWS: "arn:aws:iam::111122223333:role/App" },
          Action: "kms:Decrypt",
          Resource: "*",
        },
        {
          Sid: "Backup",
          Effect: "Allow",
          Principal: { AWS: "arn:aws:iam::111122223333:role/Backup" },
          Action: "kms:Encrypt",
          Resource: "*",
        },
      ],
    },
  },
];
