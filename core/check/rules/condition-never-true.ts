import { textsOf } from "../../problem/json.ts";
import { isLooking, isOneAction, decidedBy } from "../action-facts.ts";
import {
  actionsWithout,
  isOfSomeActions,
  regionOfService,
  valueFromKey,
} from "../carried-keys.ts";
import type { Without } from "../carried-keys.ts";
import type { ConditionTest } from "../condition-tests.ts";
import { saysOf, saysOfAbsent, testsOf } from "../condition-tests.ts";
import type { Examples } from "../example.ts";
import { factsOf } from "../key-facts.ts";
import type { KeyFacts } from "../key-facts.ts";
import { conditionFix, placeOf, withValues } from "../own-condition.ts";
import { policyOfKey } from "../policy-view.ts";
import type { StatementView } from "../policy-view.ts";
import type { Fix, Report, Rule, RuleSubject } from "../rule.ts";
import {
  removeStatement,
  statementFix,
  withCondition,
  withoutTexts,
} from "../statement-fix.ts";
import { listOfNames } from "../text-list.ts";
import { areLiteral } from "../written-text.ts";

/** Which requests carry a condition key is a matter of the action and of the key. */
export const conditionNeverTrue: Rule = {
  family: "kms-facts",
  summary:
    "Each condition key is one that the requests of the statement can carry.",
  why: "A condition on a key that a request does not carry is never true, and a negated one always: the statement then allows or denies something else than it says.",
  mend: "Move the actions into a statement without the condition, or correct the condition key.",
  severity: "warning",
  source: {
    title: "AWS KMS Developer Guide, AWS KMS permissions",
    url: "https://docs.aws.amazon.com/kms/latest/developerguide/kms-api-permissions-reference.html",
  },
  check: (subject) => {
    const view = policyOfKey(subject);
    if (view === undefined) return [];
    const asking = view.statements.filter(
      ({ conditions }) => conditions.length > 0,
    );
    if (asking.length === 0) return [];
    const facts = factsOf(subject, view);
    return asking.flatMap((statement) =>
      testsOf(view, statement).flatMap((test) => {
        const place: Place = { subject, statement, test };
        return [...byAction(place, facts), ...byKey(place, facts)];
      }),
    );
  },
};

interface Place {
  readonly subject: RuleSubject;
  readonly statement: StatementView;
  readonly test: ConditionTest;
}

function byAction(place: Place, facts: KeyFacts): readonly Report[] {
  const { statement, test } = place;
  if (test.row === undefined || !isOfSomeActions(test.row)) return [];
  const without = actionsWithout(statement, test, facts);
  if (without === undefined) return [];
  const says = saysOfAbsent(test);
  if (says === undefined || statement.effect === undefined) return [];
  if (says) return always(place, without);
  return without.isAll
    ? [nothingLeft(place, without)]
    : someLeftOut(place, without);
}

/** Everything that the statement is about lacks the key. */
function nothingLeft(place: Place, { actions }: Without): Report {
  const { statement } = place;
  const effect = statement.effect === "Deny" ? "denies" : "allows";
  return {
    ...start(place, actions),
    message: `${never(place, actions)}, so ${statement.name} ${effect} nothing`,
    ...(statement.effect === "Allow" &&
      fixOf(removeStatement(place.subject, statement))),
  };
}

/** Some of the actions lack the key, and are named. */
function someLeftOut(place: Place, { texts }: Without): readonly Report[] {
  const { subject, statement } = place;
  if (texts.length === 0) return [];
  const isAllow = statement.effect === "Allow";
  const isPlainlyWrong = texts.some(
    (text) => isOneAction(text) && !decidedBy(text).every(isLooking),
  );
  const fix = statementFix(subject, statement, {
    title: `Remove ${listOfNames(texts, 2).replaceAll("`", "")}`,
    edit: (elements) => withoutTexts(elements, "Action", texts),
  });
  return [
    {
      ...start(place, texts),
      message: `${never(place, texts)}, so ${statement.name} does not ${isAllow ? "allow" : "deny"} ${texts.length === 1 ? "it" : "them"}`,
      ...(!isPlainlyWrong && { severity: "info" }),
      ...(isAllow && fixOf(fix)),
    },
  ];
}

/** The condition holds for requests without the key: a Deny then always applies to them. */
function always(place: Place, { actions, isAll }: Without): readonly Report[] {
  const { subject, statement, test } = place;
  if (statement.effect === "Deny")
    return [
      {
        ...start(place, actions),
        message: `${never(place, actions)}, so \`${test.operator}\` always holds for ${actions.length === 1 ? "it" : "them"} and ${statement.name} denies what it should let through`,
      },
    ];
  if (!isAll) return [];
  const fix = conditionFix(subject, statement, {
    condition: test,
    title: "Remove the condition, which limits nothing",
    edit: (elements) =>
      withCondition(elements, [test.operator, test.key], undefined),
  });
  return [
    {
      ...start(place, actions),
      message: `${never(place, actions)}, so \`${test.operator}\` always holds and limits nothing`,
      ...fixOf(fix),
    },
  ];
}

function never({ test }: Place, actions: readonly string[]): string {
  return `\`${test.key}\` is in no request for ${listOfNames(actions)}`;
}

function start(
  { statement, test }: Place,
  actions: readonly string[],
): Pick<Report, "path" | "help"> {
  return {
    path: placeOf(statement, test),
    help: `move ${actions.length === 1 ? "the action" : "the actions"} into a statement without this condition, or compare a key that the requests carry`,
  };
}

function fixOf(fix: Fix | undefined): Pick<Report, "fix"> {
  return fix === undefined ? {} : { fix };
}

/** Conditions that what the key is decides for all requests. */
function byKey(place: Place, facts: KeyFacts): readonly Report[] {
  const { statement, test } = place;
  const elsewhere = serviceElsewhere(place, facts);
  if (elsewhere !== undefined) return [elsewhere];
  if (statement.effect !== "Allow") return [];
  const value = valueFromKey(test.lower, facts);
  if (value === undefined || !areLiteral(statement, test.values)) return [];
  if (saysOf(test, value ?? undefined) !== false) return [];
  const is =
    value === null
      ? "is in no request on"
      : `is \`${value}\` on all requests for`;
  return [
    {
      path: placeOf(statement, test),
      message: `\`${test.key}\` ${is} this key, so ${statement.name} allows nothing`,
      help: "correct the value, or remove the statement",
      ...fixOf(removeStatement(place.subject, statement)),
    },
  ];
}

/** Services that call AWS KMS for a principal call it in their own Region. */
function serviceElsewhere(
  { subject, statement, test }: Place,
  { region, multiRegion }: KeyFacts,
): Report | undefined {
  if (test.lower !== "kms:viaservice" || region === undefined) return undefined;
  // The policy of a multi-Region key is often shared with its replicas.
  if (multiRegion === true || statement.effect === undefined) return undefined;
  if (!areLiteral(statement, test.values)) return undefined;
  const regions = textsOf(test.values).map(regionOfService);
  const areElsewhere =
    regions.length > 0 &&
    regions.length === test.values.length &&
    regions.every((one) => one !== undefined && one !== region);
  if (!areElsewhere || saysOfAbsent(test) !== false) return undefined;
  const isAllow = statement.effect === "Allow";
  return {
    path: placeOf(statement, test),
    message: `services call a key in their own Region, and this one is in ${region}, so ${statement.name} ${isAllow ? "allows" : "denies"} nothing`,
    help: `name the service in ${region}, or the Region of the stack`,
    ...fixOf(
      conditionFix(subject, statement, {
        condition: test,
        title: `Name the services in ${region}`,
        edit: (elements) =>
          withValues(elements, test, (values) =>
            textsOf([...values]).map((value) => inRegion(value, region)),
          ),
      }),
    ),
  };
}

function inRegion(value: string, region: string): string {
  const [service, , ...domain] = value.split(".");
  return [service, region, ...domain].join(".");
}

const statement = (more: object) => ({
  Effect: "Allow",
  Principal: { AWS: "arn:aws:iam::111122223333:role/App" },
  Resource: "*",
  ...more,
});
const forAWSResource = { Bool: { "kms:GrantIsForAWSResource": "true" } };
const forTenant = {
  StringEquals: { "kms:EncryptionContext:tenant": "blue" },
};
const at = (operator: string, key: string) =>
  `keys[0].policy.statements[0].conditions.${operator}["${key}"]`;

export const examples: Examples = [
  {
    bad: {
      json: [
        statement({
          Action: ["kms:CreateGrant", "kms:Decrypt"],
          Condition: forAWSResource,
        }),
      ],
    },
    at: at("Bool", "kms:GrantIsForAWSResource"),
    good: {
      json: [
        statement({
          Action: ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"],
          Condition: forAWSResource,
        }),
      ],
    },
  },
  {
    bad: {
      key: { keySpec: "RSA_4096" },
      json: [statement({ Action: "kms:Decrypt", Condition: forTenant })],
    },
    at: at("StringEquals", "kms:EncryptionContext:tenant"),
    good: { json: [statement({ Action: "kms:*", Condition: forTenant })] },
  },
  {
    bad: {
      json: [
        statement({
          Effect: "Deny",
          Action: "kms:*",
          Condition: {
            StringNotEquals: { "kms:EncryptionContext:tenant": "blue" },
          },
        }),
      ],
    },
    at: at("StringNotEquals", "kms:EncryptionContext:tenant"),
    good: {
      json: [
        statement({
          Effect: "Deny",
          Action: "kms:*",
          Condition: { StringNotEquals: { "kms:CallerAccount": "1" } },
        }),
      ],
    },
  },
  {
    bad: {
      json: [
        statement({
          Action: "kms:Decrypt",
          Condition: { StringEquals: { "kms:KeySpec": "RSA_2048" } },
        }),
      ],
    },
    at: at("StringEquals", "kms:KeySpec"),
    good: {
      json: [
        statement({
          Action: "kms:Decrypt",
          Condition: { StringEquals: { "kms:KeySpec": "SYMMETRIC_DEFAULT" } },
        }),
      ],
    },
  },
  {
    bad: {
      stack: { region: "eu-west-1" },
      json: [
        statement({
          Action: "kms:Decrypt",
          Condition: {
            StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" },
          },
        }),
      ],
    },
    at: at("StringEquals", "kms:ViaService"),
    good: {
      stack: { region: "eu-west-1" },
      json: [
        statement({
          Action: "kms:Decrypt",
          Condition: {
            StringEquals: {
              "kms:ViaService": [
                "s3.us-east-1.amazonaws.com",
                "s3.eu-west-1.amazonaws.com",
              ],
            },
          },
        }),
      ],
    },
  },
];
