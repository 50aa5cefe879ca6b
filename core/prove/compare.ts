import type { Caller } from "../evaluate/caller.ts";
import { decide } from "../evaluate/decide.ts";
import type { KeyPolicyDecision } from "../evaluate/decide.ts";
import { bestFit } from "../evaluate/principals.ts";
import type { AccessRequest } from "../evaluate/request.ts";
import { gainedBy, policyAt } from "./gained.ts";
import type { Pair } from "./gained.ts";
import { proverOf } from "./meaning.ts";
import type { Prover } from "./prover.ts";
import type { Subject } from "./subject.ts";
import type { Term } from "./term.ts";
import { tooMany, verdictOn } from "./verdict.ts";
import type { Verdict } from "./verdict.ts";
import type { Point } from "./witness.ts";
import { requestOf } from "./witness.ts";

/** What one policy allows and another does not. */
export interface AccessChange {
  /** The principal of the statement that allows it, as that policy names it. */
  readonly principal: string;
  readonly witness: AccessRequest;
  /** To the principal itself, or to its account, whose IAM policies then decide. */
  readonly access: "direct" | "account";
  /** The statements that allow it, by their places in the policy that does. */
  readonly statements: readonly number[];
}

/** What changes from one policy of a key to the next. */
export interface AccessComparison {
  /** Over what is allowed at all. */
  readonly verdict:
    "equivalent" | "narrower" | "wider" | "incomparable" | "unknown";
  readonly gained: readonly AccessChange[];
  readonly lost: readonly AccessChange[];
  /** What IAM policies had to allow and the key policy allows itself now. */
  readonly strengthened: readonly AccessChange[];
  readonly reason?: string;
  /** What was taken for granted of either. */
  readonly assumptions: readonly string[];
}

/** Compares two policies of the same key over all requests. */
export function compareAccess(base: Subject, head: Subject): AccessComparison {
  const assumptions = [...new Set([...base.assumptions, ...head.assumptions])];
  const nothing = { gained: [], lost: [], strengthened: [], assumptions };
  if (base.account !== head.account || base.partition !== head.partition)
    return {
      ...nothing,
      verdict: "unknown",
      reason: `the key is in account ${base.account} before and ${head.account} after`,
    };
  const prover = proverOf([
    { ...base, context: sharedContext(base, head) },
    head,
  ]);
  if (prover === undefined)
    return { ...nothing, verdict: "unknown", reason: tooMany };
  const gained = changes(prover, { from: 0, to: 1, side: "any" });
  const lost = changes(prover, { from: 1, to: 0, side: "any" });
  const reason = gained.reason ?? lost.reason;
  return {
    verdict: verdictOf(gained, lost),
    gained: gained.list,
    lost: lost.list,
    strengthened: strengthened(prover),
    assumptions,
    ...(reason !== undefined && { reason }),
  };
}

/** What both keys say of themselves alike; the rest is open. */
function sharedContext(base: Subject, head: Subject): Subject["context"] {
  return Object.fromEntries(
    Object.entries(base.context).filter(
      ([name, value]) => head.context[name] === value,
    ),
  );
}

interface Changes {
  readonly list: readonly AccessChange[];
  /** Why nobody knows whether there are more. */
  readonly reason?: string;
}

function verdictOf(
  gained: Changes,
  lost: Changes,
): AccessComparison["verdict"] {
  const isWider = gained.list.length > 0;
  const isNarrower = lost.list.length > 0;
  if (isWider && isNarrower) return "incomparable";
  if ((isWider ? lost : gained).reason !== undefined) return "unknown";
  if (isWider) return "wider";
  if (lost.reason !== undefined && !isNarrower) return "unknown";
  return isNarrower ? "narrower" : "equivalent";
}

/** What `to` allows and `from` does not, with one witness for each principal of each statement that allows some. */
function changes(prover: Prover, pair: Pair): Changes {
  const list: AccessChange[] = [];
  let reason: string | undefined;
  for (const { statement } of prover.policies[pair.to]?.allows ?? []) {
    const whole = gainedBy(prover, { statement: statement.index, pair });
    if (whole.verdict === "unknown") reason ??= whole.reason;
    if (whole.verdict !== "refuted") continue;
    const { principals } = statement;
    const each =
      principals === undefined || principals.isNot
        ? []
        : principals.list.map((one) => ({
            principal: one.text,
            verdict: gainedBy(prover, {
              statement: statement.index,
              pair,
              where: [
                callerTerm((caller) => bestFit([one], caller) !== "none"),
              ],
            }),
          }));
    const found = each.flatMap(({ principal, verdict }) =>
      changeOf(prover, pair.to, { principal, verdict }),
    );
    list.push(
      ...(found.length > 0
        ? found
        : changeOf(prover, pair.to, { principal: "*", verdict: whole })),
    );
  }
  return {
    list: distinct(list),
    ...(reason !== undefined && { reason }),
  };
}

function callerTerm(caller: (caller: Caller) => boolean): Term {
  return { kind: "where", caller };
}

interface Found {
  readonly principal: string;
  readonly verdict: Verdict;
}

function changeOf(
  prover: Prover,
  policy: number,
  { principal, verdict }: Found,
): readonly AccessChange[] {
  if (verdict.verdict !== "refuted") return [];
  const { point } = verdict;
  return [
    {
      principal,
      witness: requestOf(point, prover.space),
      access:
        decisionOn(prover, policy, point) === "direct" ? "direct" : "account",
      statements: allowing(prover, policy, point),
    },
  ];
}

function decisionOn(
  prover: Prover,
  policy: number,
  { question }: Point,
): KeyPolicyDecision {
  return decide(policyAt(prover, policy), question);
}

/** The statements that allow a request as the whole policy does, each asked alone. */
function allowing(
  prover: Prover,
  policy: number,
  point: Point,
): readonly number[] {
  const { statements } = policyAt(prover, policy);
  const decision = decisionOn(prover, policy, point);
  return statements
    .filter(
      (statement) =>
        statement.effect === "Allow" &&
        decide({ statements: [statement] }, point.question) === decision,
    )
    .map(({ index }) => index);
}

function distinct(list: readonly AccessChange[]): readonly AccessChange[] {
  return [
    ...new Map(
      list.map((one) => [JSON.stringify([one.principal, one.witness]), one]),
    ).values(),
  ];
}

/** Statements of the second policy that allow a principal itself what the first only let IAM policies allow. */
function strengthened(prover: Prover): readonly AccessChange[] {
  const itself = (policy: number, bound: "must" | "may") =>
    prover.terms(policy, { effect: "Allow", side: "itself", bound });
  const denied = (policy: number) =>
    prover.terms(policy, { effect: "Deny", side: "any", bound: "must" });
  const before = prover.terms(0, {
    effect: "Allow",
    side: "any",
    bound: "may",
  });
  return itself(1, "may").flatMap((now) => {
    const goals = before.map((was) => ({
      goals: [now, was],
      covers: [...itself(0, "must"), ...denied(0), ...denied(1)],
    }));
    const verdict = verdictOn(prover, {
      holds: goals,
      fails: [],
      isRefutedBy: (point) =>
        decisionOn(prover, 1, point) === "direct" &&
        decisionOn(prover, 0, point) === "account",
    });
    const statement = prover.space.of.policies[1]?.statements[now.statement];
    const [first] = statement?.principals?.list ?? [];
    return changeOf(prover, 1, { principal: first?.text ?? "*", verdict });
  });
}
