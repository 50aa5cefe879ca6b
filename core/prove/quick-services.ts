import { decide } from "../evaluate/decide.ts";
import type { PolicyStatement } from "../evaluate/statement.ts";
import { actionsOf } from "./quick-standings.ts";
import type { SampleRequests } from "./sample-requests.ts";
import { bindsSource } from "./scope.ts";

/** A service that a statement allows something without any condition that says what it acts for. */
export interface UnpinnedService {
  /** The place of the statement in the policy. */
  readonly statement: number;
  readonly service: string;
}

/** The services that nothing binds to their source; undefined where that does not show at once. */
export function unpinnedAtOnce(
  requests: SampleRequests,
): readonly UnpinnedService[] | undefined {
  const { statements } = requests.subject.policy;
  const unpinned: UnpinnedService[] = [];
  for (const statement of statements) {
    const { index, effect, principals, faults } = statement;
    if (effect === "Deny" || faults.length > 0) continue;
    if (principals === undefined || principals.isNot) continue;
    const services = principals.list.filter(({ type }) => type === "Service");
    if (services.length === 0 || isPinned(statement)) continue;
    for (const { text } of services) {
      if (!isShownUnpinned(requests, statement, text)) return undefined;
      unpinned.push({ statement: index, service: text });
    }
  }
  return unpinned;
}

/** Every request that the statement fits names a source. */
function isPinned({ comparisons }: PolicyStatement): boolean {
  return comparisons.some(
    ({ name, variables, holds }) =>
      bindsSource(name) &&
      variables.length === 0 &&
      holds(undefined, nothing) === false,
  );
}

const nothing: ReadonlyMap<string, string> = new Map();

/** A request of the service that names no source fits this statement alone. */
function isShownUnpinned(
  requests: SampleRequests,
  statement: PolicyStatement,
  service: string,
): boolean {
  const { principals } = statement;
  const caller = { kind: "service", service } as const;
  const named = principals?.list.filter(({ fits }) => fits(caller) !== "none");
  const avoids = requests.subject.policy.statements.filter(
    (one) => one !== statement && one.principals?.fits(caller) === "itself",
  );
  const found = requests.find(
    {
      fits: [statement],
      avoids,
      actions: actionsOf(statement).slice(0, 3),
    },
    caller,
  );
  return (
    found !== undefined &&
    // What AWS does not document may take it away, and a principal that is there twice is one finding.
    decide(requests.subject.policy, found) === "direct" &&
    named?.length === 1 &&
    ![...found.context.keys()].some(bindsSource)
  );
}
