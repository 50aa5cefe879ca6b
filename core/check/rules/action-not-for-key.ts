import type { KmsAction } from "../../kms/actions.ts";
import { kmsActions } from "../../kms/actions.ts";
import type { Path } from "../../problem/problem.ts";
import { decidedBy, isOneAction, isUse } from "../action-facts.ts";
import type { Examples } from "../example.ts";
import { factsOf } from "../key-facts.ts";
import type { KeyFacts } from "../key-facts.ts";
import { placeIn, policyOfKey } from "../policy-view.ts";
import type { StatementView } from "../policy-view.ts";
import type { Report, Rule, RuleSubject } from "../rule.ts";
import { statementFix, withoutTexts } from "../statement-fix.ts";

/** What an action needs of a key is in the tables; patterns such as kms:* are about more than one kind of key. */
export const actionNotForKey: Rule = {
  family: "kms-facts",
  summary: "Each action that is named is one that the key can do.",
  why: "AWS KMS refuses an operation that does not fit the spec, the usage or the origin of the key, whoever is allowed it. Often another key was meant, or another setting of this one.",
  mend: "Remove the action, or correct the spec, usage or origin of the key.",
  severity: "warning",
  source: {
    title: "AWS KMS Developer Guide, Key type reference",
    url: "https://docs.aws.amazon.com/kms/latest/developerguide/symm-asymm-compare.html",
  },
  check: (subject) => {
    const view = policyOfKey(subject);
    if (view === undefined) return [];
    const facts = factsOf(subject, view);
    return view.statements
      .filter(({ effect, path }) => effect === "Allow" && !isGrant(path))
      .flatMap((statement) =>
        statement.actions.flatMap((text) => {
          const reason = isOneAction(text) ? unfit(text, facts) : undefined;
          return reason === undefined
            ? []
            : [report(subject, statement, { text, ...reason })];
        }),
      );
  },
};

/** A grant of the CDK wrote the statement, and has a finding of its own. */
function isGrant([, , part]: Path): boolean {
  return part === "grants";
}

interface Unfit {
  readonly action: KmsAction;
  /** What of the key it does not fit. */
  readonly what: string;
}

function unfit(text: string, facts: KeyFacts): Unfit | undefined {
  const [action] = decidedBy(text);
  if (action === undefined) return undefined;
  const { usages, specs, origins } = kmsActions[action].validFor ?? {};
  const { keyUsage, keySpec, origin } = facts;
  const asked = [
    ["key usage", keyUsage, usages],
    ["key spec", keySpec, specs],
    ["origin", origin, origins],
  ] as const;
  for (const [name, value, fitting] of asked)
    if (value !== undefined && fitting && !isAmong(fitting, value))
      return { action, what: `${name} \`${value}\`` };
  return undefined;
}

function isAmong(list: readonly string[], value: string): boolean {
  return list.includes(value);
}

function report(
  subject: RuleSubject,
  statement: StatementView,
  { text, action, what }: Unfit & { readonly text: string },
): Report {
  const fix = statementFix(subject, statement, {
    title: `Remove ${text}`,
    edit: (elements) => withoutTexts(elements, "Action", [text]),
  });
  return {
    path: placeIn(statement, ["Action"], text),
    message: `a key with ${what} cannot do \`${action}\``,
    help: "remove the action, or correct the settings of the key",
    ...(!isUse(action) && { severity: "info" }),
    ...(fix !== undefined && { fix }),
  };
}

const allow = (...actions: readonly string[]) => ({
  Effect: "Allow",
  Principal: { AWS: "arn:aws:iam::111122223333:role/App" },
  Action: actions,
  Resource: "*",
});

export const examples = (): Examples => [
  {
    bad: { json: [allow("kms:Decrypt", "kms:Sign")] },
    at: "keys[0].policy.statements[0].actions[1]",
    good: { json: [allow("kms:Decrypt", "kms:*")] },
  },
  {
    bad: {
      key: { keySpec: "ECC_NIST_P256", keyUsage: "KEY_AGREEMENT" },
      json: [allow("kms:DeriveSharedSecret", "kms:Verify")],
    },
    at: "keys[0].policy.statements[0].actions[1]",
    good: {
      key: { keySpec: "ECC_NIST_P256", keyUsage: "SIGN_VERIFY" },
      json: [allow("kms:Sign", "kms:Verify", "kms:GetPublicKey")],
    },
  },
  {
    bad: { json: [allow("kms:ImportKeyMaterial")] },
    at: "keys[0].policy.statements[0].actions[0]",
    good: {
      key: { origin: "EXTERNAL" },
      json: [allow("kms:ImportKeyMaterial")],
    },
  },
];
