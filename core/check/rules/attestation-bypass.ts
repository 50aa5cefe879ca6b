import type { KmsAction } from "../../kms/actions.ts";
import { kmsActions } from "../../kms/actions.ts";
import { asksAttestation, takesAttestation } from "../attestation.ts";
import {
  areConditionsKnown,
  saysOfAbsent,
  testsOf,
} from "../condition-tests.ts";
import type { Examples } from "../example.ts";
import { placeIn, policyOfKey } from "../policy-view.ts";
import type {
  PolicyView,
  PrincipalView,
  StatementView,
} from "../policy-view.ts";
import { accountOfPrincipal, sortOf } from "../principal-facts.ts";
import { namesOf } from "../principal-names.ts";
import type { Report, Rule, RuleSubject } from "../rule.ts";
import { statementFix, withoutTexts } from "../statement-fix.ts";
import { listOfNames } from "../text-list.ts";
import { decidedBy } from "../action-facts.ts";

/** A condition on the enclave binds nobody who is let in without it by another statement. */
export const attestationBypass: Rule = {
  family: "least-privilege",
  summary:
    "What asks for the attestation of an enclave is not allowed without it elsewhere.",
  why: "One statement lets a role decrypt inside of an attested enclave only. Another that allows the same without the condition lets it do so anywhere, and the attestation protects nothing.",
  mend: "Take the action out of the other statement, or deny it to requests without the attestation.",
  severity: "warning",
  source: {
    title: "AWS KMS Developer Guide, Condition keys for attested platforms",
    url: "https://docs.aws.amazon.com/kms/latest/developerguide/conditions-attestation.html",
  },
  check: (subject) => {
    const view = policyOfKey(subject);
    if (view === undefined || !view.statements.some(asksAttestation)) return [];
    const attested = attestedIn(view);
    return view.statements
      .filter((one) => one.effect === "Allow" && areConditionsKnown(view, one))
      .flatMap((statement) => {
        const way = asksAttestation(statement)
          ? looseWay(view, statement)
          : wayAround(view, statement, attested);
        return way === undefined ? [] : [report(subject, statement, way)];
      });
  },
};

/** Who may do what in an enclave. */
interface Attested {
  readonly actions: ReadonlySet<KmsAction>;
  readonly texts: ReadonlySet<string>;
  readonly accounts: ReadonlySet<string>;
}

function attestedIn(view: PolicyView): Attested {
  const statements = view.statements.filter((one) => isBound(view, one));
  const principals = statements.flatMap((one) => one.principals);
  return {
    actions: new Set(
      statements.flatMap(({ covers }) => covers).filter(takesAttestation),
    ),
    texts: new Set(principals.map(({ text }) => text)),
    accounts: new Set(
      principals.flatMap((one) => accountOfPrincipal(one) ?? []),
    ),
  };
}

/** The statement allows only requests with an attestation. */
function isBound(view: PolicyView, statement: StatementView): boolean {
  return (
    statement.effect === "Allow" &&
    asksAttestation(statement) &&
    testsOf(view, statement).some(
      (test) => isAttestation(test) && saysOfAbsent(test) === false,
    )
  );
}

function isAttestation({ lower }: { readonly lower: string }): boolean {
  return lower.startsWith("kms:recipientattestation:");
}

/** A way to do without an attestation what others need one for. */
interface Way {
  readonly actions: readonly KmsAction[];
  readonly message: string;
  readonly severity?: "info";
}

/** The conditions on the attestation hold for requests without one. */
function looseWay(view: PolicyView, statement: StatementView): Way | undefined {
  if (isBound(view, statement)) return undefined;
  const actions = statement.covers.filter(takesAttestation);
  return actions.length === 0
    ? undefined
    : {
        actions,
        message: `${statement.name} allows ${listOfNames(actions)} without an attestation too: its conditions hold where there is none`,
      };
}

function wayAround(
  view: PolicyView,
  statement: StatementView,
  attested: Attested,
): Way | undefined {
  const actions = statement.covers.filter((one) => attested.actions.has(one));
  if (actions.length === 0) return undefined;
  const ways = statement.principals
    .map((one) => wayOf(one, { actions, statement }, attested))
    .filter((one) => one !== undefined);
  const [way] = [
    ...ways.filter(({ severity }) => severity === undefined),
    ...ways,
  ];
  return way === undefined || isDenied(view, statement, way.actions)
    ? undefined
    : way;
}

interface Open {
  readonly actions: readonly KmsAction[];
  /** The statement that allows them. */
  readonly statement: StatementView;
}

function wayOf(
  principal: PrincipalView,
  { actions, statement }: Open,
  { texts, accounts }: Attested,
): Way | undefined {
  const { text } = principal;
  const sort = sortOf(principal);
  const may = (who: string, those: readonly string[], where: string) =>
    `${who} may ${listOfNames(those)} ${where}, by ${statement.name}`;
  const [name = text] = namesOf(statement, [principal]);
  const outside = "outside of the enclave too";
  if (texts.has(text))
    return { actions, message: may(`\`${name}\``, actions, outside) };
  if (sort === "everyone")
    return { actions, message: may("everyone", actions, outside) };
  const without = "without an attestation";
  if (sort === "account" && accounts.has(accountOfPrincipal(principal) ?? ""))
    return {
      actions,
      message: may("whoever IAM policies let", actions, without),
      severity: "info",
    };
  const opening = actions.filter(opens);
  return sort === "identity" && opening.length > 0
    ? {
        actions: opening,
        message: may(`\`${name}\``, opening, without),
        severity: "info",
      }
    : undefined;
}

/** The action gives what the enclave is to keep to itself; to make new data keys outside is what its clients do. */
function opens(action: KmsAction): boolean {
  return ["decrypt", "agree"].includes(kmsActions[action].capability);
}

/** A statement denies the actions to every request without an attestation. */
function isDenied(
  view: PolicyView,
  { principals }: StatementView,
  actions: readonly KmsAction[],
): boolean {
  return view.statements.some((deny) => {
    const tests = testsOf(view, deny);
    return (
      deny.effect === "Deny" &&
      tests.length > 0 &&
      tests.every(
        (test) => isAttestation(test) && saysOfAbsent(test) === true,
      ) &&
      actions.every((action) => deny.covers.includes(action)) &&
      principals.every((one) =>
        deny.principals.some(
          (denied) => sortOf(denied) === "everyone" || denied.text === one.text,
        ),
      )
    );
  });
}

function report(
  subject: RuleSubject,
  statement: StatementView,
  { actions, message, severity }: Way,
): Report {
  const texts = statement.actions.filter((text) => {
    const those = decidedBy(text);
    return those.length > 0 && those.every((one) => actions.includes(one));
  });
  const fix =
    texts.length > 0 && !asksAttestation(statement)
      ? statementFix(subject, statement, {
          title: `Remove ${texts.join(", ")}`,
          edit: (elements) => withoutTexts(elements, "Action", texts),
        })
      : undefined;
  return {
    path: placeIn(statement, ["Action"], texts[0]),
    message,
    help: "take it out of this statement, or deny it to requests without the attestation",
    ...(severity !== undefined && { severity }),
    ...(fix !== undefined && { fix }),
  };
}

const statement = (Principal: object | string, more: object) => ({
  Effect: "Allow",
  Principal: typeof Principal === "string" ? Principal : { ...Principal },
  Action: ["kms:Decrypt"],
  Resource: "*",
  ...more,
});
const enclave = { AWS: "arn:aws:iam::111122223333:role/Enclave" };
const image = "ab12".repeat(24);
const asks = (operator: string) => ({
  [operator]: { "kms:RecipientAttestation:ImageSha384": image },
});
const inEnclave = statement(enclave, {
  Condition: asks("StringEqualsIgnoreCase"),
});
const alone = { key: { policy: { mode: "replace", statements: [] } } } as const;

export const examples: Examples = [
  {
    bad: {
      ...alone,
      json: [
        inEnclave,
        statement(enclave, { Action: ["kms:Decrypt", "kms:Encrypt"] }),
      ],
    },
    at: "keys[0].policy.statements[1].actions[0]",
    good: {
      ...alone,
      json: [
        inEnclave,
        statement(enclave, { Action: ["kms:Encrypt", "kms:DescribeKey"] }),
      ],
    },
  },
  {
    bad: { json: [inEnclave] },
    at: "keys[0].policy.mode",
    good: {
      json: [
        inEnclave,
        statement("*", {
          Effect: "Deny",
          Condition: asks("StringNotEqualsIgnoreCase"),
        }),
      ],
    },
  },
  {
    bad: {
      ...alone,
      json: [
        statement(enclave, {
          Condition: asks("StringEqualsIgnoreCaseIfExists"),
        }),
      ],
    },
    at: "keys[0].policy.statements[0].actions[0]",
    good: { ...alone, json: [inEnclave] },
  },
  {
    bad: {
      ...alone,
      json: [
        inEnclave,
        statement({ AWS: "arn:aws:iam::111122223333:role/Other" }, {}),
      ],
    },
    at: "keys[0].policy.statements[1].actions[0]",
    good: {
      ...alone,
      json: [
        inEnclave,
        statement(
          { AWS: "arn:aws:iam::111122223333:role/Other" },
          { Action: "kms:GenerateDataKey" },
        ),
      ],
    },
  },
  {
    bad: {
      ...alone,
      json: [
        inEnclave,
        statement(
          { AWS: "*" },
          {
            Condition: {
              StringEquals: { "kms:CallerAccount": "111122223333" },
            },
          },
        ),
      ],
    },
    at: "keys[0].policy.statements[1].actions[0]",
    good: { ...alone, json: [inEnclave] },
  },
];
