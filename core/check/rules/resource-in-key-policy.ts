import type { Stack } from "../../design/design.ts";
import { parseArn } from "../../policy/arn.ts";
import { matchesWildcard } from "../../policy/wildcard.ts";
import { stackOf } from "../../synth/synthesize.ts";
import type { Examples } from "../example.ts";
import { east, statement0 } from "../example.ts";
import { mendedBy } from "../mended-by.ts";
import { eachOwnTexts, textsFix } from "../own-texts.ts";
import type { OwnTexts } from "../own-texts.ts";
import type { Report, Rule, RuleSubject } from "../rule.ts";

/** In a key policy the only resource is the key itself. */
export const resourceInKeyPolicy: Rule = {
  family: "grammar",
  summary: 'The resource of a key policy statement is the key itself, "*".',
  why: "A statement for another resource has no effect on the key that the policy is attached to.",
  mend: 'Write "*", which in a key policy means this key.',
  severity: "warning",
  source: {
    title: "AWS KMS Developer Guide, Creating a key policy",
    url: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html",
  },
  check: (subject) => {
    // A policy that names one key all over was written for it.
    const named = new Set<string>();
    eachOwnTexts(subject, ["Resource"], ({ texts }) => {
      for (const text of texts) if (isKeyArn(text)) named.add(text);
      return [];
    });
    return eachOwnTexts(subject, ["Resource", "NotResource"], (own) => {
      if (!own.isWhole || own.texts.length === 0) return [];
      return own.element === "Resource"
        ? resourceReports(subject, own, named.size === 1)
        : exceptionReports(subject, own);
    });
  },
};

function resourceReports(
  subject: RuleSubject,
  own: OwnTexts,
  isOneKey: boolean,
): readonly Report[] {
  if (own.texts.includes("*")) return [];
  const stack = stackOf(subject.design, subject.key);
  const open = own.texts.filter((text) => isPatternOfKey(text, stack));
  const may =
    open.length > 0 ||
    (isOneKey &&
      own.texts.some((text) => isKeyArn(text) && isPlaced(text, stack)));
  const names = `\`${own.texts.join("`, `")}\``;
  return [
    mendedBy(
      {
        path: own.path,
        ...(may && { severity: "info" }),
        message:
          open.length > 0
            ? `the statement is for ${names}, and this key is the only one of them that it is about`
            : `the statement is for ${names}, and does nothing unless that is this key`,
        help: 'write "*", which in a key policy means this key',
      },
      textsFix(subject, own, { title: 'Write "*"', by: () => "*" }),
    ),
  ];
}

function exceptionReports(
  subject: RuleSubject,
  own: OwnTexts,
): readonly Report[] {
  const names = `\`${own.texts.join("`, `")}\``;
  const path = own.path;
  if (own.texts.includes("*"))
    return [
      mendedBy(
        {
          path,
          message: "the statement excepts every resource, and so does nothing",
          help: "remove the statement, or say what it is for",
        },
        textsFix(subject, own, {
          title: "Remove the statement",
          by: () => undefined,
        }),
      ),
    ];
  return [
    mendedBy(
      {
        path,
        message: `the statement excepts ${names}, and is about this key unless that is it`,
        help: 'write `Resource` with "*", which in a key policy means this key',
      },
      textsFix(subject, own, {
        title: 'Write Resource "*"',
        by: () => "*",
        as: "Resource",
      }),
    ),
  ];
}

/** A text with wildcards that the ARN of the key, which nobody knows before there is one, may match. */
function isPatternOfKey(text: string, stack: Stack): boolean {
  const arn = parseArn(text);
  return (
    arn !== undefined &&
    /[*?]/.test(text) &&
    matchesWildcard(arn.service, "kms") &&
    matchesWildcard(arn.resource, someKey) &&
    isPlaced(text, stack)
  );
}

/** The ARN of one key. */
function isKeyArn(text: string): boolean {
  return /^arn:[^:*]+:kms:[a-z0-9-]+:\d{12}:key\/[\w-]+$/.test(text);
}

/** The ARN is of the Region and the account of the stack, as far as these are known. */
function isPlaced(text: string, { region, account }: Stack): boolean {
  const arn = parseArn(text);
  return (
    arn !== undefined && fits(arn.region, region) && fits(arn.account, account)
  );
}

const someKey = "key/1234abcd-12ab-34cd-56ef-1234567890ab";

/** A part of an ARN that may be what is known of the stack; a parameter may be anything. */
function fits(part: string, known: string | undefined): boolean {
  return (
    known === undefined || part.includes("${") || matchesWildcard(part, known)
  );
}

export const examples: Examples = [
  {
    bad: { statement: { resources: ["arn:aws:kms:eu-west-1:1:key/2"] } },
    at: `${statement0}.resources`,
    good: {
      statement: { resources: ["*", "arn:aws:kms:eu-west-1:1:key/2"] },
    },
  },
  {
    bad: {
      stack: east,
      json: [
        {
          Effect: "Allow",
          Principal: { AWS: "arn:aws:iam::111122223333:role/App" },
          Action: "kms:Decrypt",
          Resource: "arn:aws:kms:*:111122223333:key/*",
        },
        {
          Effect: "Allow",
          Principal: { AWS: "arn:aws:iam::111122223333:role/App" },
          Action: "kms:Encrypt",
          Resource: "arn:aws:kms:us-east-1:111122223333:key/k",
        },
      ],
    },
    at: [
      "keys[0].policy.statements[0].resources",
      "keys[0].policy.statements[1].resources",
    ],
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
  {
    bad: {
      statement: {
        verbatim: {
          Effect: "Allow",
          Principal: { AWS: "arn:aws:iam::111122223333:role/App" },
          Action: "kms:Decrypt",
          Resource: ["arn:aws:s3:::bucket/*"],
          Condition: {},
        },
      },
    },
    at: `${statement0}.verbatim.Resource`,
    good: {
      statement: {
        verbatim: {
          Effect: "Allow",
          Principal: { AWS: "arn:aws:iam::111122223333:role/App" },
          Action: "kms:Decrypt",
          Resource: ["*"],
          Condition: {},
        },
      },
    },
  },
  {
    bad: {
      json: [
        {
          Effect: "Deny",
          Principal: "*",
          Action: "kms:Decrypt",
          NotResource: "arn:aws:kms:us-east-1:111122223333:key/k",
        },
        {
          Effect: "Deny",
          Principal: "*",
          Action: "kms:Encrypt",
          NotResource: "*",
        },
      ],
    },
    at: [
      "keys[0].policy.statements[0].notResources",
      "keys[0].policy.statements[1].notResources",
    ],
    good: {
      json: [
        {
          Effect: "Deny",
          Principal: "*",
          Action: "kms:Decrypt",
          Resource: "*",
        },
      ],
    },
  },
];
