import { viaServices } from "../../kms/condition-keys.ts";
import { keysOf } from "../../kms/keys-of.ts";
import { partitionOf, partitions, regionNames } from "../../kms/regions.ts";
import { servicePrincipals } from "../../kms/service-principals.ts";
import { stackOf } from "../../synth/synthesize.ts";
import type { Examples } from "../example.ts";
import { east, statement0 } from "../example.ts";
import { mendedBy } from "../mended-by.ts";
import { distanceOf } from "../near-text.ts";
import { placeIn } from "../policy-view.ts";
import type { Rule, RuleSubject } from "../rule.ts";
import { eachPrincipal, principalTextFix } from "../written-principals.ts";

/** The name of a service as a principal is a domain, and one that no service has is refused. */
export const servicePrincipalForm: Rule = {
  family: "grammar",
  summary:
    "The principal of a service is its name, such as `sns.amazonaws.com`.",
  why: "AWS KMS refuses the whole policy for a service that there is not.",
  mend: "Write the name that the service's documentation gives for its principal.",
  severity: "error",
  source: {
    title:
      "IAM User Guide, AWS JSON policy elements: Principal, AWS service principals",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services",
  },
  check: (subject) =>
    eachPrincipal(subject, (statement, principal) => {
      const { element, type, text } = principal;
      const fault =
        type === "Service" ? serviceFault(subject, text) : undefined;
      if (fault === undefined) return [];
      const { message, help, by, isCertain } = fault;
      return [
        mendedBy(
          {
            path: placeIn(statement, [element]),
            ...(!isCertain && { severity: "warning" }),
            message,
            help,
          },
          by === undefined
            ? undefined
            : principalTextFix(subject, statement, {
                title: `Write ${by}`,
                principal,
                by,
              }),
        ),
      ];
    }),
};

interface Fault {
  readonly message: string;
  readonly help: string;
  /** What to write instead. */
  readonly by?: string;
  /** It cannot be right, whatever services there are. */
  readonly isCertain: boolean;
}

function serviceFault(subject: RuleSubject, text: string): Fault | undefined {
  if (text.includes("${")) return undefined;
  if (!form.test(text)) return formFault(text);
  return chinaFault(subject, text) ?? regionFault(text) ?? nameFault(text);
}

const suffixes = [
  ...new Set(Object.values(partitions).map(({ dnsSuffix }) => dnsSuffix)),
];
const form = new RegExp(
  String.raw`^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:${suffixes.join("|").replaceAll(".", String.raw`\.`)}|aws\.internal)$`,
);

function formFault(text: string): Fault {
  const bare = text
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/[/:].*$/, "");
  const by = [bare, `${bare}.amazonaws.com`].find((one) => form.test(one));
  const isKnown = by !== undefined && (bare === by || names.includes(by));
  return {
    message:
      text === "*"
        ? "a service principal takes no wildcard"
        : `\`${text}\` is not the principal of a service`,
    help: isKnown
      ? `write \`${by}\``
      : "write the principal of the service, such as `sns.amazonaws.com`",
    ...(isKnown && { by }),
    isCertain: true,
  };
}

function chinaFault(
  { design, key }: RuleSubject,
  text: string,
): Fault | undefined {
  const { region } = stackOf(design, key);
  if (!text.endsWith(".cn") || region === undefined) return undefined;
  if (partitionOf(region) === "aws-cn") return undefined;
  const by = text.slice(0, -".cn".length);
  return {
    message: `\`${text}\` is the principal of a service in the China Regions, and the key is in ${region}`,
    help: `write \`${by}\``,
    by,
    isCertain: false,
  };
}

/** A part between the service and the domain that is nearly a Region. */
function regionFault(text: string): Fault | undefined {
  const parts = text.split(".");
  const index = parts.findIndex(
    (part, at) => at > 0 && /^[a-z]{2,4}(?:-[a-z]+)+-?\d*$/.test(part),
  );
  const part = parts[index];
  if (part === undefined || regionNames.some((name) => name === part))
    return undefined;
  const region = regionNames.find((name) => distanceOf(name, part) === 1);
  if (region === undefined) return undefined;
  const by = parts.with(index, region).join(".");
  return {
    message: `\`${text}\` names a Region \`${part}\` that there is not`,
    help: `write \`${by}\`, if that is meant`,
    by,
    isCertain: false,
  };
}

/** Names that services have, of one part before the domain. */
const names: readonly string[] = [
  ...new Set([
    ...keysOf(servicePrincipals),
    ...Object.values(viaServices)
      .flatMap(({ values }) => values)
      .map((value) => value.replace(".${region}", "")),
  ]),
];
const known = new Set(names);
/** In shorter names, one slip makes another service of it. */
const LONG_ENOUGH = "xxxxx.amazonaws.com".length;

function nameFault(text: string): Fault | undefined {
  if (known.has(text) || text.length < LONG_ENOUGH) return undefined;
  const by = names.find(
    (name) => name.length >= LONG_ENOUGH && distanceOf(name, text) === 1,
  );
  if (by === undefined) return undefined;
  return {
    message: `no service that is known here has the principal \`${text}\``,
    help: `write \`${by}\`, if that is meant`,
    by,
    isCertain: false,
  };
}

const service = (...services: readonly string[]) => ({
  stack: east,
  json: [
    {
      Effect: "Allow",
      Principal: { Service: services },
      Action: "kms:Decrypt",
      Resource: "*",
    },
  ],
});
const at = `${statement0}.principals`;

export const examples = (): Examples => [
  {
    bad: service("https://sns.amazonaws.com/", "Lambda"),
    at: [at, at],
    good: service("sns.amazonaws.com", "lambda.amazonaws.com"),
  },
  {
    bad: service("*", "CloudTrail.amazonaws.com", "my service"),
    at: [at, at, at],
    good: service("cloudtrail.amazonaws.com", "delivery.logs.amazonaws.com"),
  },
  {
    bad: service("logs.us-est-1.amazonaws.com", "events.amazonaws.com.cn"),
    at: [at, at],
    good: service("logs.us-east-1.amazonaws.com", "events.amazonaws.com"),
  },
  {
    bad: service("cloudtrial.amazonaws.com"),
    at,
    good: service("dnssec-route53.amazonaws.com", "new.amazonaws.com"),
  },
];
