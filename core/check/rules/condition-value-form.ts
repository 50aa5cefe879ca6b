import { isAccountId } from "../../policy/arn.ts";
import { conditionOperators } from "../../policy/operators.ts";
import type { OperatorName } from "../../policy/operators.ts";
import { matchesWildcard } from "../../policy/wildcard.ts";
import type { Examples } from "../example.ts";
import { statement0 } from "../example.ts";
import { mendedBy } from "../mended-by.ts";
import { nearestName } from "../near-text.ts";
import type { Report, Rule, RuleSubject } from "../rule.ts";
import { formOfKey } from "../value-forms.ts";
import { eachCondition, placeOf, withValues } from "../written-conditions.ts";
import type { Scalar, WrittenCondition } from "../written-conditions.ts";

/** Of many condition keys it is known what their values look like; no request carries others. */
export const conditionValueForm: Rule = {
  family: "kms-facts",
  summary: "Values of conditions are such as requests carry.",
  why: "AWS KMS takes any text as a value. Where no request can carry it, the condition never holds, or always does: an account ID of 11 digits, a Region that there is not, the ARN of a session in place of that of its role.",
  mend: "Write a value of the form that the condition key has.",
  severity: "warning",
  source: {
    title: "IAM User Guide, AWS global condition context keys",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html",
  },
  check: (subject) =>
    eachCondition(subject, (condition) =>
      condition.plain.flatMap((value) => {
        const fault = faultOf(condition, value);
        return fault === undefined
          ? []
          : [reportOf(subject, condition, { value, ...fault })];
      }),
    ),
};

interface Fault {
  readonly message: string;
  readonly help: string;
  /** What to write in place of the value. */
  readonly by?: string | undefined;
  readonly severity?: "info" | undefined;
}

function reportOf(
  subject: RuleSubject,
  condition: WrittenCondition,
  { value, message, help, by, severity }: Fault & { readonly value: Scalar },
): Report {
  return mendedBy(
    {
      path: placeOf(condition),
      message,
      help,
      ...(severity !== undefined && { severity }),
    },
    by === undefined
      ? undefined
      : withValues(subject, condition, {
          title: `Write ${by}`,
          by: (one) => (one === value ? by : one),
        }),
  );
}

function faultOf(
  condition: WrittenCondition,
  value: Scalar,
): Fault | undefined {
  const { parsed, name, row } = condition;
  const text = String(value);
  if (parsed === undefined || text.includes("${")) return undefined;
  const { type } = conditionOperators[parsed.name];
  if (type !== "string" && type !== "arn") return undefined;
  const inArn =
    accountFault(text) ??
    (name === "aws:principalarn" ? sessionFault(condition, text) : undefined);
  // Whether it is an ARN at all, the rule on types of values asks.
  if (inArn !== undefined || type === "arn") return inArn;
  if (row?.allowedValues) return choiceFault(condition, text, parsed.name);
  return formFault(condition, value, parsed.name);
}

/** An ARN of an account whose ID has too few or too many digits. */
function accountFault(text: string): Fault | undefined {
  const account = /^arn:(?:[^:]*:){3}(?<account>\d+):/.exec(text)?.groups?.[
    "account"
  ];
  if (account === undefined || isAccountId(account)) return undefined;
  return {
    message: `\`${text}\` is of account \`${account}\`, which is no account ID`,
    help: "an account ID has 12 digits",
  };
}

/** Source: IAM User Guide, "AWS global condition context keys", aws:PrincipalArn. */
function sessionFault(
  { key }: WrittenCondition,
  text: string,
): Fault | undefined {
  const session =
    /^(?<start>arn:[^:]*):sts::(?<account>[^:]*):assumed-role\/(?<role>[^/]+)/.exec(
      text,
    )?.groups;
  if (session === undefined) return undefined;
  const { start = "", account = "", role = "" } = session;
  return {
    message: `\`${text}\` is the ARN of a session, and \`${key}\` has that of its role`,
    help: "write the ARN of the role, with its path",
    by: role.includes("*")
      ? undefined
      : `${start}:iam::${account}:role/${role}`,
  };
}

function isPattern(operator: OperatorName): boolean {
  return operator.endsWith("Like");
}

function choiceFault(
  { key, row }: WrittenCondition,
  text: string,
  operator: OperatorName,
): Fault | undefined {
  const choice = row?.allowedValues ?? [];
  const ignoreCase = operator.endsWith("IgnoreCase");
  const isOpen = /[*?]/.test(text);
  if (isOpen && !isPattern(operator)) return undefined;
  if (choice.some((one) => matchesWildcard(text, one, { ignoreCase })))
    return undefined;
  const by = isOpen ? undefined : nearestName(text, choice);
  return {
    message: `\`${text}\` is no value of \`${key}\``,
    help:
      by === undefined
        ? `choose among \`${choice.join("`, `")}\``
        : `write \`${by}\`, if that is meant`,
    by,
  };
}

function formFault(
  { key, name }: WrittenCondition,
  value: Scalar,
  operator: OperatorName,
): Fault | undefined {
  const form = formOfKey(name);
  const text = String(value);
  if (form === undefined) return undefined;
  if (isPattern(operator) && /[*?]/.test(text)) {
    const [head = ""] = text.split(/[*?]/);
    const start = form.start ?? "";
    return head.startsWith(start) || start.startsWith(head)
      ? undefined
      : {
          message: `\`${text}\` matches no value of \`${key}\`, which is ${form.words}`,
          help: form.help,
        };
  }
  // Wildcards that are compared letter by letter are reported as that.
  if (/[*?]/.test(text) || form.fits(text)) return undefined;
  return {
    message: `\`${text}\` is no value of \`${key}\`, which is ${form.words}`,
    help: form.help,
    by: form.mended?.(value),
    severity: form.mayBe?.(text) === true ? "info" : undefined,
  };
}

const asking = (operator: string, key: string, value: Scalar) => ({
  json: [
    {
      Effect: "Allow",
      Principal: { AWS: "*" },
      Action: "kms:CreateGrant",
      Resource: "*",
      Condition: { [operator]: { [key]: value } },
    },
  ],
});
const at = (operator: string, key: string) =>
  `${statement0}.conditions.${operator}["${key}"]`;

export const examples = (): Examples => [
  {
    bad: asking("StringEquals", "kms:CallerAccount", "1111-2222-3333"),
    at: at("StringEquals", "kms:CallerAccount"),
    good: asking("StringEquals", "kms:CallerAccount", "111122223333"),
  },
  {
    bad: asking("ArnLike", "aws:SourceArn", "arn:aws:sns:*:11122223333:*"),
    at: at("ArnLike", "aws:SourceArn"),
    good: asking("ArnLike", "aws:SourceArn", "arn:aws:sns:*:1111*:*"),
  },
  {
    bad: asking(
      "ArnLike",
      "aws:PrincipalArn",
      "arn:aws:sts::111122223333:assumed-role/App/*",
    ),
    at: at("ArnLike", "aws:PrincipalArn"),
    good: asking(
      "StringLike",
      "aws:PrincipalArn",
      "arn:aws:iam::111122223333:role/*",
    ),
  },
  {
    bad: asking("StringLike", "aws:PrincipalOrgID", "111122223333*"),
    at: at("StringLike", "aws:PrincipalOrgID"),
    good: asking("StringEquals", "aws:PrincipalOrgID", "o-a1b2c3d4e5"),
  },
  {
    bad: asking("StringEquals", "kms:GrantConstraintType", "EncryptionContext"),
    at: at("StringEquals", "kms:GrantConstraintType"),
    good: asking("StringLike", "kms:GrantConstraintType", "EncryptionContext*"),
  },
];
