import { isVerbatim } from "../../design/design.ts";
import type { Json } from "../../problem/json.ts";
import { listOf, objectOf } from "../../problem/json.ts";
import type { Examples } from "../example.ts";
import { statement0 } from "../example.ts";
import { mendedBy } from "../mended-by.ts";
import { nearestName } from "../near-text.ts";
import { placeIn } from "../policy-view.ts";
import type { StatementView } from "../policy-view.ts";
import type { Fix, Report, Rule, RuleSubject } from "../rule.ts";
import { statementFix } from "../statement-fix.ts";
import {
  eachPrincipal,
  principalTextFix,
  principalTypesOf,
  withTypes,
} from "../written-principals.ts";
import type { WrittenPrincipal } from "../written-principals.ts";

/** There are four types of principals, and AWS KMS knows none of one of them. */
export const principalType: Rule = {
  family: "grammar",
  summary:
    "Principals are of a type that there is, and that AWS KMS knows callers of.",
  why: "AWS KMS refuses the whole policy for a type of principals that there is not. A canonical user ID names an account for Amazon S3 only, and an identity provider that there is not has no users.",
  mend: "Write the principals under `AWS`, `Service` or `Federated`.",
  severity: "error",
  source: {
    title: "IAM User Guide, AWS JSON policy elements: Principal",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html",
  },
  check: (subject) => [
    ...typeReports(subject),
    ...eachPrincipal(subject, (statement, principal) =>
      principalReports(subject, statement, principal),
    ),
  ],
};

const types = ["AWS", "Service", "Federated", "CanonicalUser"] as const;

function typeReports(subject: RuleSubject): readonly Report[] {
  return principalTypesOf(subject)
    .filter(({ type }) => types.every((one) => one !== type))
    .map(({ statement, element, type }) =>
      unknownType(subject, statement, [element, type]),
    );
}

type Place = readonly [element: WrittenPrincipal["element"], type: string];

function unknownType(
  subject: RuleSubject,
  statement: StatementView,
  place: Place,
): Report {
  const [, type] = place;
  const meant = nearestName(type, types);
  return mendedBy(
    {
      path: placeIn(statement, place),
      message: `there are no principals of type \`${type}\``,
      help:
        meant === undefined
          ? "write `AWS`, `Service` or `Federated`"
          : `write \`${meant}\`, if that is meant`,
    },
    meant === undefined
      ? undefined
      : renaming(subject, statement, { place, meant }),
  );
}

function renaming(
  subject: RuleSubject,
  statement: StatementView,
  {
    place: [element, type],
    meant,
  }: { readonly place: Place; readonly meant: string },
): Fix | undefined {
  if (statement.own === undefined || !isVerbatim(statement.own))
    return undefined;
  return statementFix(subject, statement, {
    title: `Write ${meant}`,
    edit: (json) => {
      const { [type]: value = [], ...rest } = objectOf(json[element]);
      return withTypes(json, element, {
        ...rest,
        [meant]: joined(rest[meant], value),
      });
    },
  });
}

function joined(there: Json | undefined, value: Json): Json {
  return there === undefined ? value : [...listOf(there), ...listOf(value)];
}

function principalReports(
  subject: RuleSubject,
  statement: StatementView,
  principal: WrittenPrincipal,
): readonly Report[] {
  const { element, type, text } = principal;
  if (type === "Federated" && isProvider(text)) return [];
  if (type !== "Federated" && type !== "CanonicalUser") return [];
  return [
    mendedBy(
      {
        path: placeIn(statement, [element]),
        severity: "warning",
        message:
          type === "Federated"
            ? `\`${text}\` is no identity provider`
            : `\`${text}\` is a canonical user ID, which no request to AWS KMS comes from`,
        help:
          type === "Federated"
            ? "write the ARN of the provider in IAM, or the domain of a public one such as accounts.google.com"
            : "name the account, a user or a role of it under `AWS`",
      },
      principalTextFix(subject, statement, {
        title: `Remove ${text}`,
        principal,
      }),
    ),
  ];
}

/** Source: IAM User Guide, "AWS JSON policy elements: Principal". */
const publicProviders = new Set([
  "accounts.google.com",
  "cognito-identity.amazonaws.com",
  "graph.facebook.com",
  "www.amazon.com",
]);
const providerArn =
  /^arn:[^:]+:iam::[^:]*(?:\$\{AWS::\w+\}[^:]*)?:(?:saml|oidc)-provider\/.+$/;

function isProvider(text: string): boolean {
  return (
    publicProviders.has(text) || providerArn.test(text) || text.includes("${")
  );
}

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
    bad: statement({ Servce: "logs.us-east-1.amazonaws.com" }),
    at: `${statement0}.verbatim.Principal.Servce`,
    good: statement({ Service: "logs.us-east-1.amazonaws.com" }),
  },
  {
    bad: statement({ aws: "111122223333", Everyone: "*" }),
    at: [
      `${statement0}.verbatim.Principal.aws`,
      `${statement0}.verbatim.Principal.Everyone`,
    ],
    good: statement({ AWS: "111122223333" }),
  },
  {
    bad: statement({
      CanonicalUser:
        "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be",
    }),
    at: `${statement0}.principals`,
    good: statement({ AWS: "*" }),
  },
  {
    bad: statement({ Federated: "token.actions.githubusercontent.com" }),
    at: `${statement0}.principals`,
    good: statement({
      Federated: [
        "cognito-identity.amazonaws.com",
        "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com",
      ],
    }),
  },
];
