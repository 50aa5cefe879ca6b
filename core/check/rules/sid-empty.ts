import type { Examples } from "../example.ts";
import { statement0 } from "../example.ts";
import { mendedBy } from "../mended-by.ts";
import { placeIn, policyOfKey } from "../policy-view.ts";
import type { Rule } from "../rule.ts";
import { statementFix } from "../statement-fix.ts";
import { withoutMember } from "../without-member.ts";

/** A Sid may be left out; an empty one says nothing and is no better. */
export const sidEmpty: Rule = {
  family: "grammar",
  summary: "A Sid is not empty.",
  why: "A Sid names its statement in findings and reviews. An empty one names nothing, and two of them are the same.",
  mend: "Say what the statement is for, or leave the Sid out.",
  severity: "info",
  source: {
    title: "IAM User Guide, IAM JSON policy elements: Sid",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html",
  },
  check: (subject) => {
    const { statements = [] } = policyOfKey(subject) ?? {};
    return statements
      .filter(({ written }) => written["Sid"] === "")
      .map((statement) =>
        mendedBy(
          {
            path: placeIn(statement, ["Sid"]),
            message: `the Sid of ${statement.name} is empty`,
            help: "say what the statement is for, or leave the Sid out",
          },
          statementFix(subject, statement, {
            title: "Remove the Sid",
            edit: (json) => withoutMember(json, "Sid"),
          }),
        ),
      );
  },
};

export const examples = (): Examples => [
  {
    bad: {
      json: [
        {
          Sid: "",
          Effect: "Allow",
          Principal: { AWS: "111122223333" },
          Action: "kms:Decrypt",
          Resource: "*",
        },
      ],
    },
    at: `${statement0}.verbatim.Sid`,
    good: {
      json: [
        {
          Sid: "Allow use of the key",
          Effect: "Allow",
          Principal: { AWS: "111122223333" },
          Action: "kms:Decrypt",
          Resource: "*",
        },
      ],
    },
  },
];
