import { kmsActions } from "../../kms/actions.ts";
import { actionsOf } from "../actions-of.ts";
import type { Examples } from "../example.ts";
import { statement0 } from "../example.ts";
import { mendedBy } from "../mended-by.ts";
import { eachOwnTexts, textsFix } from "../own-texts.ts";
import type { Rule } from "../rule.ts";

/** Actions that exist and that a key policy does not decide. */
export const actionInKeyPolicy: Rule = {
  family: "kms-facts",
  summary: "An action in a key policy should be one that a key policy decides.",
  why: "A statement with such an action looks as if it gave a permission and gives none.",
  mend: "Remove the action here; allow it in an IAM policy where it is needed.",
  severity: "warning",
  source: {
    title: "AWS KMS Developer Guide, AWS KMS permissions",
    url: "https://docs.aws.amazon.com/kms/latest/developerguide/kms-api-permissions-reference.html",
  },
  check: (subject) =>
    eachOwnTexts(subject, ["Action"], (own) =>
      own.texts.filter(isIdle).map((text) =>
        mendedBy(
          {
            path: own.placeOf(text),
            // AWS's own examples have it, and nothing comes of that.
            ...(isRetireGrant(text) && { severity: "info" }),
            message: `\`${text}\` does nothing in a key policy: only ${deciderOf(text)}`,
            help: "remove it here and allow it in an IAM policy",
          },
          textsFix(subject, own, {
            title: `Remove ${text}`,
            by: (one) => (one === text ? undefined : one),
          }),
        ),
      ),
    ),
};

function isIdle(text: string): boolean {
  // All that begin so are many, and most of them have an effect.
  if (text === "*" || text === "kms:*") return false;
  const covered = actionsOf(text);
  return (
    covered.length > 0 &&
    covered.every((name) => !kmsActions[name].effectiveInKeyPolicy)
  );
}

function isRetireGrant(text: string): boolean {
  return text.toLowerCase() === "kms:retiregrant";
}

/** Source: AWS KMS API Reference, RetireGrant. */
function deciderOf(text: string): string {
  return isRetireGrant(text)
    ? "the grant and IAM policies decide it"
    : "IAM policies decide it";
}

export const examples: Examples = [
  {
    bad: { statement: { actions: ["kms:ListKeys"] } },
    at: `${statement0}.actions[0]`,
    good: { statement: { actions: ["kms:List*"] } },
  },
  {
    bad: {
      json: [
        {
          Effect: "Allow",
          Principal: { AWS: "arn:aws:iam::111122223333:role/App" },
          Action: ["kms:CreateGrant", "kms:RetireGrant", "kms:CreateKey"],
          Resource: "*",
        },
      ],
    },
    at: [`${statement0}.actions[1]`, `${statement0}.actions[2]`],
    good: {
      json: [
        {
          Effect: "Allow",
          Principal: { AWS: "arn:aws:iam::111122223333:role/App" },
          Action: ["kms:CreateGrant", "kms:RevokeGrant", "kms:Create*"],
          Resource: "*",
        },
      ],
    },
  },
  {
    bad: {
      statement: {
        verbatim: {
          Effect: "Allow",
          Principal: { AWS: "arn:aws:iam::111122223333:role/App" },
          Action: "kms:GenerateRandom",
          Resource: "*",
          Condition: {},
        },
      },
    },
    at: `${statement0}.verbatim.Action`,
    good: {
      statement: {
        verbatim: {
          Effect: "Allow",
          Principal: { AWS: "arn:aws:iam::111122223333:role/App" },
          Action: "kms:GenerateMac",
          Resource: "*",
          Condition: {},
        },
      },
    },
  },
];
