import {
  crossRegionServices,
  regionalServices,
} from "../../kms/services-of-keys.ts";
import type { Examples } from "../example.ts";
import { regionOf } from "../key-facts.ts";
import { placeIn, policyOfKey } from "../policy-view.ts";
import type { StatementView } from "../policy-view.ts";
import { principalsOfSort, serviceParts } from "../principal-facts.ts";
import type { Report, Rule, RuleSubject } from "../rule.ts";
import { serviceFix } from "../service-fix.ts";
import { isLiteral } from "../written-text.ts";

/** A key is in one Region, and so are the services that call it. */
export const servicePrincipalRegion: Rule = {
  family: "services",
  summary: "A service principal of a Region is of the Region of the key.",
  why: "A service calls the keys of its own Region. The principal of another Region does not call this key, and the one that does is not allowed to.",
  mend: "Write the Region of the key, or ${AWS::Region}.",
  severity: "warning",
  source: {
    title: "Amazon CloudWatch Logs User Guide, Encrypt log data using AWS KMS",
    url: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html",
  },
  check: (subject) => {
    const region = regionOf(subject);
    const view = region === undefined ? undefined : policyOfKey(subject);
    if (view === undefined || region === undefined) return [];
    return view.statements.flatMap((statement) => {
      const services = principalsOfSort(statement, "service").map(
        ({ text }) => text,
      );
      // A policy that several Regions share names the service in each.
      const atHome = new Set(
        services
          .map(serviceParts)
          .filter((one) => one.region === region)
          .map(({ name }) => name),
      );
      return services
        .filter((text) => isElsewhere(text, region, atHome))
        .filter((text) => isLiteral(statement, text))
        .map((text) => report(subject, statement, { text, region }));
    });
  },
};

function isElsewhere(
  text: string,
  region: string,
  atHome: ReadonlySet<string>,
): boolean {
  const { name, region: of } = serviceParts(text);
  return (
    of !== undefined &&
    of !== region &&
    !atHome.has(name) &&
    !crossRegionServices.has(name)
  );
}

function report(
  subject: RuleSubject,
  statement: StatementView,
  { text, region }: { readonly text: string; readonly region: string },
): Report {
  const { name, region: of = "" } = serviceParts(text);
  const by = text.replace(`.${of}.`, `.${region}.`);
  const fix = serviceFix(subject, statement, [text, by]);
  return {
    path: placeIn(statement, ["Principal"]),
    message: `\`${text}\` does not call a key in ${region}`,
    help: `write ${by}`,
    ...(!regionalServices.has(name) && { severity: "info" }),
    ...(fix !== undefined && { fix }),
  };
}

const forService = (...services: readonly string[]) => ({
  stack: { region: "eu-west-1" },
  json: [
    {
      Effect: "Allow",
      Principal: { Service: services },
      Action: ["kms:Encrypt*", "kms:Decrypt*", "kms:GenerateDataKey*"],
      Resource: "*",
      Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } },
    },
  ],
});

export const examples = (): Examples => [
  {
    bad: forService("logs.us-east-1.amazonaws.com"),
    at: "keys[0].policy.statements[0].principals",
    good: forService("logs.eu-west-1.amazonaws.com"),
  },
  {
    bad: forService("states.us-east-1.amazonaws.com"),
    at: "keys[0].policy.statements[0].principals",
    good: forService(
      "logs.us-east-1.amazonaws.com",
      "logs.eu-west-1.amazonaws.com",
      "sns.af-south-1.amazonaws.com",
    ),
  },
];
