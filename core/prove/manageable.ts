import type { Caller } from "../evaluate/caller.ts";
import { readCaller } from "../evaluate/caller.ts";
import { bestFit } from "../evaluate/principals.ts";
import type { NamedPrincipal } from "../evaluate/principals.ts";
import type { Answer } from "./answer.ts";
import { answerOf, beyondAnswer, contrary } from "./answer.ts";
import { policyAt } from "./gained.ts";
import { everythingAllowed, nothingAllowed } from "./meaning.ts";
import type { Prover } from "./prover.ts";
import type { Subject } from "./subject.ts";
import type { Term, WhereTerm } from "./term.ts";

/** Whether somebody can still change the policy of a key. */
export interface Manageability extends Answer {
  /** Who can: principals as the policy names them, and `root` for the root user of the account. */
  readonly by: readonly string[];
  /** Principals without which nobody could any more. */
  readonly singlePointsOfFailure: readonly string[];
  /** Whether AWS KMS takes the policy from the deployer that the settings name. */
  readonly deployer?: DeployerCheck;
}

/**
 * What becomes of the policy lockout safety check: whoever puts the policy must be able to put another.
 * Source: AWS KMS API Reference, "PutKeyPolicy", BypassPolicyLockoutSafetyCheck.
 */
export interface DeployerCheck {
  readonly deployer: string;
  readonly verdict: "accepted" | "refused" | "unknown";
  readonly reason: string;
  /** The same with the check bypassed: it is never refused then. */
  readonly bypassed: "accepted";
}

/** What is known where the policy tells too many requests apart. */
export const beyondManageability: Manageability = {
  ...beyondAnswer,
  by: [],
  singlePointsOfFailure: [],
};

/** The action with which a key policy is changed. */
export const PUT = "kms:PutKeyPolicy";

/** Whether the key can be managed, by whom, and whom it hangs on. Key policies are changed from the key's account only. */
export function manageabilityOf(
  prover: Prover,
  subject: Subject,
): Manageability {
  const { account, policy, settings } = subject;
  const isOwn = (caller: Caller) =>
    caller.kind !== "service" && caller.account === account;
  const nobody = nothingAllowed(prover, [putBy(isOwn)], "any");
  const named = ownPrincipals(
    policy.statements.flatMap(({ principals }) => principals?.list ?? []),
    account,
  );
  const can = (holds: (caller: Caller) => boolean) =>
    nothingAllowed(
      prover,
      [putBy((caller) => isOwn(caller) && holds(caller))],
      "any",
    ).verdict === "refuted";
  const by = [
    ...(can(({ kind }) => kind === "root") ? ["root"] : []),
    ...named
      .filter((one) => can((caller) => fits(one, caller)))
      .map(({ text }) => text),
  ];
  const alone = named.filter(
    (one) =>
      nothingAllowed(
        prover,
        [putBy((caller) => isOwn(caller) && !fits(one, caller))],
        "any",
      ).verdict === "proven",
  );
  const answer = contrary(answerOf(prover, nobody));
  return {
    ...answer,
    by,
    singlePointsOfFailure:
      answer.verdict === "proven" ? alone.map(({ text }) => text) : [],
    ...(settings.deployer !== undefined && {
      deployer: deployerCheck(prover, settings.deployer),
    }),
  };
}

function putBy(caller: (caller: Caller) => boolean): WhereTerm {
  return { kind: "where", caller, action: (name) => name === PUT };
}

function fits(one: NamedPrincipal, caller: Caller): boolean {
  return bestFit([one], caller) === "itself";
}

/** Users, roles and sessions of the account that the policy names. */
function ownPrincipals(
  list: readonly NamedPrincipal[],
  account: string,
): readonly NamedPrincipal[] {
  const own = list.filter((one) => {
    const caller = readCaller(one.text);
    return (
      one.account === undefined &&
      caller !== undefined &&
      caller.kind !== "service" &&
      caller.account === account
    );
  });
  return [...new Map(own.map((one) => [one.text, one])).values()];
}

/** Why a deployer is accepted, refused, or neither for certain. */
export const deployerReasons = {
  refused: "the policy does not let the deployer put a key policy again",
  itself: "the policy lets the deployer itself put a key policy",
  conditions:
    "conditions decide, and AWS does not document how its check reads them",
  iam: "the IAM policies of the deployer decide, and AWS does not document whether its check reads them",
} as const;

/** What becomes of the lockout safety check for a deployer. */
export function deployerCheck(prover: Prover, deployer: string): DeployerCheck {
  const isSession = deployer.includes(":assumed-role/");
  const roles = isSession ? namedRolesOf(prover, deployer) : [];
  const where: readonly Term[] = [
    putBy(
      (one) =>
        one.kind !== "service" &&
        (isSession ? one.arn : one.principalArn) === deployer &&
        (roles.length === 0 || roles.includes(one.principalArn)),
    ),
  ];
  return {
    deployer,
    bypassed: "accepted",
    ...verdictFor(prover, where),
  };
}

/** The roles of a session that the policy names: a role of another path with the same name cannot be there besides. */
function namedRolesOf(prover: Prover, session: string): readonly string[] {
  const of = readCaller(session);
  const names = policyAt(prover, 0).statements.flatMap(({ principals }) =>
    (principals?.list ?? []).map(({ text }) => text),
  );
  return names.filter((text) => {
    const role = readCaller(text);
    return (
      of?.kind === "role" &&
      role?.kind === "role" &&
      role.principalArn === text &&
      role.account === of.account &&
      role.role === of.role
    );
  });
}

function verdictFor(
  prover: Prover,
  where: readonly Term[],
): Pick<DeployerCheck, "verdict" | "reason"> {
  const nothing = nothingAllowed(prover, where, "any");
  if (nothing.verdict === "proven")
    return { verdict: "refused", reason: deployerReasons.refused };
  if (nothing.verdict === "unknown")
    return { verdict: "unknown", reason: nothing.reason };
  if (everythingAllowed(prover, where, "itself").verdict === "proven")
    return { verdict: "accepted", reason: deployerReasons.itself };
  const itself = nothingAllowed(prover, where, "itself");
  return {
    verdict: "unknown",
    reason:
      itself.verdict === "refuted"
        ? deployerReasons.conditions
        : deployerReasons.iam,
  };
}
