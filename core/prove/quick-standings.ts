import type { Caller } from "../evaluate/caller.ts";
import type { Context } from "../evaluate/context.ts";
import type { PolicyStatement } from "../evaluate/statement.ts";
import { Memo } from "../evaluate/memo.ts";
import { kmsActionNames } from "../kms/actions.ts";
import { likelyCallers } from "./sample-callers.ts";
import type { Aim, SampleRequests } from "./sample-requests.ts";

/** How many actions of a statement are tried, those first that the fewest others have. */
const ACTIONS = 3;
/** How many statements that allow something are tried beside one that denies. */
const ALLOWS = 8;

/** One request shows that a statement does something that no other does. */
export function isShownNeeded(
  requests: SampleRequests,
  statement: PolicyStatement,
): boolean {
  const { statements } = requests.subject.policy;
  if (statement.faults.length > 0) return false;
  if (statement.effect === "Allow")
    return isShown(requests, [statement], statements);
  return statements
    .filter(({ effect }) => effect === "Allow")
    .slice(0, ALLOWS)
    .some((allow) => isShown(requests, [statement, allow], statements));
}

/** One request shows that a statement fits something, and is not denied where it allows. */
export function isShownToCount(
  requests: SampleRequests,
  statement: PolicyStatement,
): boolean {
  const { statements } = requests.subject.policy;
  const isDeny = statement.effect === "Deny";
  const denies = isDeny
    ? []
    : statements.filter(({ effect }) => effect === "Deny");
  return isShown(requests, [statement], denies);
}

/** A request fits these statements, and no other that would do what the first of them does. */
function isShown(
  requests: SampleRequests,
  fits: readonly [PolicyStatement, ...PolicyStatement[]],
  statements: readonly PolicyStatement[],
): boolean {
  const [first, ...beside] = fits;
  const actions = actionsOf(first).filter((name) =>
    beside.every((one) => one.hasAction(name)),
  );
  if (actions.length === 0) return false;
  const callers = fits.flatMap((one) => likelyCallers(one, requests.subject));
  return callers.some((caller) => {
    if (!fits.every((one) => isAbout(one, caller))) return false;
    const avoids = statements.filter((other) => isRival(fits, other, caller));
    const { keyArn } = requests.subject;
    if (avoids.length === 0 && fits.every((one) => isPlain(one, keyArn)))
      return true;
    const aim = { fits, avoids, actions: rarest(actions, avoids) };
    return requests.find(aim, caller) !== undefined;
  });
}

const noContext: Context = new Map();

/** Every request of somebody whom the statement names fits it, for any of its actions. */
function isPlain(
  { comparisons, hasOpenResource, hasResource }: PolicyStatement,
  keyArn: string,
): boolean {
  return (
    comparisons.length === 0 &&
    !hasOpenResource &&
    hasResource(keyArn, noContext) === true
  );
}

/** Policies have the same actions many times. */
const knownActions = new Memo<readonly string[]>(1000);

/** The actions of AWS KMS that a statement has. */
export function actionsOf({
  actionsSaid,
  hasAction,
}: PolicyStatement): readonly string[] {
  return knownActions.of(actionsSaid, () => kmsActionNames.filter(hasAction));
}

/**
 * Another statement that says of the caller what the first one says: where that one names the caller itself, one that
 * names only its account does not. What denies an allowed request is in the way, too.
 */
function isRival(
  [first, ...beside]: readonly [PolicyStatement, ...PolicyStatement[]],
  other: PolicyStatement,
  caller: Caller,
): boolean {
  if (other === first || beside.includes(other)) return false;
  if (other.effect === "Deny") return isAbout(other, caller);
  if (first.effect === "Deny") return false;
  return first.principals?.fits(caller) === "itself"
    ? other.principals?.fits(caller) === "itself"
    : isAbout(other, caller);
}

function isAbout({ principals }: PolicyStatement, caller: Caller): boolean {
  const fit = principals?.fits(caller);
  return fit === "itself" || fit === "account";
}

function rarest(
  actions: readonly string[],
  others: readonly PolicyStatement[],
): Aim["actions"] {
  const rivals = (name: string) =>
    others.filter((one) => one.hasAction(name)).length;
  const free = actions.find((name) => rivals(name) === 0);
  if (free !== undefined) return [free];
  return actions
    .map((name) => ({ name, count: rivals(name) }))
    .toSorted((a, b) => a.count - b.count)
    .slice(0, ACTIONS)
    .map(({ name }) => name);
}
