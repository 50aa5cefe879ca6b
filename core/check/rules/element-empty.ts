import { isVerbatim } from "../../design/design.ts";
import type { Json } from "../../problem/json.ts";
import { isJsonList, isJsonObject } from "../../problem/json.ts";
import { eachAsFound } from "../as-found.ts";
import type { Examples } from "../example.ts";
import { statement0 } from "../example.ts";
import { mendedBy } from "../mended-by.ts";
import { placeIn, policyOfKey } from "../policy-view.ts";
import type { StatementView } from "../policy-view.ts";
import type { Report, Rule, RuleSubject } from "../rule.ts";
import { removeStatement } from "../statement-fix.ts";

/** An element that lists nothing makes a statement about nothing. */
export const elementEmpty: Rule = {
  family: "grammar",
  summary: "No element of a statement is empty.",
  why: "A statement about no principal, no action or no resource applies to no request, whatever else it says.",
  mend: "Say what the statement is about, or remove it.",
  severity: "warning",
  source: {
    title: "IAM User Guide, IAM Access Analyzer policy check reference",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html",
  },
  check: (subject) => [
    ...eachAsFound(subject, (statement) =>
      elements
        .filter((name) => statement.written[name] !== undefined)
        .filter((name) => isEmpty(statement.written[name]))
        .map((name) => emptyReport(subject, statement, name)),
    ),
    ...nobodyReports(subject),
  ],
};

function emptyReport(
  subject: RuleSubject,
  statement: StatementView,
  name: string,
): Report {
  const excepts = name.startsWith("Not");
  return mendedBy(
    {
      path: placeIn(statement, [name]),
      message: excepts
        ? `\`${name}\` of ${statement.name} is empty, so it excepts nothing`
        : `\`${name}\` is empty, so ${statement.name} does nothing`,
      help: excepts
        ? "say what it excepts, or what the statement is about"
        : "say what it is about, or remove the statement",
    },
    excepts ? undefined : removeStatement(subject, statement),
  );
}

const elements = [
  "Principal",
  "NotPrincipal",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
] as const;

function isEmpty(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === "") return true;
  if (isJsonList(value)) return value.every(isEmpty);
  return isJsonObject(value) && Object.values(value).every(isEmpty);
}

/** The CDK leaves out a list of principals that is empty, and so the element. */
function nobodyReports(subject: RuleSubject): readonly Report[] {
  const { statements = [] } = policyOfKey(subject) ?? {};
  return statements.flatMap((statement) => {
    const { own, written } = statement;
    if (own === undefined || !isVerbatim(own) || own.raw === true) return [];
    return (["Principal", "NotPrincipal"] as const).flatMap((element) => {
      const value = own.verbatim[element];
      // One that is empty as a whole is refused by the CDK.
      if (!isJsonObject(value) || Object.keys(value).length === 0) return [];
      if (written[element] !== undefined || !isEmpty(value)) return [];
      return [
        mendedBy(
          {
            path: placeIn(statement, [element]),
            severity: "error",
            message: `\`${element}\` of ${statement.name} names nobody, so AWS gets it without`,
            help: "name a principal, or remove the statement",
          },
          removeStatement(subject, statement),
        ),
      ];
    });
  });
}

const template = (action: string) => ({
  template: `
Resources:
  Key:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: {AWS: "111122223333"}
            Action: ${action}
            Resource: "*"
`,
});

const statement = (principal: Json) => ({
  json: [
    {
      Effect: "Allow",
      Principal: principal,
      Action: "kms:Decrypt",
      Resource: "*",
    },
  ],
});

export const examples = (): Examples => [
  {
    bad: template("[]"),
    at: `${statement0}.verbatim.Action`,
    good: template('"kms:*"'),
  },
  {
    bad: template("[]\n            NotResource: []"),
    at: [`${statement0}.verbatim.Action`, `${statement0}.verbatim.NotResource`],
    good: template('"kms:*"\n            Condition: {}'),
  },
  {
    bad: statement({ AWS: [] }),
    at: `${statement0}.verbatim.Principal`,
    good: statement({ AWS: [], Service: "logs.us-east-1.amazonaws.com" }),
  },
];
