import { statementElements } from "../../policy/elements.ts";
import { eachAsFound } from "../as-found.ts";
import type { Examples } from "../example.ts";
import { statement0 } from "../example.ts";
import { mendedBy } from "../mended-by.ts";
import { nearestName } from "../near-text.ts";
import { placeIn } from "../policy-view.ts";
import type { StatementView } from "../policy-view.ts";
import type { Report, Rule, RuleSubject } from "../rule.ts";
import { statementFix } from "../statement-fix.ts";

/** AWS refuses a statement with an element that there is not. */
export const elementUnknown: Rule = {
  family: "grammar",
  summary: "A statement has no other elements than the policy language.",
  why: "AWS KMS refuses the whole policy for one element that there is not. Their names are written with capital letters.",
  mend: "Correct the name of the element, or remove it.",
  severity: "error",
  source: {
    title: "IAM User Guide, IAM JSON policy element reference",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html",
  },
  check: (subject) =>
    eachAsFound(subject, (statement) =>
      Object.keys(statement.written)
        .filter((name) => !statementElements.has(name))
        .filter((name) => !name.startsWith("Fn::"))
        .map((name) => reportOf(subject, statement, name)),
    ),
};

const names = [...statementElements];

function reportOf(
  subject: RuleSubject,
  statement: StatementView,
  name: string,
): Report {
  const meant = nearestName(name, names);
  const isFree = meant !== undefined && statement.written[meant] === undefined;
  const edited = (by: string | undefined) =>
    statementFix(subject, statement, {
      title: by === undefined ? `Remove ${name}` : `Write ${by}`,
      edit: (json) =>
        Object.fromEntries(
          Object.entries(json).flatMap(([one, value]) => {
            if (one !== name) return [[one, value]];
            return by === undefined ? [] : [[by, value]];
          }),
        ),
    });
  return mendedBy(
    {
      path: placeIn(statement, [name]),
      message: `\`${name}\` is not an element of a statement`,
      help:
        meant === undefined
          ? "remove it, or check its spelling and case"
          : `write \`${meant}\`, if that is meant`,
    },
    isFree ? edited(meant) : undefined,
    edited(undefined),
  );
}

const template = (name: string) => ({
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
            Action: "kms:*"
            ${name}: "*"
`,
});

export const examples = (): Examples => [
  {
    bad: template("Resources"),
    at: `${statement0}.verbatim.Resources`,
    good: template("Resource"),
  },
];
