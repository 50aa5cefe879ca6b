import type { Comparison } from "../evaluate/comparison.ts";
import type { NamedPrincipal } from "../evaluate/principals.ts";
import type { PolicyStatement } from "../evaluate/statement.ts";
import { isBeyondClasses } from "./caller-dimension.ts";
import { knownValues } from "./known-values.ts";
import { isUnconditional } from "./quick-manage.ts";
import { actionsOf, isShownToCount } from "./quick-standings.ts";
import type { StatementStanding } from "./redundant.ts";
import type { SampleRequests } from "./sample-requests.ts";

/** Why a statement is there for nothing, where that shows as the policy is written. */
export function uselessAtOnce(
  requests: SampleRequests,
  statement: PolicyStatement,
): StatementStanding["standing"] | undefined {
  const { keyArn, policy } = requests.subject;
  if (statement.faults.length > 0) return undefined;
  if (fitsNobody(statement)) return "never-matches";
  const isRepeated = policy.statements.some(
    (other) =>
      other !== statement &&
      other.effect === statement.effect &&
      isUnconditional(other, keyArn) &&
      saysAllOf(other, statement),
  );
  return isRepeated && isShownToCount(requests, statement)
    ? "adds-nothing"
    : undefined;
}

/** Of each of its principals a condition asks for what nobody of that name has. */
function fitsNobody({ principals, comparisons }: PolicyStatement): boolean {
  if (principals === undefined || principals.isNot) return false;
  const decided = comparisons.filter((one) => !isBeyondClasses(one));
  return (
    decided.length > 0 &&
    principals.list.every((one) => isRuledOut(one, decided))
  );
}

function isRuledOut(
  principal: NamedPrincipal,
  comparisons: readonly Comparison[],
): boolean {
  const known = knownValues(principal);
  return (
    known !== undefined &&
    comparisons.some(({ name, holds }) => {
      const value = known.values.get(name);
      const isKnown = value !== undefined || known.isNever(name);
      return isKnown && holds(value, nothing) === false;
    })
  );
}

const nothing: ReadonlyMap<string, string> = new Map();

/** Everybody whom one statement names the other one names in the same way, for the same actions. */
function saysAllOf(other: PolicyStatement, statement: PolicyStatement) {
  const [wide, narrow] = [other.principals, statement.principals];
  if (wide === undefined || narrow === undefined) return false;
  if (wide.isNot || narrow.isNot) return false;
  const names = new Set(wide.list.map(nameOf));
  return (
    (wide.list.some(({ text }) => text === "*") ||
      narrow.list.every((one) => names.has(nameOf(one)))) &&
    actionsOf(statement).every(other.hasAction)
  );
}

function nameOf({ type, text }: NamedPrincipal): string {
  return `${type} ${text}`;
}
