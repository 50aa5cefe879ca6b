import { keySpecs } from "../../kms/key-specs.ts";
import type { JsonObject } from "../../problem/json.ts";
import { isUse } from "../action-facts.ts";
import type { ConditionTest } from "../condition-tests.ts";
import {
  areConditionsKnown,
  saysOf,
  saysOfAbsent,
  testsOf,
} from "../condition-tests.ts";
import type { Examples } from "../example.ts";
import { factsOf } from "../key-facts.ts";
import { placeOf } from "../own-condition.ts";
import { policyOfKey } from "../policy-view.ts";
import type { PolicyView, StatementView } from "../policy-view.ts";
import { areAll } from "../principal-facts.ts";
import type { Report, Rule, RuleSubject } from "../rule.ts";
import { statementFix, withCondition } from "../statement-fix.ts";

/** Services that work for a principal call AWS KMS from their own network. */
export const networkCondition: Rule = {
  family: "services",
  summary:
    "Conditions on networks leave room for the services that call AWS KMS for a principal.",
  why: "Amazon S3, Amazon EBS and others call AWS KMS from a network of AWS, through no VPC endpoint of yours. A condition on aws:SourceIp, aws:SourceVpc or aws:SourceVpce shuts their calls out, and with them the data that they encrypt with the key.",
  mend: "Let a Deny apply to direct calls only, with aws:ViaAWSService false, or give the calls of services a statement of their own with kms:ViaService.",
  severity: "info",
  source: {
    title: "AWS KMS Developer Guide, AWS global condition keys",
    url: "https://docs.aws.amazon.com/kms/latest/developerguide/conditions-aws.html",
  },
  check: (subject) => {
    const view = policyOfKey(subject);
    if (view === undefined || !view.statements.some(asksNetworks)) return [];
    const { keySpec } = factsOf(subject, view);
    // Services of AWS use symmetric encryption keys only.
    if (keySpec !== undefined && keySpecs[keySpec].keyType !== "symmetric")
      return [];
    return view.statements
      .filter(asksNetworks)
      .flatMap((statement) => reportOf(subject, view, statement) ?? []);
  },
};

const networkKeys: ReadonlySet<string> = new Set([
  "aws:sourceip",
  "aws:vpcsourceip",
  "aws:sourcevpc",
  "aws:sourcevpce",
]);
/** Keys that tell calls of a principal from those that services make for it. */
const guards: ReadonlySet<string> = new Set([
  "aws:viaawsservice",
  "kms:viaservice",
  "aws:calledvia",
  "aws:calledviafirst",
  "aws:calledvialast",
]);

function asksNetworks(statement: StatementView): boolean {
  return (
    statement.conditions.some(({ key }) =>
      networkKeys.has(key.toLowerCase()),
    ) &&
    statement.covers.some(isUse) &&
    !areAll(statement, "service")
  );
}

function reportOf(
  subject: RuleSubject,
  view: PolicyView,
  statement: StatementView,
): Report | undefined {
  if (!areConditionsKnown(view, statement)) return undefined;
  const tests = testsOf(view, statement);
  if (tests.some(({ lower }) => guards.has(lower))) return undefined;
  const isDeny = statement.effect === "Deny";
  const test = tests.find(
    (one) => networkKeys.has(one.lower) && saysOfCallOfService(one) === isDeny,
  );
  if (test === undefined) return undefined;
  return isDeny
    ? deniesServices(subject, view, { statement, test })
    : {
        path: placeOf(statement, test),
        message: `${statement.name} does not allow what services such as Amazon S3 or Amazon EBS ask for the principal: their calls come from another network`,
        help: "if the principal works through services too, allow that in a statement with kms:ViaService",
      };
}

/** An address of AWS, of no network that policies name. */
const addressOfService = "198.51.100.77";

/** What a condition says of a call that a service makes for a principal. */
function saysOfCallOfService(test: ConditionTest): boolean | undefined {
  return test.lower === "aws:sourceip"
    ? saysOf(test, addressOfService)
    : saysOfAbsent(test);
}

function deniesServices(
  subject: RuleSubject,
  view: PolicyView,
  {
    statement,
    test,
  }: { readonly statement: StatementView; readonly test: ConditionTest },
): Report {
  const isWanted = view.statements.some(isForServices);
  const fix = statementFix(subject, statement, {
    title: "Deny direct calls only",
    edit: ofDirectCalls,
  });
  return {
    path: placeOf(statement, test),
    message: isWanted
      ? `${statement.name} denies the calls of services too, which other statements allow: they come from another network`
      : `${statement.name} denies the calls of services such as Amazon S3 or Amazon EBS too: they come from another network`,
    help: "let it apply to direct calls only, with aws:ViaAWSService and aws:PrincipalIsAWSService false",
    ...(isWanted && { severity: "warning" }),
    ...(fix !== undefined && { fix }),
  };
}

function ofDirectCalls(elements: JsonObject): JsonObject {
  return ["aws:ViaAWSService", "aws:PrincipalIsAWSService"].reduce(
    (edited, key) => withCondition(edited, ["BoolIfExists", key], "false"),
    elements,
  );
}

/** Keys of the calls of services. */
const keysOfServices: ReadonlySet<string> = new Set([
  "kms:viaservice",
  "kms:grantisforawsresource",
  "aws:sourcearn",
  "aws:sourceaccount",
]);

/** The statement is there for services. */
function isForServices(statement: StatementView): boolean {
  return (
    statement.effect === "Allow" &&
    (areAll(statement, "service") ||
      statement.conditions.some(({ key }) =>
        keysOfServices.has(key.toLowerCase()),
      ))
  );
}

const uses = {
  Action: ["kms:Decrypt", "kms:GenerateDataKey"],
  Resource: "*",
};
const deny = (Condition: object) => ({
  Sid: "Network",
  Effect: "Deny",
  Principal: "*",
  ...uses,
  Condition: { ...Condition },
});
const outside = { NotIpAddress: { "aws:SourceIp": "203.0.113.0/24" } };
const throughS3 = {
  Effect: "Allow",
  Principal: { AWS: "arn:aws:iam::111122223333:role/App" },
  ...uses,
  Condition: {
    StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" },
  },
};

export const examples = (): Examples => [
  {
    bad: { json: [deny(outside)] },
    at: `keys[0].policy.statements[0].conditions.NotIpAddress["aws:SourceIp"]`,
    good: {
      json: [
        deny({ ...outside, BoolIfExists: { "aws:ViaAWSService": "false" } }),
      ],
    },
  },
  {
    bad: {
      json: [
        throughS3,
        deny({ StringNotEquals: { "aws:SourceVpce": "vpce-1234abcd" } }),
      ],
    },
    at: `keys[0].policy.statements[1].conditions.StringNotEquals["aws:SourceVpce"]`,
    good: {
      json: [
        throughS3,
        deny({ IpAddress: { "aws:SourceIp": "203.0.113.0/24" } }),
      ],
    },
  },
  {
    bad: {
      json: [
        {
          ...throughS3,
          Condition: { StringEquals: { "aws:SourceVpc": "vpc-1234abcd" } },
        },
      ],
    },
    at: `keys[0].policy.statements[0].conditions.StringEquals["aws:SourceVpc"]`,
    good: {
      json: [
        {
          ...throughS3,
          Action: ["kms:PutKeyPolicy"],
          Condition: { StringEquals: { "aws:SourceVpc": "vpc-1234abcd" } },
        },
      ],
    },
  },
];
