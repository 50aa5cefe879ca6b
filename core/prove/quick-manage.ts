import type { AwsCaller } from "../evaluate/caller.ts";
import { readCaller } from "../evaluate/caller.ts";
import type { Question } from "../evaluate/decide.ts";
import { decide } from "../evaluate/decide.ts";
import type { NamedPrincipal } from "../evaluate/principals.ts";
import type { Policy, PolicyStatement } from "../evaluate/statement.ts";
import { accountIn } from "./caller-dimension.ts";
import type { DeployerCheck } from "./manageable.ts";
import { deployerReasons, PUT } from "./manageable.ts";
import { inSession, rootOf } from "./sample-callers.ts";
import type { SampleRequests } from "./sample-requests.ts";
import type { Subject } from "./subject.ts";

/** A request with which the root user of the account changes the policy, where one is found at once. */
export function rootPutsPolicy(requests: SampleRequests): Question | undefined {
  const { policy } = requests.subject;
  const root = rootOf(requests.subject);
  const about = policy.statements.filter(
    (one) => one.hasAction(PUT) && one.principals?.fits(root) === "itself",
  );
  const denies = about.filter(({ effect }) => effect === "Deny");
  for (const allow of about) {
    if (allow.effect === "Deny") continue;
    const found = allowedPut(requests, root, { allow, denies });
    if (found?.decision === "direct") return found.question;
  }
  return undefined;
}

/** A request to change the policy that a statement allows a caller, and what the policy says of it. */
function allowedPut(
  requests: SampleRequests,
  caller: AwsCaller,
  {
    allow,
    denies,
  }: {
    readonly allow: PolicyStatement;
    readonly denies: readonly PolicyStatement[];
  },
) {
  const aim = { fits: [allow], avoids: denies, actions: [PUT] };
  const question = requests.find(aim, caller);
  // What AWS does not document is in the way, too.
  return (
    question && {
      question,
      decision: decide(requests.subject.policy, question),
    }
  );
}

/** Nobody of the account changes the policy, as every statement that would let somebody is about others by name. */
export function nobodyPutsPolicy({ policy, account }: Subject): boolean {
  const isElsewhere = (one: NamedPrincipal) => {
    if (one.type === "Service") return true;
    const home = one.account ?? accountIn(one.text);
    return one.type === "AWS" && home !== undefined && home !== account;
  };
  return policy.statements.every(
    ({ effect, hasAction, principals, faults }) =>
      effect === "Deny" ||
      (faults.length === 0 &&
        (!hasAction(PUT) ||
          principals === undefined ||
          (!principals.isNot && principals.list.every(isElsewhere)))),
  );
}

/** What becomes of the lockout safety check for a user or a role, where that shows at once. */
export function deployerAtOnce(
  requests: SampleRequests,
  deployer: string,
): DeployerCheck | undefined {
  const { policy, keyArn } = requests.subject;
  const caller = simpleCaller(policy, deployer);
  if (caller === undefined) return undefined;
  const about = policy.statements.filter(
    (one) => one.hasAction(PUT) && isAbout(one, caller),
  );
  const denies = about.filter(({ effect }) => effect === "Deny");
  const allows = about.filter(({ effect }) => effect === "Allow");
  const itself = allows.filter(
    ({ principals }) => principals?.fits(caller) !== "account",
  );
  const found = { deployer, bypassed: "accepted" } as const;
  if (denies.length === 0 && itself.some((one) => isUnconditional(one, keyArn)))
    return { ...found, verdict: "accepted", reason: deployerReasons.itself };
  const isByAccount = allows.some(
    (allow) =>
      allowedPut(requests, caller, { allow, denies })?.decision === "account",
  );
  return itself.length === 0 && isByAccount
    ? { ...found, verdict: "unknown", reason: deployerReasons.iam }
    : undefined;
}

/** A caller all of whose requests to change a policy are treated alike, but for conditions. */
function simpleCaller(
  { statements }: Policy,
  deployer: string,
): AwsCaller | undefined {
  const caller = readCaller(deployer);
  if (caller === undefined || caller.kind === "service") return undefined;
  // Sessions of one role may be treated differently, and so may what identity providers stand behind.
  const isSimple =
    caller.arn === caller.principalArn &&
    caller.kind !== "root" &&
    statements.every(isOfWholeRoles);
  return isSimple ? inSession(caller) : undefined;
}

function isAbout({ principals }: PolicyStatement, caller: AwsCaller): boolean {
  return principals !== undefined && principals.fits(caller) !== "none";
}

function isOfWholeRoles({ principals, faults }: PolicyStatement): boolean {
  const list = principals?.list ?? [];
  return (
    faults.length === 0 &&
    list.every(
      ({ type, text }) =>
        type !== "Federated" && !text.includes(":assumed-role/"),
    )
  );
}

/** The statement fits every request of those whom it names, for its actions. */
export function isUnconditional(
  { comparisons, faults, hasOpenResource, hasResource }: PolicyStatement,
  keyArn: string,
): boolean {
  return (
    faults.length === 0 &&
    comparisons.length === 0 &&
    !hasOpenResource &&
    hasResource(keyArn, new Map()) === true
  );
}
