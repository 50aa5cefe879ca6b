import { listOf } from "../../problem/json.ts";
import type { KmsAction } from "../../kms/actions.ts";
import { isOneAction } from "../action-facts.ts";
import type { Examples } from "../example.ts";
import { placeIn, policyOfKey } from "../policy-view.ts";
import type { PolicyView, StatementView } from "../policy-view.ts";
import type { Report, Rule, RuleSubject } from "../rule.ts";
import { statementFix } from "../statement-fix.ts";

/**
 * Whoever moves data from one key to another needs one half on each, which is no mistake. Whoever may encrypt and
 * decrypt with this one most likely meant both.
 */
export const reEncryptHalf: Rule = {
  family: "kms-facts",
  summary: "Whoever uses the key as a whole has both halves of ReEncrypt.",
  why: "ReEncrypt asks for kms:ReEncryptFrom on the key that decrypts and for kms:ReEncryptTo on the key that encrypts. To re-encrypt under the same key takes both.",
  mend: "Allow kms:ReEncrypt*, or leave it as it is where another key has the other half.",
  severity: "info",
  source: {
    title: "AWS KMS API Reference, ReEncrypt",
    url: "https://docs.aws.amazon.com/kms/latest/APIReference/API_ReEncrypt.html",
  },
  check: (subject) => {
    const view = policyOfKey(subject);
    if (view === undefined) return [];
    return view.statements
      .filter(({ effect }) => effect === "Allow")
      .flatMap((statement) =>
        statement.actions.flatMap((text) => {
          const other = otherHalf(text);
          return other === undefined || !isLacking(view, statement, other)
            ? []
            : [report(subject, statement, [text, other])];
        }),
      );
  },
};

const halves: readonly KmsAction[] = ["kms:ReEncryptFrom", "kms:ReEncryptTo"];
const whole: readonly KmsAction[] = ["kms:Encrypt", "kms:Decrypt"];

/** The half that a text does not name; undefined where it names no half by itself. */
function otherHalf(text: string): KmsAction | undefined {
  if (!isOneAction(text)) return undefined;
  const named = halves.find(
    (half) => half.toLowerCase() === text.toLowerCase(),
  );
  return named && halves.find((half) => half !== named);
}

/** Some principal of the statement has all but the other half. */
function isLacking(
  { statements }: PolicyView,
  statement: StatementView,
  other: KmsAction,
): boolean {
  return statement.principals.some(({ type, text }) => {
    const allowed = new Set(
      statements
        .filter(
          ({ effect, principals }) =>
            effect === "Allow" &&
            principals.some((one) => one.type === type && one.text === text),
        )
        .flatMap(({ covers }) => covers),
    );
    return !allowed.has(other) && whole.every((action) => allowed.has(action));
  });
}

function report(
  subject: RuleSubject,
  statement: StatementView,
  [text, other]: readonly [text: string, other: string],
): Report {
  const fix = statementFix(subject, statement, {
    title: `Allow ${other} too`,
    edit: (elements) => ({
      ...elements,
      Action: [...listOf(elements["Action"]), other],
    }),
  });
  return {
    path: placeIn(statement, ["Action"], text),
    message: `\`${text}\` without \`${other}\` does not re-encrypt under this key`,
    help: "allow kms:ReEncrypt*, unless another key has the other half",
    ...(fix !== undefined && { fix }),
  };
}

const allow = (...actions: readonly string[]) => ({
  json: [
    {
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::111122223333:role/App" },
      Action: actions,
      Resource: "*",
    },
  ],
});

export const examples = (): Examples => [
  {
    bad: allow("kms:Encrypt", "kms:Decrypt", "kms:ReEncryptFrom"),
    at: "keys[0].policy.statements[0].actions[2]",
    good: allow("kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*"),
  },
  {
    bad: allow("kms:ReEncryptTo", "kms:Encrypt", "kms:Decrypt"),
    at: "keys[0].policy.statements[0].actions[0]",
    good: allow("kms:ReEncryptFrom", "kms:Decrypt"),
  },
];
