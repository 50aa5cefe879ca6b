import { textsOf } from "../../problem/json.ts";
import { findConditionKey } from "../../kms/condition-keys.ts";
import { furtherConditionKeys } from "../../kms/conditions/further.ts";
import { conditionOperators } from "../../policy/operators.ts";
import { eachAsFound } from "../as-found.ts";
import type { Examples } from "../example.ts";
import { statement0 } from "../example.ts";
import { mendedBy } from "../mended-by.ts";
import { placeIn, policyOfKey } from "../policy-view.ts";
import type { StatementView } from "../policy-view.ts";
import type { Report, Rule, RuleSubject } from "../rule.ts";
import { readVariables } from "../variables.ts";
import type { Variable } from "../variables.ts";
import {
  eachCondition,
  nameOf,
  placeOf,
  withValues,
} from "../written-conditions.ts";
import type { WrittenCondition } from "../written-conditions.ts";
import { eachPrincipal } from "../written-principals.ts";

/** AWS takes a variable that is none for a text, which no request has. */
export const policyVariable: Rule = {
  family: "grammar",
  summary:
    "Policy variables are written as AWS reads them, where AWS reads them.",
  why: "A variable that is broken, or stands where AWS replaces none, is mere text: the condition compares with it letter by letter. One of a key that requests do not carry has no value, and matches nothing.",
  mend: "Write `${key}` with a condition key of one value in the Resource or Condition of a policy, and use Fn::Sub for the parameters of a template.",
  severity: "warning",
  source: {
    title: "IAM User Guide, IAM policy elements: Variables and tags",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html",
  },
  check: (subject) => {
    const view = policyOfKey(subject);
    if (view === undefined) return [];
    // In other versions, everything of the kind is text.
    const isRead = view.subject.document["Version"] === "2012-10-17";
    return [
      ...(isRead
        ? eachCondition(subject, (condition) =>
            conditionReports(subject, condition),
          )
        : []),
      ...eachAsFound(subject, elementReports),
      ...principalReports(subject),
    ];
  },
};

interface Fault {
  readonly message: string;
  readonly help: string;
  /** The variable as it is to be written. */
  readonly by?: string | undefined;
}

function conditionReports(
  subject: RuleSubject,
  condition: WrittenCondition,
): readonly Report[] {
  return condition.texts
    .filter((text) => text.includes("${"))
    .flatMap((text) =>
      distinct(readVariables(text)).flatMap((variable) => {
        const fault = faultOf(condition, variable);
        if (fault === undefined) return [];
        const { by, ...words } = fault;
        return [
          mendedBy(
            { path: placeOf(condition), ...words },
            by === undefined
              ? undefined
              : withValues(subject, condition, {
                  title: `Write ${by}`,
                  by: (value) =>
                    value === text ? text.replace(variable.text, by) : value,
                }),
          ),
        ];
      }),
    );
}

/** Of several parameters in one text the first is told, as all of them are mended by the same function. */
function distinct(variables: readonly Variable[]): readonly Variable[] {
  const first = variables.find(({ key }) => isParameter(key));
  return variables.filter((one) => one === first || !isParameter(one.key));
}

function faultOf(
  condition: WrittenCondition,
  variable: Variable,
): Fault | undefined {
  return (
    brokenFault(variable) ??
    placeFault(condition, variable) ??
    keyFault(variable)
  );
}

function brokenFault({ text, key, problem }: Variable): Fault | undefined {
  switch (problem) {
    case "no-brace":
      return {
        message: `\`${text}\` has no closing brace`,
        help: "close the variable with `}`",
        by: /^\$\{[\w:/.-]+$/.test(text) ? `${text}}` : undefined,
      };
    case "empty":
      return {
        message: `\`${text}\` names no condition key`,
        help: "write `${key}` with a condition key",
      };
    case "space":
      return {
        message: `\`${text}\` has a space, so AWS does not read it as a variable`,
        help: "write it without the space",
        by: text.replace(/\$\{\s*[^,}]*/, `\${${key}`),
      };
    case "no-quotes":
      return {
        message: `the default value in \`${text}\` is not in single quotes`,
        help: "write it as `${key, 'value'}`",
      };
    case undefined:
      return undefined;
  }
}

/** Source: IAM User Guide, "Where you can use policy variables". */
const reading: ReadonlySet<string> = new Set(["string", "arn", "boolean"]);

function placeFault(
  condition: WrittenCondition,
  { text }: Variable,
): Fault | undefined {
  const { parsed } = condition;
  if (parsed === undefined) return undefined;
  return reading.has(conditionOperators[parsed.name].type)
    ? undefined
    : {
        message: `${nameOf(condition)} takes no policy variables such as \`${text}\``,
        help: "write the value, or use an operator for texts or ARNs",
      };
}

function keyFault({ text, key }: Variable): Fault | undefined {
  if (/^[*?$]$/.test(key) || isOfServerless(key)) return undefined;
  if (isParameter(key))
    return {
      message: `\`${text}\` is no policy variable, and CloudFormation does not replace it here`,
      help: "use Fn::Sub, or write a policy variable such as `${aws:username}`",
    };
  const row = findConditionKey(key);
  if (row?.multiValued === true)
    return {
      message: `\`${text}\` has several values, and a policy variable stands for one`,
      help: "use the variable of a condition key with one value",
    };
  if (row !== undefined || furtherConditionKeys.has(key.toLowerCase()))
    return undefined;
  // Sessions of identity providers carry keys of these.
  if (/^(?:saml|[^:]*\.[^:]*):/i.test(key)) return undefined;
  return {
    message: `\`${text}\` has no value: requests to AWS KMS carry no condition key \`${key}\``,
    help: "use the variable of a condition key that they carry",
  };
}

/** What a parameter of a template is called, or a pseudo parameter. */
function isParameter(key: string): boolean {
  return key.startsWith("AWS::") || (!key.includes(":") && key.length > 1);
}

/** Source: Serverless Framework documentation, "Variables". */
function isOfServerless(key: string): boolean {
  return /^(?:self|opt|env|sls|param|cf|file)[:(]/.test(key);
}

const elements = ["Action", "NotAction"] as const;

function elementReports(statement: StatementView): readonly Report[] {
  return elements.flatMap((element) =>
    textsOf(statement.written[element])
      .filter((text) => text.includes("${"))
      .map((text) => ({
        path: placeIn(statement, [element], text),
        message: `AWS replaces no variables in \`${element}\`, so \`${text}\` is no action`,
        help: "write the action; a parameter of a template needs Fn::Sub",
      })),
  );
}

function isReplacedNowhere(text: string): boolean {
  return (
    text.includes("${") &&
    readVariables(text).some(({ key }) => !isOfServerless(key))
  );
}

function principalReports(subject: RuleSubject): readonly Report[] {
  return eachPrincipal(subject, (statement, { element, text }) =>
    isReplacedNowhere(text)
      ? [
          {
            path: placeIn(statement, [element]),
            severity: "error",
            message: `AWS replaces no variables in \`${element}\`, so \`${text}\` is no principal`,
            help: "name the principal; a parameter of a template needs Fn::Sub",
          },
        ]
      : [],
  );
}

const asking = (operator: string, value: string) => ({
  json: [
    {
      Effect: "Allow",
      Principal: { AWS: "111122223333" },
      Action: "kms:Decrypt",
      Resource: "*",
      Condition: { [operator]: { "kms:EncryptionContext:user": value } },
    },
  ],
});
const at = (operator: string) =>
  `${statement0}.conditions.${operator}["kms:EncryptionContext:user"]`;

const template = (action: string) => ({
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
            Action: "${action}"
            Resource: "*"
`,
});

export const examples = (): Examples => [
  {
    bad: asking("StringEquals", "${aws:username"),
    at: at("StringEquals"),
    good: asking("StringEquals", "${aws:username}"),
  },
  {
    bad: asking("StringLike", "${ aws:username }/${}/${aws:userid, none}"),
    at: [at("StringLike"), at("StringLike"), at("StringLike")],
    good: asking("StringLike", "${*}/${aws:PrincipalTag/team, 'none'}/*"),
  },
  {
    bad: asking("StringEquals", "${Account}/${aws:CalledVia}/${s3:prefix}"),
    at: [at("StringEquals"), at("StringEquals"), at("StringEquals")],
    good: asking("StringEquals", "${saml:sub}/${aws:SourceVpcArn}/$x"),
  },
  {
    bad: asking("NumericEquals", "${aws:MultiFactorAuthAge}"),
    at: at("NumericEquals"),
    good: asking("NumericEquals", "7"),
  },
  {
    bad: template("kms:${Action}"),
    at: `${statement0}.verbatim.Action`,
    good: template("kms:*"),
  },
];
