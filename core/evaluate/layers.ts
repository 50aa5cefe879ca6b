import type { JsonObject } from "../problem/json.ts";
import { statementFit } from "./decide.ts";
import type { Question } from "./decide.ts";
import type { AccessRequest } from "./request.ts";
import type { PolicyStatement } from "./statement.ts";
import { conditionsHold, readPolicy, someStatement } from "./statement.ts";
import type { Truth } from "./truth.ts";
import { every, some } from "./truth.ts";

/** What a kind of policy besides the key policy says of a request. */
export interface LayerSays {
  /** Undefined where AWS does not document it. */
  readonly allows: Truth;
  readonly denies: Truth;
}

/** What policies that have no principals, of identities or of organisations, say: one of them is enough. */
export function policiesSay(
  documents: readonly JsonObject[],
  question: Question,
): LayerSays {
  const policies = documents.map(readPolicy);
  const says = (effect: "Allow" | "Deny") =>
    some(policies, (policy) =>
      someStatement(policy, effect, (statement) =>
        fitsWithoutPrincipal(statement, question),
      ),
    );
  return { allows: says("Allow"), denies: says("Deny") };
}

function fitsWithoutPrincipal(
  statement: PolicyStatement,
  { action, resource, context }: Question,
): Truth {
  if (statement.faults.length > 0) return undefined;
  if (!statement.hasAction(action)) return false;
  return statement.hasResource(resource, context) === false
    ? false
    : conditionsHold(statement, context);
}

/** What service control policies say: each, or one of each level, must allow. */
export function controlPoliciesSay(
  levels: NonNullable<AccessRequest["serviceControlPolicies"]>,
  question: Question,
): LayerSays {
  const said = levels.map((level) =>
    policiesSay(isList(level) ? level : [level], question),
  );
  return {
    allows: every(said, ({ allows }) => allows),
    denies: some(said, ({ denies }) => denies),
  };
}

function isList(
  level: JsonObject | readonly JsonObject[],
): level is readonly JsonObject[] {
  return Array.isArray(level);
}

/** What policies that name principals, of resources and endpoints, say. */
export function resourcePoliciesSay(
  documents: readonly JsonObject[],
  question: Question,
): LayerSays {
  const policies = documents.map(readPolicy);
  const says = (effect: "Allow" | "Deny") =>
    some(policies, (policy) =>
      someStatement(policy, effect, (statement) => {
        const { fit, rest } = statementFit(statement, question);
        return fit === undefined && rest !== false ? undefined : rest;
      }),
    );
  return { allows: says("Allow"), denies: says("Deny") };
}
