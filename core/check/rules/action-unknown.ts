import { isVerbatim } from "../../design/design.ts";
import { kmsActionNames } from "../../kms/actions.ts";
import { actionForm } from "../../policy/action-form.ts";
import { actionsOf } from "../actions-of.ts";
import type { Examples } from "../example.ts";
import { statement0 } from "../example.ts";
import { mendedBy } from "../mended-by.ts";
import { distanceOf, nearestName } from "../near-text.ts";
import { eachOwnTexts, textsFix } from "../own-texts.ts";
import type { OwnTexts } from "../own-texts.ts";
import type { Report, Rule, RuleSubject } from "../rule.ts";

/** AWS takes any text as an action; one that is none matches no request. */
export const actionUnknown: Rule = {
  family: "kms-facts",
  summary: "An action in a key policy is one that AWS KMS has.",
  why: "AWS KMS takes the policy, and the action matches no request: what was to be allowed is not, and what was to be denied is not.",
  mend: "Correct the spelling, or remove the action; what a principal may do with other services belongs into its IAM policies.",
  severity: "warning",
  source: {
    title:
      "Service Authorization Reference, Actions, resources, and condition keys for AWS Key Management Service",
    url: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awskeymanagementservice.html",
  },
  check: (subject) =>
    eachOwnTexts(subject, ["Action", "NotAction"], (own) =>
      own.texts
        .filter((text) => isLookedAt(own, text))
        .flatMap((text) => reportsOf(subject, own, text)),
    ),
};

/** A parameter stands for any action, and what the CDK refuses is reported as that. */
function isLookedAt({ statement }: OwnTexts, text: string): boolean {
  if (text.includes("${")) return false;
  const isRaw = isVerbatim(statement) && statement.raw === true;
  return isRaw || actionForm.test(text);
}

function reportsOf(
  subject: RuleSubject,
  own: OwnTexts,
  text: string,
): readonly Report[] {
  if (actionsOf(text).length > 0) return oddForms(subject, own, text);
  const by = meantBy(text);
  const { element } = own;
  const effect = element === "Action" ? "does nothing" : "excepts nothing";
  const isForeign = by === undefined && !/^(?:kms:|[^:]*$)/i.test(text);
  const report = {
    path: own.placeOf(text),
    message: isForeign
      ? `\`${text}\` is an action of another service, and ${effect} in a key policy`
      : `no action of AWS KMS is called \`${text}\`, so it ${effect}`,
  };
  if (by !== undefined)
    return [
      mendedBy(
        { ...report, help: `write \`${by}\`, if that is meant` },
        replacing(subject, own, [text, by]),
      ),
    ];
  const help = isForeign
    ? "remove it here; allow it in an IAM policy, or in the policy of that resource"
    : "check the spelling, or remove it";
  return [
    mendedBy(
      { ...report, help },
      // Without its last exception, the other element would say everything.
      element === "Action" || own.texts.length > 1
        ? textsFix(subject, own, {
            title: `Remove ${text}`,
            by: (one) => (one === text ? undefined : one),
          })
        : undefined,
    ),
  ];
}

function replacing(
  subject: RuleSubject,
  own: OwnTexts,
  [text, by]: readonly [string, string],
) {
  return textsFix(subject, own, {
    title: `Write ${by}`,
    by: (one) => (one === text ? by : one),
  });
}

/** The action that was meant, as far as that is plain. */
function meantBy(text: string): string | undefined {
  const [service = "", name = ""] = text.includes(":")
    ? text.split(":")
    : ["kms", text];
  const ours = `kms:${name}`;
  if (service.toLowerCase() !== "kms" || !text.includes(":"))
    return distanceOf(service.toLowerCase(), "kms") < 2 &&
      actionsOf(ours).length > 0
      ? ours
      : undefined;
  const near = nearestName(ours, kmsActionNames);
  if (
    near !== undefined &&
    distanceOf(near.toLowerCase(), ours.toLowerCase()) < 2
  )
    return near;
  // Such as `kms:ReEncrypt`, which is how the names of two actions begin.
  return name !== "" && actionsOf(`${ours}*`).length > 0 ? `${ours}*` : near;
}

/** What has an effect, and is written in an odd way. */
function oddForms(
  subject: RuleSubject,
  own: OwnTexts,
  text: string,
): readonly Report[] {
  const [service = "", name] = text.split(":");
  const isOpen = name !== undefined && /[*?]/.test(service);
  if (!isOpen && !text.includes("**")) return [];
  const by = isOpen ? `kms:${name}` : text.replaceAll(/\*{2,}/g, "*");
  return [
    mendedBy(
      {
        path: own.placeOf(text),
        severity: "info",
        message: isOpen
          ? `\`${text}\` has a wildcard in the name of the service`
          : `\`${text}\` says the same as \`${by}\``,
        help: isOpen
          ? `write \`${by}\`: a key policy is about actions of AWS KMS only`
          : "one `*` stands for any characters",
      },
      replacing(subject, own, [text, by]),
    ),
  ];
}

const template = (actions: string) => ({
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
            Action: ${actions}
            Resource: "*"
`,
});

export const examples: Examples = [
  {
    bad: { statement: { actions: ["kms:Decrypt", "kms:Decrpyt"] } },
    at: `${statement0}.actions[1]`,
    good: { statement: { actions: ["kms:Decrypt", "KMS:decrypt"] } },
  },
  {
    bad: { statement: { actions: ["s3:GetObject", "kms:ReEncrypt"] } },
    at: [`${statement0}.actions[0]`, `${statement0}.actions[1]`],
    good: { statement: { actions: ["*", "kms:ReEncrypt*"] } },
  },
  {
    bad: {
      json: [
        {
          Effect: "Allow",
          Principal: { AWS: "111122223333" },
          Action: ["kms:GenerateDataKey**", "kms:Nonsense"],
          Resource: "*",
        },
      ],
    },
    at: [`${statement0}.actions[0]`, `${statement0}.actions[1]`],
    good: {
      json: [
        {
          Effect: "Allow",
          Principal: { AWS: "111122223333" },
          Action: ["kms:GenerateDataKey*", "kms:GenerateDataKeyPair"],
          Resource: "*",
        },
      ],
    },
  },
  {
    bad: {
      statement: {
        verbatim: {
          Effect: "Deny",
          Principal: "*",
          NotAction: ["kms:Decript", "sqs:SendMessage"],
          Resource: "*",
        },
      },
    },
    at: [
      `${statement0}.verbatim.NotAction[0]`,
      `${statement0}.verbatim.NotAction[1]`,
    ],
    good: {
      statement: {
        verbatim: {
          Effect: "Deny",
          Principal: "*",
          NotAction: "kms:Decrypt",
          Resource: "*",
        },
      },
    },
  },
  {
    bad: template('["k*:Decrypt", Encrypt]'),
    at: [
      `${statement0}.verbatim.Action[0]`,
      `${statement0}.verbatim.Action[1]`,
    ],
    good: template('["kms:Decr?pt", {"Fn::Sub": "kms:${Action}"}]'),
  },
];
