import type { JsonObject } from "../problem/json.ts";
import type { Path } from "../problem/problem.ts";
import { mergeStatements } from "./merge-statements.ts";
import type { PolicyStatement } from "./policy-statement.ts";
import { renderStatement } from "./render-statement.ts";

/** A key policy as it is written, with the parts of the design that each statement came from. */
export interface RenderedPolicy {
  /** Undefined when the policy has no statement and is left out. */
  readonly document: JsonObject | undefined;
  /** One entry a statement of the document. */
  readonly origins: readonly (readonly Path[])[];
}

/** The document that the CDK writes for these statements. */
export function renderPolicy(
  statements: readonly PolicyStatement[],
  minimize: boolean,
): RenderedPolicy {
  const merged = minimize ? mergeStatements(statements) : statements;
  if (merged.length === 0) return { document: undefined, origins: [] };
  const rendered = withoutRepetitions(merged).map((statement) => ({
    json: renderStatement(statement, minimize),
    origins: [...statement.origins, ...principalOrigins(statement)],
  }));
  return {
    document: {
      Statement: rendered.map(({ json }) => json),
      Version: "2012-10-17",
    },
    origins: rendered.map(({ origins }) => origins),
  };
}

/** Where the design defines the principals that a statement names. */
function principalOrigins({
  principals,
  notPrincipals,
}: PolicyStatement): readonly Path[] {
  return [...principals, ...notPrincipals].flatMap(({ origin }) =>
    origin === undefined ? [] : [origin],
  );
}

/** The CDK compares statements before it sorts them, so equal ones in another order stay. */
function withoutRepetitions(
  statements: readonly PolicyStatement[],
): readonly PolicyStatement[] {
  const seen = new Map<string, PolicyStatement>();
  const outlines = statements.map(outline);
  if (new Set(outlines).size === statements.length) return statements;
  for (const statement of statements) {
    const json = JSON.stringify(renderStatement(statement, false));
    const twin = seen.get(json);
    seen.set(
      json,
      twin === undefined
        ? statement
        : { ...twin, origins: [...twin.origins, ...statement.origins] },
    );
  }
  return [...seen.values()];
}

/** Statements with different outlines are different; it spares rendering nearly all of them twice. */
function outline(statement: PolicyStatement): string {
  const { effect, sid, actions, notActions, resources } = statement;
  return [effect, sid, ...actions, "", ...notActions, "", ...resources].join();
}
