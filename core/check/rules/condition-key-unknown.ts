import {
  conditionKeyNames,
  globalConditionKeyNames,
} from "../../kms/condition-keys.ts";
import {
  furtherConditionKeys,
  renamedConditionKeys,
} from "../../kms/conditions/further.ts";
import type { Examples } from "../example.ts";
import { statement0 } from "../example.ts";
import { mendedBy } from "../mended-by.ts";
import { nearestName } from "../near-text.ts";
import type { Report, Rule, RuleSubject } from "../rule.ts";
import { eachCondition, placeOf, renamed } from "../written-conditions.ts";
import type { WrittenCondition } from "../written-conditions.ts";

/** AWS KMS takes a policy with any condition key; of one that there is not, no request carries a value. */
export const conditionKeyUnknown: Rule = {
  family: "kms-facts",
  summary: "Condition keys are those that requests to AWS KMS carry.",
  why: "AWS KMS takes any name of the form service:key. No request carries a key that there is not: a statement that asks for it never applies, one that asks for its contrary always does.",
  mend: "Correct the name of the condition key, or ask for something that requests to AWS KMS carry.",
  severity: "warning",
  source: {
    title: "AWS KMS Developer Guide, Condition keys for AWS KMS",
    url: "https://docs.aws.amazon.com/kms/latest/developerguide/policy-conditions.html",
  },
  check: (subject) =>
    eachCondition(subject, (condition) => {
      const fault = faultOf(condition);
      return fault === undefined ? [] : [reportOf(subject, condition, fault)];
    }),
};

interface Fault {
  readonly message: string;
  readonly help: string;
  /** What is to be written instead. */
  readonly by?: string | undefined;
  readonly severity?: "info";
}

function reportOf(
  subject: RuleSubject,
  condition: WrittenCondition,
  { by, ...words }: Fault,
): Report {
  return mendedBy(
    { path: placeOf(condition), ...words },
    by === undefined
      ? undefined
      : renamed(subject, condition, { title: `Write ${by}`, key: by }),
  );
}

function faultOf({ key, name, row }: WrittenCondition): Fault | undefined {
  if (name.startsWith("fn::")) return undefined;
  if (row !== undefined)
    return /\/\$\{tagkey\}$|:\$\{encryptioncontextkey\}$/.test(name)
      ? nameless(key, key.slice(0, key.indexOf("${")))
      : undefined;
  const open = openNames.find(({ stem }) => name.replace(/[/:]$/, "") === stem);
  if (open !== undefined) return nameless(key, open.prefix);
  if (furtherConditionKeys.has(name) || renamedConditionKeys.has(name))
    return undefined;
  return unknown(key);
}

/** Names that go on with a name of the person's own. */
const openNames = [
  "aws:PrincipalTag/",
  "aws:RequestTag/",
  "aws:ResourceTag/",
  "kms:EncryptionContext:",
].map((prefix) => ({ prefix, stem: prefix.slice(0, -1).toLowerCase() }));

function nameless(key: string, prefix: string): Fault {
  const what = prefix.endsWith("/") ? "tag" : "pair of the encryption context";
  return {
    message: `\`${key}\` does not name the ${what}`,
    help: `write \`${prefix}\` and the key of the ${what}`,
  };
}

function unknown(key: string): Fault | undefined {
  const by = meantBy(key);
  if (by !== undefined)
    return {
      message: `there is no condition key \`${key}\``,
      help: `write \`${by}\`, if that is meant`,
      by,
    };
  const [service = "", name = ""] = key.split(":");
  if (name === "")
    return {
      message: `\`${key}\` is no condition key: it takes a service, a colon and a name`,
      help: "write a condition key such as `kms:ViaService`",
    };
  if (/^(?:kms|aws)$/i.test(service))
    return {
      message: `there is no condition key \`${key}\``,
      help: `choose a condition key of ${service.toLowerCase() === "kms" ? "AWS KMS" : "AWS"}, or remove the condition`,
    };
  // Keys of identity providers stay with the sessions that these begin.
  if (service.includes(".") || /^saml$/i.test(service)) return undefined;
  return {
    severity: "info",
    message: `\`${key}\` is a condition key of another service, which requests to AWS KMS do not carry`,
    help: "ask for something that requests to AWS KMS carry, or remove the condition",
  };
}

const names: readonly string[] = [
  ...conditionKeyNames,
  ...globalConditionKeyNames,
].filter((name) => !name.includes("${"));
const prefixes = openNames.map(({ prefix }) => prefix);

/** The condition key that was meant, as far as that is plain. */
function meantBy(key: string): string | undefined {
  const open = /^(?<prefix>[a-z]+:\w+[/:])(?<rest>.+)$/i.exec(key)?.groups;
  if (open !== undefined) {
    const prefix = nearestName(open["prefix"] ?? "", prefixes);
    if (prefix !== undefined) return `${prefix}${open["rest"] ?? ""}`;
  }
  // A service or the colon may be missing altogether.
  const bare = key.includes(":")
    ? undefined
    : names.find((name) =>
        [`kms:${key}`, `aws:${key}`, key.replace(/^(?:kms|aws)[-./]?/i, "$&:")]
          .map((one) => one.toLowerCase())
          .includes(name.toLowerCase()),
      );
  return bare ?? nearestName(key, names);
}

const asking = (key: string) => ({
  json: [
    {
      Effect: "Allow",
      Principal: { AWS: "111122223333" },
      Action: "kms:Decrypt",
      Resource: "*",
      Condition: { StringEquals: { [key]: "a" } },
    },
  ],
});
const at = (key: string) => `${statement0}.conditions.StringEquals["${key}"]`;

export const examples = (): Examples => [
  {
    bad: asking("kms:ViaServices"),
    at: at("kms:ViaServices"),
    good: asking("KMS:viaservice"),
  },
  {
    bad: asking("aws:PrincipleTag/team"),
    at: at("aws:PrincipleTag/team"),
    good: asking("aws:PrincipalTag/team"),
  },
  {
    bad: asking("kms:EncryptionContext:"),
    at: at("kms:EncryptionContext:"),
    good: asking("kms:EncryptionContext:aws:s3:arn"),
  },
  {
    bad: asking("kms:Nonsense"),
    at: at("kms:Nonsense"),
    good: asking("aws:VpceOrgID"),
  },
  {
    bad: asking("s3:prefix"),
    at: at("s3:prefix"),
    good: asking("cognito-identity.amazonaws.com:aud"),
  },
];
