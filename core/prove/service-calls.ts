import type { Caller } from "../evaluate/caller.ts";
import { evaluateRequest } from "../evaluate/evaluate.ts";
import type { AccessRequest } from "../evaluate/request.ts";
import { bestFit, readPrincipals } from "../evaluate/principals.ts";
import { objectOf, textsOf } from "../problem/json.ts";
import type { Answers } from "../recipes/fill.ts";
import { filled } from "../recipes/fill.ts";
import type { Recipe, RecipeCall } from "../recipes/recipe.ts";
import type { Answer } from "./answer.ts";
import { answerOf, beyondAnswer } from "./answer.ts";
import { comparisonOf } from "./facts.ts";
import { nothingAllowed, proverOf } from "./meaning.ts";
import type { Subject } from "./subject.ts";
import { keyFactsOf } from "./subject.ts";
import type { Asked } from "./term.ts";

/** Whether the key policy allows a call that a service makes. */
export interface CallAnswer {
  readonly call: RecipeCall;
  /** `by-iam`: the policy lets the IAM policies of the caller's account decide. */
  readonly verdict: "allowed" | "by-iam" | "missing" | "unknown";
  /** The request that shows it; what the call leaves open is as the policy wants it. */
  readonly request?: AccessRequest;
  readonly reason?: string;
}

/**
 * Whether a key policy allows the calls of a recipe. A call all of whose answers are given is asked as it is; of another
 * the prover says whether the policy allows it at all.
 */
export function answersToCalls(
  subject: Subject,
  recipe: Recipe,
  answers: Answers = {},
): readonly CallAnswer[] {
  return recipe.calls.map((call) => answerToCall(subject, call, answers));
}

function answerToCall(
  subject: Subject,
  call: RecipeCall,
  answers: Answers,
): CallAnswer {
  const { account, region, partition } = subject;
  const given = Object.fromEntries(
    Object.entries(answers).filter(([, answer]) => answer.length > 0),
  );
  const named = filled(
    { principal: call.principal, context: { ...call.context } },
    { ...given, account, region, partition },
  );
  const { principal } = named;
  const context = objectOf(named["context"]);
  const known = Object.entries(context).flatMap(([name, value]) => {
    const texts = textsOf(value);
    return texts.some(isOpen) ? [] : [[name, texts] as const];
  });
  const who = typeof principal === "string" ? principal : "";
  const isWhole =
    !isOpen(who) && known.length === Object.keys(call.context ?? {}).length;
  return {
    call,
    ...(isWhole
      ? asked(subject, {
          principal: who,
          action: call.action,
          context: Object.fromEntries(
            known.map(([name, texts]) => [
              name,
              typeof context[name] === "string" ? (texts[0] ?? "") : texts,
            ]),
          ),
        })
      : proven(subject, { who, action: call.action, known })),
  };
}

/** An answer that is missing is still a placeholder. */
function isOpen(text: string): boolean {
  return /\$\{\w+\}/.test(text);
}

function asked(
  subject: Subject,
  request: AccessRequest,
): Omit<CallAnswer, "call"> {
  const result = evaluateRequest(subject.policy, request, keyFactsOf(subject));
  if (!result.ok)
    return { verdict: "unknown", reason: result.problems[0]?.message ?? "" };
  switch (result.value.keyPolicy) {
    case "direct":
      return { verdict: "allowed", request };
    case "account":
      return { verdict: "by-iam", request };
    case "deny":
      return {
        verdict: "missing",
        request,
        reason: "a statement denies it",
      };
    case "none":
      return { verdict: "missing", request, reason: "no statement allows it" };
    case "unknown":
      return {
        verdict: "unknown",
        request,
        reason: "AWS does not document how a condition of the policy reads it",
      };
  }
}

interface OpenCall {
  readonly who: string;
  readonly action: string;
  readonly known: readonly (readonly [string, readonly string[]])[];
}

/** Whether the policy allows the action to such a caller, with that much of the context. */
function proven(
  subject: Subject,
  { who, action, known }: OpenCall,
): Omit<CallAnswer, "call"> {
  const comparisons = known.flatMap(([name, texts]): readonly Asked[] =>
    texts.length === 1
      ? [
          {
            comparison: comparisonOf("StringEquals", name, texts[0] ?? ""),
            is: true,
          },
        ]
      : [],
  );
  const prover = proverOf([subject], {
    principals: isOpen(who) ? [] : [who],
    comparisons: comparisons.map(({ comparison }) => comparison),
  });
  if (prover === undefined) return ofAnswer(beyondAnswer);
  const nothing = nothingAllowed(
    prover,
    [
      {
        kind: "where",
        caller: callerOf(who, subject.account),
        action: (name) => name === action,
        comparisons,
      },
    ],
    "any",
  );
  return ofAnswer(answerOf(prover, nothing));
}

/** A service by its name; of somebody who is not named yet, whoever is of the key's account. */
function callerOf(who: string, account: string): (caller: Caller) => boolean {
  if (isOpen(who))
    return (caller) => caller.kind !== "service" && caller.account === account;
  const type = who.includes(":") ? "AWS" : "Service";
  const named = readPrincipals({ [type]: who }) ?? [];
  return (caller) => bestFit(named, caller) === "itself";
}

function ofAnswer({
  verdict,
  witness,
  reason,
}: Answer): Omit<CallAnswer, "call"> {
  switch (verdict) {
    case "proven":
      return { verdict: "missing", reason: "no request like it is allowed" };
    case "refuted":
      return { verdict: "allowed", ...(witness && { request: witness }) };
    case "unknown":
      return { verdict: "unknown", ...(reason && { reason }) };
  }
}
