import type { Context, ContextValue } from "./context.ts";
import type { Comparison } from "./comparison.ts";
import type { Question } from "./decide.ts";
import { statementFit } from "./decide.ts";
import type { NamedPrincipal } from "./principals.ts";
import type { Policy, PolicyStatement } from "./statement.ts";
import type { Truth } from "./truth.ts";

/** What a statement has to do with a request, for people. */
export interface StatementTrace {
  /** Its place in the policy, from 0. */
  readonly index: number;
  /** Its Sid; empty where it has none. */
  readonly sid: string;
  readonly effect: "Allow" | "Deny";
  readonly matched: "yes" | "no" | "unknown";
  /** Every part of the statement with whether it fits, and why. */
  readonly reasons: readonly Reason[];
}

/** Why a part of a statement fits a request or does not. */
export interface Reason {
  readonly part: "principal" | "action" | "resource" | "condition" | "grammar";
  readonly fits: "yes" | "no" | "unknown";
  /** One sentence without a full stop. */
  readonly text: string;
}

/** What each statement of a policy has to do with a request. */
export function tracePolicy(
  policy: Policy,
  question: Question,
): readonly StatementTrace[] {
  return policy.statements.map((statement) => {
    const reasons = reasonsOf(statement, question);
    const all = reasons.map(({ fits }) => fits);
    const matched = all.includes("unknown") ? "unknown" : "yes";
    return {
      index: statement.index,
      sid: statement.sid ?? "",
      effect: statement.effect,
      matched: all.includes("no") ? "no" : matched,
      reasons,
    };
  });
}

function reasonsOf(
  statement: PolicyStatement,
  question: Question,
): readonly Reason[] {
  if (statement.faults.length > 0)
    return statement.faults.map((text) => ({
      part: "grammar",
      fits: "unknown",
      text,
    }));
  const { action, resource, context } = question;
  const isOnKey = statement.hasResource(resource, context);
  return [
    ...principalReasons(statement, question),
    reason(
      "action",
      statement.hasAction(action),
      statement.hasAction(action)
        ? `${action} is among its actions`
        : `${action} is not among its actions`,
    ),
    ...(isOnKey === true
      ? []
      : [
          reason(
            "resource",
            isOnKey,
            `its Resource does not include ${resource}`,
          ),
        ]),
    ...statement.comparisons.map((comparison) =>
      conditionReason(comparison, context),
    ),
  ];
}

function reason(part: Reason["part"], truth: Truth, text: string): Reason {
  if (truth === undefined) return { part, fits: "unknown", text };
  return { part, fits: truth ? "yes" : "no", text };
}

function principalReasons(
  statement: PolicyStatement,
  question: Question,
): readonly Reason[] {
  const { principals } = statement;
  if (principals === undefined) return [];
  const { fit } = statementFit(
    {
      ...statement,
      hasAction: () => true,
      hasResource: () => true,
      comparisons: [],
    },
    question,
  );
  const truth = fit === undefined ? undefined : fit !== "none";
  const text = principals.isNot
    ? othersText(fit)
    : (fitText(principals.list, question) ??
      `the caller is not among its principals`);
  return [reason("principal", truth, text)];
}

function othersText(fit: ReturnType<typeof statementFit>["fit"]): string {
  if (fit === undefined)
    return "NotPrincipal names the caller or its account but not both, and AWS does not document what that means";
  return fit === "none"
    ? "NotPrincipal exempts the caller"
    : "the caller is not among its NotPrincipal";
}

/** How the caller is among the principals: itself first. */
function fitText(
  list: readonly NamedPrincipal[],
  { caller }: Question,
): string | undefined {
  const itself = list.find(({ fits }) => fits(caller) === "itself");
  if (itself !== undefined) return itselfText(itself, caller);
  const account = list.find(({ fits }) => fits(caller) === "account");
  return (
    account &&
    `principal is the account of the caller, ${account.account ?? account.text}, so its IAM policies have a say`
  );
}

function itselfText(
  { text }: NamedPrincipal,
  caller: Question["caller"],
): string {
  if (text === "*") return "principal is everyone";
  if (caller.kind === "service") return "principal is the service";
  if (caller.kind === "root")
    return "principal is the account of this root user";
  if (text === caller.provider)
    return "principal is the identity provider behind this session";
  if (caller.kind === "user") return "principal is this user";
  if (text === caller.arn) return "principal is the caller";
  return "principal is the role of this session";
}

function conditionReason(comparison: Comparison, context: Context): Reason {
  const { name, holds } = comparison;
  const value = context.get(name);
  const truth = holds(value, context);
  return reason("condition", truth, conditionText(comparison, value, truth));
}

function conditionText(
  comparison: Comparison,
  value: ContextValue | undefined,
  truth: Truth,
): string {
  const { key, written, operator, values } = comparison;
  if (operator === undefined)
    return `${written} is no operator of the policy language`;
  if (values === undefined)
    return `the value of ${key} is only known when the stack is deployed`;
  if (operator.name === "Null")
    return `${key} is ${value === undefined ? "missing" : "present"}, and Null asks that it ${values.join(" or ") === "true" ? "is missing" : "is present"}`;
  if (value === undefined)
    return `${key} is missing, and ${written} is ${String(truth)} for a missing key`;
  if (truth === undefined) return unknownText(comparison, value);
  const verdict = truth ? "holds" : "does not hold";
  return `${key} is ${valueText(value)}: ${written} ${values.map(quoted).join(" or ")} ${verdict}`;
}

function unknownText(comparison: Comparison, value: ContextValue): string {
  const { key, written, operator } = comparison;
  if (typeof value !== "string" && operator?.prefix === undefined)
    return `${key} has several values, and AWS does not document what ${written} without ForAllValues or ForAnyValue makes of them`;
  return `${key} is ${valueText(value)}, and AWS does not document what ${written} makes of that`;
}

function valueText(value: ContextValue): string {
  return typeof value === "string"
    ? quoted(value)
    : `[${value.map(quoted).join(", ")}]`;
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
