import { isVerbatim } from "../../design/design.ts";
import type { Examples } from "../example.ts";
import { statement0 } from "../example.ts";
import { mendedBy } from "../mended-by.ts";
import { placeIn } from "../policy-view.ts";
import { principalFault } from "../principal-fault.ts";
import type { Rule } from "../rule.ts";
import { eachPrincipal, principalTextFix } from "../written-principals.ts";

/** What `principal-form` is for principals of the design, for those of statements that are kept as JSON. */
export const principalArn: Rule = {
  family: "grammar",
  summary:
    "A principal in a statement that is kept as JSON can be a principal.",
  why: "AWS KMS refuses the whole policy for one principal that cannot be one.",
  mend: "Correct the ARN or the account ID, or remove the principal.",
  severity: "error",
  source: {
    title: "IAM User Guide, AWS JSON policy elements: Principal",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html",
  },
  check: (subject) =>
    eachPrincipal(subject, (statement, principal) => {
      const { element, type, text } = principal;
      const { own } = statement;
      if (own === undefined || !isVerbatim(own) || type !== "AWS") return [];
      const fault = principalFault(text);
      if (fault === undefined) return [];
      return [
        mendedBy(
          { path: placeIn(statement, [element, type]), ...fault },
          principalTextFix(subject, statement, {
            title: `Remove ${text}`,
            principal,
          }),
        ),
      ];
    }),
};

const kept = (...principals: readonly string[]) => ({
  json: [
    {
      Sid: "",
      Effect: "Allow",
      Principal: { AWS: principals },
      Action: "kms:Decrypt",
      Resource: "*",
    },
  ],
});
const at = `${statement0}.verbatim.Principal.AWS`;

export const examples = (): Examples => [
  {
    bad: kept("arn:aws:iam::12345:role/App", "111122223333"),
    at,
    good: kept("arn:aws:iam::111122223333:role/team/App", "111122223333"),
  },
  {
    bad: kept("App", "arn:aws:iam::111122223333:group/Keys"),
    at: [at, at],
    good: kept("*", "AROAEXAMPLEEXAMPLE123"),
  },
  {
    bad: kept("arn:aws:iam::111122223333:role/*"),
    at,
    good: kept("arn:aws:sts::111122223333:assumed-role/App/session"),
  },
];
