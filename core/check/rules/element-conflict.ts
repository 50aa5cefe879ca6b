import { eachAsFound } from "../as-found.ts";
import type { Examples } from "../example.ts";
import { statement0 } from "../example.ts";
import { mendedBy } from "../mended-by.ts";
import { placeIn } from "../policy-view.ts";
import type { StatementView } from "../policy-view.ts";
import type { Fix, Report, Rule, RuleSubject } from "../rule.ts";
import { statementFix } from "../statement-fix.ts";
import { withoutMember } from "../without-member.ts";

/** An element says what a statement is about, another what it is not about; AWS refuses both together. */
export const elementConflict: Rule = {
  family: "grammar",
  summary:
    "A statement has an element or the one that excepts from everything, such as Action or NotAction, not both.",
  why: "AWS KMS refuses the whole policy for a statement with both.",
  mend: "Keep one of the two.",
  severity: "error",
  source: {
    title: "IAM User Guide, Grammar of the IAM JSON policy language",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html",
  },
  check: (subject) =>
    eachAsFound(subject, (statement) =>
      pairs.flatMap((pair) => bothReports(subject, statement, pair)),
    ),
};

const pairs = [
  ["Principal", "NotPrincipal"],
  ["Action", "NotAction"],
  ["Resource", "NotResource"],
] as const;

function bothReports(
  subject: RuleSubject,
  statement: StatementView,
  [name, not]: readonly [string, string],
): readonly Report[] {
  const { written } = statement;
  if (written[name] === undefined || written[not] === undefined) return [];
  return [
    mendedBy(
      {
        path: placeIn(statement, [not]),
        message: `${statement.name} has both \`${name}\` and \`${not}\``,
        help: "keep one of the two",
      },
      without(subject, statement, not),
      without(subject, statement, name),
    ),
  ];
}

function without(
  subject: RuleSubject,
  statement: StatementView,
  element: string,
): Fix | undefined {
  return statementFix(subject, statement, {
    title: `Remove ${element}`,
    edit: (json) => withoutMember(json, element),
  });
}

const template = (more: string) => ({
  template: `
Resources:
  Key:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy:
        Version: "2012-10-17"
        Statement:
          - Sid: ""
            Effect: Allow
            Principal: {AWS: "111122223333"}
            Action: "kms:*"
            Resource: "*"
            ${more}
`,
});

export const examples = (): Examples => [
  {
    bad: template("NotAction: kms:PutKeyPolicy"),
    at: `${statement0}.verbatim.NotAction`,
    good: template("Condition: {Bool: {aws:SecureTransport: true}}"),
  },
];
