import { isVerbatim } from "../../design/design.ts";
import { isIntrinsic } from "../../policy/intrinsic.ts";
import { eachAsFound, placeOfWhole } from "../as-found.ts";
import type { Examples } from "../example.ts";
import { statement0 } from "../example.ts";
import { mendedBy } from "../mended-by.ts";
import { policyOfKey } from "../policy-view.ts";
import type { StatementView } from "../policy-view.ts";
import type { Report, Rule, RuleSubject } from "../rule.ts";
import { removeStatement, statementFix } from "../statement-fix.ts";

/** AWS KMS needs four elements in each statement, and has taken statements without some of them for mere decoration. */
export const elementMissing: Rule = {
  family: "grammar",
  summary: "A statement has Effect, Principal, Action and Resource.",
  why: "AWS KMS refuses a statement without Effect or Principal. One without Action or Resource it used to take and to ignore; it announced to refuse it from 18 August 2025 on.",
  mend: 'Add the element; the resource of a key policy is "*".',
  severity: "error",
  source: {
    title: "AWS KMS Developer Guide, Creating a key policy",
    url: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html",
  },
  check: (subject) => [
    ...eachAsFound(subject, (statement) =>
      pairs.flatMap((pair) => pairReports(subject, statement, pair)),
    ),
    ...effectReports(subject),
  ],
};

const pairs = [
  ["Principal", "NotPrincipal"],
  ["Action", "NotAction"],
  ["Resource", "NotResource"],
] as const;

type Pair = (typeof pairs)[number];

function pairReports(
  subject: RuleSubject,
  statement: StatementView,
  [name, not]: Pair,
): readonly Report[] {
  const { written } = statement;
  if (written[name] !== undefined || written[not] !== undefined) return [];
  const isResource = name === "Resource";
  return [
    mendedBy(
      {
        path: placeOfWhole(statement),
        message: `${statement.name} has no \`${name}\``,
        help: `add \`${name}\`${isResource ? ', which is "*" in a key policy' : ""}`,
      },
      isResource
        ? setting(subject, statement, ["Resource", "*"])
        : removeStatement(subject, statement),
    ),
  ];
}

function setting(
  subject: RuleSubject,
  statement: StatementView,
  [name, value]: readonly [string, string],
) {
  return statementFix(subject, statement, {
    title: `Write ${name} "${value}"`,
    edit: (json) => ({ ...json, [name]: value }),
  });
}

/** A statement that is kept as JSON may lack its Effect, which the CDK then writes for it. */
function effectReports(subject: RuleSubject): readonly Report[] {
  const { statements = [] } = policyOfKey(subject) ?? {};
  return statements.flatMap((statement) => {
    const { own, written } = statement;
    const json = own !== undefined && isVerbatim(own) ? own.verbatim : written;
    if (json["Effect"] !== undefined || isIntrinsic(json)) return [];
    const isAdded = written["Effect"] !== undefined;
    return [
      mendedBy(
        {
          path: placeOfWhole(statement),
          ...(isAdded && { severity: "warning" }),
          message: `${statement.name} has no \`Effect\`${isAdded ? ", and the CDK takes it for `Allow`" : ""}`,
          help: "say whether it is `Allow` or `Deny`",
        },
        setting(subject, statement, ["Effect", "Allow"]),
        setting(subject, statement, ["Effect", "Deny"]),
      ),
    ];
  });
}

const template = (statement: string) => ({
  template: `
Resources:
  Key:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy:
        Version: "2012-10-17"
        Statement:
          - ${statement}
`,
});

const role = '{AWS: "arn:aws:iam::111122223333:role/App"}';

export const examples = (): Examples => [
  {
    bad: template(
      `{Sid: "", Effect: Allow, Principal: ${role}, Action: "kms:*"}`,
    ),
    at: `${statement0}.verbatim`,
    good: template(
      `{Sid: "", Effect: Allow, Principal: ${role}, Action: "kms:*", Resource: "*"}`,
    ),
  },
  {
    bad: template(
      `{Principal: ${role}, NotAction: "kms:PutKeyPolicy", Resource: "*"}`,
    ),
    at: `${statement0}.verbatim`,
    good: template(
      `{Effect: Deny, Principal: ${role}, NotAction: "kms:PutKeyPolicy", NotResource: "*"}`,
    ),
  },
  {
    bad: {
      json: [
        {
          Principal: { AWS: "arn:aws:iam::111122223333:role/App" },
          Action: "kms:Decrypt",
          Resource: "*",
        },
      ],
    },
    at: `${statement0}.verbatim`,
    good: {
      json: [
        {
          Effect: "Allow",
          Principal: { AWS: "arn:aws:iam::111122223333:role/App" },
          Action: "kms:Decrypt",
          Resource: "*",
        },
      ],
    },
  },
];
