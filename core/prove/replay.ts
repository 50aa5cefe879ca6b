import type { CloudTrailRequest } from "../evaluate/cloudtrail.ts";
import type { KeyPolicyDecision } from "../evaluate/decide.ts";
import { decide } from "../evaluate/decide.ts";
import { readQuestion } from "../evaluate/question.ts";
import type { AccessRequest } from "../evaluate/request.ts";
import type { Policy } from "../evaluate/statement.ts";
import { tracePolicy } from "../evaluate/trace.ts";
import { foldCase } from "../policy/glob.ts";
import type { Subject } from "./subject.ts";
import { keyFactsOf } from "./subject.ts";

/** An event, and what key policies say of its request. */
export interface ReplayedEvent {
  readonly event: CloudTrailRequest;
  /** The request as it was decided: for the key of the policy. */
  readonly request: AccessRequest;
  /** What the policy before says; what was recorded where there is none. */
  readonly before: KeyPolicyDecision | "allowed" | "denied" | "failed";
  readonly after: KeyPolicyDecision;
  /** What was allowed is not any more, or the other way round. */
  readonly flips: boolean;
  /** Why the policy decides as it does now: the statement that decides, or that there is none. */
  readonly reason: string;
  /** Condition keys that the policy asks for, which the event does not tell. */
  readonly missing: readonly string[];
}

/** What becomes of recorded requests. */
export interface Replay {
  readonly events: readonly ReplayedEvent[];
  /** How many events are about other keys. */
  readonly ofOtherKeys: number;
}

/** Decides recorded requests by the policy as it is now, and by the one before or what was recorded. */
export function replay(
  events: readonly CloudTrailRequest[],
  after: Subject,
  before?: Subject,
): Replay {
  const own = events.filter((event) => isOf(event, after));
  return {
    events: own.flatMap((event) => replayed(event, after, before) ?? []),
    ofOtherKeys: events.length - own.length,
  };
}

/** Where the ARN of the key is not known, every event is taken to be about it. */
function isOf({ request }: CloudTrailRequest, subject: Subject): boolean {
  return (
    !subject.isKeyKnown ||
    request.resource === undefined ||
    request.resource === subject.keyArn
  );
}

function replayed(
  event: CloudTrailRequest,
  after: Subject,
  before: Subject | undefined,
): ReplayedEvent | undefined {
  const { principal, principalArn, action, context } = event.request;
  const request: AccessRequest = {
    principal,
    ...(principalArn !== undefined && { principalArn }),
    action,
    resource: after.keyArn,
    context,
  };
  const now = decided(request, after, event.missing);
  if (now === undefined) return undefined;
  const was =
    before &&
    decided({ ...request, resource: before.keyArn }, before, event.missing);
  const [then, since] = [was?.decision ?? event.outcome, now.decision];
  return {
    event,
    request,
    before: then,
    after: since,
    flips: isFlip(then, since),
    reason: now.reason,
    missing: now.missing,
  };
}

function isFlip(
  before: ReplayedEvent["before"],
  after: KeyPolicyDecision,
): boolean {
  const [was, is] = [isAllowed(before), isAllowed(after)];
  // That IAM policies may allow now what was denied says nothing.
  if (before === "denied") return after === "direct";
  return was !== undefined && is !== undefined && was !== is;
}

function isAllowed(decision: ReplayedEvent["before"]): boolean | undefined {
  if (decision === "unknown" || decision === "failed") return undefined;
  return ["direct", "account", "allowed"].includes(decision);
}

function decided(
  request: AccessRequest,
  subject: Subject,
  untold: readonly string[],
) {
  const read = readQuestion(request, keyFactsOf(subject));
  if (!read.ok) return undefined;
  const { question } = read.value;
  const names = new Set(
    untold.map(foldCase).filter((name) => !question.context.has(name)),
  );
  const policy = withUnknown(subject.policy, names);
  const decision = decide(policy, question);
  const trace = tracePolicy(policy, question);
  const decisive = trace.find(
    ({ effect, matched }) =>
      (decision === "deny") === (effect === "Deny") && matched === "yes",
  );
  const missing = subject.policy.statements
    .filter((statement) => statement.hasAction(question.action))
    .flatMap(({ comparisons }) => comparisons)
    .filter(({ name }) => names.has(name))
    .map(({ key }) => key);
  return {
    decision,
    missing: [...new Set(missing)],
    reason:
      decisive === undefined
        ? reasons[decision]
        : `statement ${decisive.index + 1}${decisive.sid === "" ? "" : ` (${decisive.sid})`} ${decision === "deny" ? "denies" : "allows"} it`,
  };
}

const reasons: Readonly<Record<KeyPolicyDecision, string>> = {
  direct: "the policy allows it",
  account: "the policy lets the IAM policies of the account decide",
  deny: "the policy denies it",
  none: "no statement allows it",
  unknown:
    "it depends on what the event does not tell, or on what AWS does not document",
};

/** The policy as far as it can be asked without knowing these condition keys. */
function withUnknown(policy: Policy, names: ReadonlySet<string>): Policy {
  if (names.size === 0) return policy;
  return {
    statements: policy.statements.map((statement) => ({
      ...statement,
      comparisons: statement.comparisons.map((comparison) =>
        names.has(comparison.name)
          ? { ...comparison, holds: () => undefined }
          : comparison,
      ),
    })),
  };
}
