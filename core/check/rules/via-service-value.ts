import { textsOf } from "../../problem/json.ts";
import { viaServices } from "../../kms/condition-keys.ts";
import { keysOf, hasKey } from "../../kms/keys-of.ts";
import {
  partitionOf,
  partitions,
  regionNames,
  regions,
} from "../../kms/regions.ts";
import { servicesByOtherNames } from "../../kms/services-of-keys.ts";
import type { Examples } from "../example.ts";
import { regionOf } from "../key-facts.ts";
import { nearestName } from "../near-text.ts";
import { conditionFix, placeOf, withValues } from "../own-condition.ts";
import { policyOfKey } from "../policy-view.ts";
import type { ConditionView, StatementView } from "../policy-view.ts";
import type { Report, Rule, RuleSubject } from "../rule.ts";
import { isLiteral } from "../written-text.ts";

/** The list of services that the guide has is from June 2023: a name that is not in it may be of a newer service. */
export const viaServiceValue: Rule = {
  family: "services",
  summary: "A value of kms:ViaService is the name of a service in a Region.",
  why: "AWS KMS compares the whole value, such as s3.eu-west-1.amazonaws.com. Another form never matches, and an Allow with it allows nothing.",
  mend: "Write SERVICE.REGION.amazonaws.com, with the name from the AWS KMS guide.",
  severity: "warning",
  source: {
    title: "AWS KMS Developer Guide, kms:ViaService",
    url: "https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service",
  },
  check: (subject) => {
    const view = policyOfKey(subject);
    if (view === undefined) return [];
    return view.statements.flatMap((statement) =>
      statement.conditions
        .filter(({ key, parsed }) => isCompared(key, parsed?.name))
        .flatMap((condition) =>
          textsOf(condition.values)
            .filter((text) => isLiteral(statement, text))
            .flatMap((text) => {
              const wrong = wrongOf(text, regionOf(subject));
              return wrong === undefined
                ? []
                : [report(subject, statement, { condition, text, ...wrong })];
            }),
        ),
    );
  },
};

function isCompared(key: string, operator: string | undefined): boolean {
  return key.toLowerCase() === "kms:viaservice" && operator !== "Null";
}

interface Wrong {
  readonly message: string;
  /** What was meant, as far as it can be told. */
  readonly by?: string;
}

const form =
  /^(?<service>[a-z\d-]+)\.(?<region>[a-z\d-]+)\.(?<domain>amazonaws\.com(?:\.cn)?)$/;
const withoutRegion =
  /^(?<service>[a-z\d-]+)(?<domain>\.amazonaws\.com(?:\.cn)?)?$/;
const services: readonly string[] = [
  ...new Set(
    keysOf(viaServices).flatMap((name) =>
      viaServices[name].values.map((value) =>
        value.slice(0, value.indexOf(".")),
      ),
    ),
  ),
];

function wrongOf(text: string, own: string | undefined): Wrong | undefined {
  if (/[*?]/.test(text)) return wrongPattern(text);
  const parts = form.exec(text)?.groups;
  if (parts === undefined) return wrongForm(text, own);
  const { service = "", region = "", domain = "" } = parts;
  return (
    wrongRegion(text, region) ??
    wrongDomain(text, region, domain) ??
    wrongService(text, service)
  );
}

/** A pattern has to leave room for the domain at its end. */
function wrongPattern(text: string): Wrong | undefined {
  const tail = text.slice(
    Math.max(text.lastIndexOf("*"), text.lastIndexOf("?")) + 1,
  );
  const isFine = [".amazonaws.com", ".amazonaws.com.cn"].some(
    (domain) => domain.endsWith(tail) || tail.endsWith(domain),
  );
  return isFine
    ? undefined
    : {
        message: `\`${text}\` matches no service: their names end in amazonaws.com`,
      };
}

function wrongForm(text: string, own: string | undefined): Wrong {
  const service = withoutRegion.exec(text)?.groups?.["service"];
  const isKnown = service !== undefined && nameOf(service) !== undefined;
  return {
    message: `\`${text}\` is not the name of a service in a Region, which \`kms:ViaService\` is`,
    ...(isKnown && {
      by: `${nameOf(service) ?? service}.${own ?? "${AWS::Region}"}.amazonaws.com`,
    }),
  };
}

function wrongRegion(text: string, region: string): Wrong | undefined {
  if (hasKey(regions, region)) return undefined;
  const near = nearestName(region, regionNames);
  // A Region can be newer than the table.
  return near === undefined
    ? undefined
    : {
        message: `\`${text}\`: there is no Region \`${region}\``,
        by: text.replace(`.${region}.`, `.${near}.`),
      };
}

function wrongDomain(
  text: string,
  region: string,
  domain: string,
): Wrong | undefined {
  const partition = partitionOf(region);
  // How China Regions write it is not documented where we can read it.
  if (partition === undefined || partition === "aws-cn") return undefined;
  const { dnsSuffix } = partitions[partition];
  return domain === "amazonaws.com" || dnsSuffix === domain
    ? undefined
    : {
        message: `\`${text}\`: services in ${region} are not in the domain ${domain}`,
        by: text.replace(domain, "amazonaws.com"),
      };
}

function wrongService(text: string, service: string): Wrong | undefined {
  const name = nameOf(service);
  return name === undefined || name === service
    ? undefined
    : {
        message: `\`${text}\`: AWS KMS knows the service as \`${name}\``,
        by: text.replace(service, name),
      };
}

/** What AWS KMS calls a service that a person calls so; undefined where that is not known. */
function nameOf(service: string): string | undefined {
  if (services.includes(service)) return service;
  const near =
    service.length < LONG_ENOUGH ? undefined : nearestName(service, services);
  return servicesByOtherNames[service] ?? near;
}

/** In shorter names, one slip makes another service of it. */
const LONG_ENOUGH = 5;

function report(
  subject: RuleSubject,
  statement: StatementView,
  {
    condition,
    text,
    message,
    by,
  }: Wrong & { readonly condition: ConditionView; readonly text: string },
): Report {
  const fix =
    by === undefined
      ? undefined
      : conditionFix(subject, statement, {
          condition,
          title: `Write ${by}`,
          edit: (elements) =>
            withValues(elements, condition, (values) =>
              values.map((one) => (one === text ? by : one)),
            ),
        });
  return {
    path: placeOf(statement, condition),
    message,
    help:
      by === undefined ? "write SERVICE.REGION.amazonaws.com" : `write ${by}`,
    ...(fix !== undefined && { fix }),
  };
}

const through = (operator: string, ...values: readonly string[]) => ({
  json: [
    {
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::111122223333:role/App" },
      Action: "kms:Decrypt",
      Resource: "*",
      Condition: { [operator]: { "kms:ViaService": values } },
    },
  ],
});
const at = (operator: string) =>
  `keys[0].policy.statements[0].conditions.${operator}["kms:ViaService"]`;

export const examples = (): Examples => [
  {
    bad: through("StringEquals", "s3.amazonaws.com"),
    at: at("StringEquals"),
    good: through("StringEquals", "s3.us-east-1.amazonaws.com"),
  },
  {
    bad: through("StringEquals", "secretmanager.us-east-1.amazonaws.com"),
    at: at("StringEquals"),
    good: through("StringEquals", "newservice.us-east-1.amazonaws.com"),
  },
  {
    bad: through("StringEquals", "ebs.us-east1.amazonaws.com"),
    at: at("StringEquals"),
    good: through("StringEquals", "ec2.us-east-1.amazonaws.com"),
  },
  {
    bad: through("StringEquals", "s3.us-east-1.amazonaws.com.cn"),
    at: at("StringEquals"),
    good: through("StringEquals", "s3.cn-north-1.amazonaws.com.cn"),
  },
  {
    bad: through("StringLike", "s3.*.amazon.com"),
    at: at("StringLike"),
    good: through("StringLike", "s3.*.amazonaws.com", "*.us-east-1.*", "rds.*"),
  },
];
