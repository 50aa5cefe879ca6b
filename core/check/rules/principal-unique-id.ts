import { isOwned } from "../../design/design.ts";
import type { Examples } from "../example.ts";
import { arn, statement0 } from "../example.ts";
import { mendedBy } from "../mended-by.ts";
import { placeIn } from "../policy-view.ts";
import { isUniqueId } from "../principal-fault.ts";
import type { Rule } from "../rule.ts";
import { eachPrincipal, principalTextFix } from "../written-principals.ts";

/** AWS shows the unique ID of a principal in place of its ARN once it is deleted, and takes no such ID back. */
export const principalUniqueId: Rule = {
  family: "deployment",
  summary: "No principal is the unique ID of a user or role that was deleted.",
  why: "AWS puts the unique ID into a policy as its user or role is deleted. Nobody has that ID any more, a new role of the same name has another, and AWS KMS refuses a policy that is put with it.",
  mend: "Remove the ID; name the new user or role by its ARN where there is one.",
  severity: "error",
  source: {
    title:
      "AWS re:Post, Policy contains a statement with one or more invalid principals",
    url: "https://repost.aws/knowledge-center/kms-policy-error-invalid-principals",
  },
  check: (subject) =>
    eachPrincipal(subject, (statement, principal) => {
      const { element, type, text } = principal;
      if (type !== "AWS" || !isUniqueId(text)) return [];
      const what = kinds[text.slice(0, 4)];
      return [
        mendedBy(
          {
            path: placeIn(statement, [element]),
            // What AWS shows of a key that exists already works as it is.
            ...(!isOwned(subject.key) && { severity: "warning" }),
            message:
              what === undefined
                ? `\`${text}\` is an ID of IAM, and no principal`
                : `\`${text}\` is the ID of a ${what} that was deleted`,
            help: "remove it, or name a principal by its ARN",
          },
          principalTextFix(subject, statement, {
            title: `Remove ${text}`,
            principal,
          }),
        ),
      ];
    }),
};

/** Source: IAM User Guide, "IAM identifiers", unique IDs. */
const kinds: Readonly<Record<string, string>> = {
  AIDA: "user",
  AROA: "role",
  AGPA: "user group",
};

export const examples = (): Examples => [
  {
    bad: arn("AROAEXAMPLEEXAMPLE123"),
    at: `${statement0}.principals`,
    good: arn("arn:aws:iam::111122223333:role/AROAEXAMPLEEXAMPLE123"),
  },
  {
    bad: {
      json: [
        {
          Effect: "Allow",
          Principal: {
            AWS: ["AIDAEXAMPLEEXAMPLE123", "AKIAEXAMPLEEXAMPLE12"],
            CanonicalUser: [],
          },
          Action: "kms:Decrypt",
          Resource: "*",
        },
      ],
    },
    at: [
      `${statement0}.verbatim.Principal`,
      `${statement0}.verbatim.Principal`,
    ],
    good: {
      json: [
        {
          Effect: "Allow",
          Principal: {
            AWS: "arn:aws:iam::111122223333:user/App",
            CanonicalUser: [],
          },
          Action: "kms:Decrypt",
          Resource: "*",
        },
      ],
    },
  },
];
