import { hasKey } from "../../kms/keys-of.ts";
import {
  boundServices,
  laterBoundServices,
  servicesThatCallAsOthers,
} from "../../kms/services-of-keys.ts";
import type { SourceBinding } from "../../kms/services-of-keys.ts";
import { accessFacts } from "../../prove/access-facts.ts";
import { isGrantOrUse, isUse } from "../action-facts.ts";
import { areConditionsKnown, testsOf } from "../condition-tests.ts";
import type { Examples } from "../example.ts";
import { placeIn, policyOfKey } from "../policy-view.ts";
import type { PolicyView, StatementView } from "../policy-view.ts";
import { areAll, principalsOfSort, serviceParts } from "../principal-facts.ts";
import type { Fix, Report, Rule, RuleSubject } from "../rule.ts";
import { accountText, isScoping, logGroupsText } from "../source-binding.ts";
import { statementFix, withCondition } from "../statement-fix.ts";
import { listOfNames } from "../text-list.ts";

/** A service acts for whoever asks it to, in any account. */
export const serviceUnscoped: Rule = {
  family: "least-privilege",
  summary: "A statement for a service says for whom the service may act.",
  why: "A service principal is the same for every customer of AWS. Without a condition on what it acts for, somebody else's resource can have the service use this key: the confused deputy.",
  mend: "Add a condition on aws:SourceAccount or aws:SourceArn, or on the encryption context that the service uses.",
  severity: "warning",
  source: {
    title: "IAM User Guide, The confused deputy problem",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
  },
  check: (subject) => {
    const view = policyOfKey(subject);
    if (view === undefined) return [];
    return view.statements
      .filter((statement) => isUnscoped(view, statement))
      .flatMap((statement) => reportsOn(subject, view, statement));
  },
};

function isUnscoped(view: PolicyView, statement: StatementView): boolean {
  const { effect, covers } = statement;
  return (
    effect === "Allow" &&
    principalsOfSort(statement, "service").length > 0 &&
    covers.some(isGrantOrUse) &&
    areConditionsKnown(view, statement) &&
    testsOf(view, statement).every((test) => !isScoping(test))
  );
}

interface Service {
  readonly text: string;
  readonly name: string;
  /** How its guide binds it. */
  readonly binding: SourceBinding | undefined;
}

/** One report for the services whose guides bind them, one for those that may not say for whom they act. */
function reportsOn(
  subject: RuleSubject,
  view: PolicyView,
  statement: StatementView,
): readonly Report[] {
  const { unpinnedServices } = accessFacts(view.subject);
  const services = unpinnedServices
    .filter((one) => one.statement === statement.index)
    .flatMap(({ service: text }): readonly Service[] => {
      const { name } = serviceParts(text);
      return hasKey(servicesThatCallAsOthers, name)
        ? []
        : [{ text, name, binding: boundServices[name] }];
    });
  return [
    services.filter(({ binding }) => binding !== undefined),
    services.filter(({ binding }) => binding === undefined),
  ]
    .filter((group) => group.length > 0)
    .map((group) => report(subject, statement, group));
}

function report(
  subject: RuleSubject,
  statement: StatementView,
  services: readonly Service[],
): Report {
  const [{ binding } = { binding: undefined }] = services;
  const isAdvice =
    binding === undefined ||
    statement.own === undefined ||
    !statement.covers.some(isUse);
  const fix =
    areAll(statement, "service") && services.every(canBeBound)
      ? bound(subject, statement, binding ?? "source")
      : undefined;
  const names = services.map(({ text }) => text);
  return {
    path: placeIn(statement, ["Principal"]),
    message: `${listOfNames(names)} may use the key for anybody: no condition of ${statement.name} says for whom`,
    help: helpFor(binding, statement),
    ...(isAdvice && { severity: "info" }),
    ...(fix !== undefined && { fix }),
  };
}

function canBeBound({ name, binding }: Service): boolean {
  return binding !== undefined || laterBoundServices.has(name);
}

function helpFor(
  binding: SourceBinding | undefined,
  statement: StatementView,
): string {
  if (!areAll(statement, "service"))
    return "give the service a statement of its own, with a condition on aws:SourceAccount or aws:SourceArn";
  if (binding === "log-group")
    return "compare kms:EncryptionContext:aws:logs:arn with the log groups that may use the key";
  return binding === undefined
    ? "if the service says for whom it acts, compare aws:SourceAccount or aws:SourceArn"
    : "compare aws:SourceAccount or aws:SourceArn";
}

function bound(
  subject: RuleSubject,
  statement: StatementView,
  binding: SourceBinding,
): Fix | undefined {
  if (binding === "source")
    return statementFix(subject, statement, {
      title: "Let it act for this account only",
      edit: (elements) =>
        withCondition(
          elements,
          ["StringEquals", "aws:SourceAccount"],
          accountText(subject, statement),
        ),
    });
  return statementFix(subject, statement, {
    title: "Let it act for log groups of this account only",
    edit: (elements) =>
      withCondition(
        elements,
        ["ArnLike", "kms:EncryptionContext:aws:logs:arn"],
        logGroupsText(subject, statement),
      ),
  });
}

const forService = (service: string, more: object = {}) => ({
  Effect: "Allow",
  Principal: { Service: service },
  Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
  Resource: "*",
  ...more,
});
const at = "keys[0].policy.statements[0].principals";

export const examples: Examples = [
  {
    bad: { json: [forService("sns.amazonaws.com")] },
    at,
    good: {
      json: [
        forService("sns.amazonaws.com", {
          Condition: {
            ArnLike: {
              "aws:SourceArn": "arn:aws:sns:us-east-1:111122223333:*",
            },
          },
        }),
      ],
    },
  },
  {
    bad: { json: [forService("logs.us-east-1.amazonaws.com")] },
    at,
    good: {
      json: [
        forService("logs.us-east-1.amazonaws.com", {
          Condition: {
            ArnLike: {
              "kms:EncryptionContext:aws:logs:arn":
                "arn:aws:logs:us-east-1:111122223333:*",
            },
          },
        }),
      ],
    },
  },
  {
    bad: {
      json: [
        forService("events.amazonaws.com", {
          Condition: {
            StringEqualsIfExists: { "aws:SourceAccount": "111122223333" },
          },
        }),
      ],
    },
    at,
    good: {
      json: [
        forService("events.amazonaws.com"),
        {
          Effect: "Deny",
          Principal: "*",
          Action: "kms:*",
          Resource: "*",
          Condition: {
            StringNotEquals: { "aws:SourceAccount": "111122223333" },
            Bool: { "aws:PrincipalIsAWSService": "true" },
          },
        },
      ],
    },
  },
  {
    bad: {
      json: [
        {
          ...forService("cloudtrail.amazonaws.com"),
          Principal: {
            Service: "cloudtrail.amazonaws.com",
            AWS: "arn:aws:iam::111122223333:role/App",
          },
        },
      ],
    },
    at,
    good: {
      json: [
        forService("cloudtrail.amazonaws.com", { Action: "kms:Describe*" }),
      ],
    },
  },
];
