import { regionalServices } from "../../kms/services-of-keys.ts";
import { isUse } from "../action-facts.ts";
import type { Examples } from "../example.ts";
import { regionOf } from "../key-facts.ts";
import { placeIn, policyOfKey } from "../policy-view.ts";
import type { StatementView } from "../policy-view.ts";
import { principalsOfSort, serviceParts } from "../principal-facts.ts";
import type { Report, Rule, RuleSubject } from "../rule.ts";
import { serviceFix } from "../service-fix.ts";
import { isLiteral } from "../written-text.ts";

/** CloudWatch Logs calls AWS KMS under the name that it has in a Region. */
export const logsWithoutRegion: Rule = {
  family: "services",
  summary: "The principal of Amazon CloudWatch Logs names the Region.",
  why: "CloudWatch Logs calls AWS KMS as logs.REGION.amazonaws.com. A statement for logs.amazonaws.com does not let it use the key, and to encrypt a log group with the key fails.",
  mend: "Write logs.REGION.amazonaws.com, with the Region of the key.",
  severity: "warning",
  source: {
    title: "Amazon CloudWatch Logs User Guide, Encrypt log data using AWS KMS",
    url: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html",
  },
  check: (subject) => {
    const view = policyOfKey(subject);
    if (view === undefined) return [];
    return view.statements
      .filter(({ effect, covers }) => effect === "Allow" && covers.some(isUse))
      .flatMap((statement) =>
        principalsOfSort(statement, "service")
          .filter(({ text }) => isNowhere(text) && isLiteral(statement, text))
          .map(({ text }) => report(subject, statement, text)),
      );
  },
};

function isNowhere(text: string): boolean {
  const { name, region } = serviceParts(text);
  return region === undefined && regionalServices.has(name);
}

function report(
  subject: RuleSubject,
  statement: StatementView,
  text: string,
): Report {
  const { name } = serviceParts(text);
  const region = regionOf(subject);
  const by = text.replace(name, `${name}.${region ?? "${AWS::Region}"}`);
  const fix = serviceFix(subject, statement, [text, by]);
  return {
    path: placeIn(statement, ["Principal"]),
    message: `\`${text}\` does not call AWS KMS: the service does so as \`${name}.REGION.amazonaws.com\``,
    help: `write ${by}`,
    ...(fix !== undefined && { fix }),
  };
}

const forService = (service: string) => ({
  json: [
    {
      Effect: "Allow",
      Principal: { Service: service },
      Action: ["kms:Encrypt*", "kms:Decrypt*", "kms:GenerateDataKey*"],
      Resource: "*",
      Condition: {
        ArnLike: {
          "kms:EncryptionContext:aws:logs:arn":
            "arn:aws:logs:us-east-1:111122223333:*",
        },
      },
    },
  ],
});

export const examples = (): Examples => [
  {
    bad: {
      ...forService("logs.amazonaws.com"),
      stack: { region: "us-east-1" },
    },
    at: "keys[0].policy.statements[0].principals",
    good: forService("logs.us-east-1.amazonaws.com"),
  },
  {
    bad: forService("logs.amazonaws.com"),
    at: "keys[0].policy.statements[0].principals",
    good: forService("delivery.logs.amazonaws.com"),
  },
];
