import type { Caller } from "../evaluate/caller.ts";
import { evaluateRequest } from "../evaluate/evaluate.ts";
import { bestFit, readPrincipals } from "../evaluate/principals.ts";
import type { AccessRequest } from "../evaluate/request.ts";
import type { PolicyStatement } from "../evaluate/statement.ts";
import type { KmsAction } from "../kms/actions.ts";
import { kmsActionNames, kmsActions } from "../kms/actions.ts";
import { isAccountId } from "../policy/arn.ts";
import { foldCase, globOf, matchesGlob } from "../policy/glob.ts";
import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonList, isJsonObject } from "../problem/json.ts";
import { nothingAllowed, proverOf } from "./meaning.ts";
import type { Subject } from "./subject.ts";
import { keyFactsOf } from "./subject.ts";
import { requestOf } from "./witness.ts";

/** The two halves of a permission that reaches into another account. */
export interface BothSides {
  /** The statement of the key policy, as it is there. */
  readonly statement: JsonObject;
  /** What the IAM policies of the other account need besides. */
  readonly identityPolicy: JsonObject;
  /** One request for each action. */
  readonly requests: readonly AccessRequest[];
  /** With both, every one of the requests is allowed. */
  readonly provenTogether: boolean;
  /** With one of them alone, none of the requests is. */
  readonly provenApart: boolean;
}

/**
 * What it takes on both sides that a principal of another account may do what a statement of the key policy allows it.
 * Undefined where the statement allows nobody of that name anything across accounts.
 * Source: AWS KMS Developer Guide, "Allowing users in other accounts to use a KMS key".
 */
export function bothSides(
  subject: Subject,
  statementIndex: number,
  principalText: string,
): BothSides | undefined {
  const statement = subject.policy.statements[statementIndex];
  const json = statementsIn(subject.document)[statementIndex];
  if (statement?.effect !== "Allow" || !isJsonObject(json)) return undefined;
  const requests = requestsFor(subject, statement, {
    text: principalText,
    isMeant: outsiderNamed(principalText, subject),
  });
  if (requests.length === 0) return undefined;
  const half = { json, requests };
  const identityPolicy = identityPolicyFor(subject, statement, half);
  return {
    statement: json,
    identityPolicy,
    requests,
    ...proofs(subject, statementIndex, { identityPolicy, requests }),
  };
}

/** A statement, and what it allows across accounts. */
interface Half {
  readonly json: JsonObject;
  readonly requests: readonly AccessRequest[];
}

/** Whom a text names, and whether a caller is one of them. */
interface Who {
  readonly text: string;
  readonly isMeant: (caller: Caller) => boolean;
}

/** The evaluator decides each request with both sides, and with either alone. */
function proofs(
  subject: Subject,
  index: number,
  { identityPolicy, requests }: Pick<BothSides, "identityPolicy" | "requests">,
): Pick<BothSides, "provenTogether" | "provenApart"> {
  const { document } = subject;
  const without = {
    ...document,
    Statement: statementsIn(document).filter((_, at) => at !== index),
  };
  const key = keyFactsOf(subject);
  const isAllowed = (
    keyPolicy: JsonObject,
    identityPolicies: readonly JsonObject[],
  ) =>
    requests.filter((request) => {
      const all = { ...request, identityPolicies };
      const asked = evaluateRequest(keyPolicy, all, key);
      return asked.ok && asked.value.final === "Allowed";
    }).length;
  return {
    provenTogether: isAllowed(document, [identityPolicy]) === requests.length,
    provenApart:
      isAllowed(document, []) === 0 &&
      isAllowed(without, [identityPolicy]) === 0,
  };
}

function statementsIn({ Statement: list = [] }: JsonObject): readonly Json[] {
  return isJsonList(list) ? list : [list];
}

/** Whether a caller of another account is the one whom a text names, or of the account that it names. */
function outsiderNamed(
  text: string,
  { account }: Subject,
): (caller: Caller) => boolean {
  const isOfAws = text === "*" || isAccountId(text) || text.startsWith("arn:");
  const list = isOfAws ? (readPrincipals({ AWS: text }) ?? []) : [];
  // A root user has no IAM policies, and services are in no account.
  return (caller) =>
    caller.kind !== "service" &&
    caller.kind !== "root" &&
    caller.account !== account &&
    bestFit(list, caller) !== "none";
}

/** For each action that works across accounts one request that the statement allows to such a caller. */
function requestsFor(
  subject: Subject,
  { index, hasAction }: PolicyStatement,
  who: Who,
): readonly AccessRequest[] {
  const actions = kmsActionNames.filter(
    (action) => worksAcrossAccounts(action) && hasAction(action),
  );
  const prover =
    actions.length === 0
      ? undefined
      : proverOf([subject], { principals: [who.text] });
  if (prover === undefined) return [];
  return actions.flatMap((action) => {
    const found = nothingAllowed(
      prover,
      [
        {
          kind: "where",
          caller: who.isMeant,
          action: (name) => name === action,
        },
        {
          kind: "statement",
          policy: 0,
          statement: index,
          side: "any",
          bound: "must",
        },
      ],
      "any",
    );
    return found.verdict === "refuted"
      ? [requestOf(found.point, prover.space)]
      : [];
  });
}

function worksAcrossAccounts(action: KmsAction): boolean {
  const { crossAccount } = kmsActions[action];
  return crossAccount === "yes" || crossAccount === "partly";
}

/** Allows the actions that the statement allows across accounts, in its own words where these say no more. */
function identityPolicyFor(
  { keyArn }: Subject,
  statement: PolicyStatement,
  { json, requests }: Half,
): JsonObject {
  const actions = requests.map(({ action }) => action);
  const written = textsIn(json["Action"]).filter((pattern) =>
    kmsActionNames.some((name) => covers(pattern, name)),
  );
  const isSame =
    written.length > 0 &&
    kmsActionNames.every(
      (name) =>
        actions.includes(name) ===
        (statement.hasAction(name) && worksAcrossAccounts(name)),
    ) &&
    written.every((pattern) =>
      kmsActionNames.every(
        (name) => !covers(pattern, name) || actions.includes(name),
      ),
    );
  return {
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Action: isSame ? written : actions,
        Resource: keyArn,
      },
    ],
  };
}

function covers(pattern: string, name: string): boolean {
  return matchesGlob(globOf(foldCase(pattern)), foldCase(name));
}

function textsIn(value: Json | undefined): readonly string[] {
  const list = isJsonList(value) ? value : [value];
  return list.filter((one) => typeof one === "string");
}
