import type { JsonObject } from "../problem/json.ts";
import type { Path } from "../problem/problem.ts";
import { mergeStatements } from "./merge-statements.ts";
import type { PolicyPrincipal, PolicyStatement } from "./policy-statement.ts";
import { renderStatement } from "./render-statement.ts";
import type { Resolver } from "./resolve-text.ts";
import { resolveText, textsIn, unmarked } from "./resolve-text.ts";

/** A policy as it is written, with the parts of the design that each statement came from. */
export interface RenderedPolicy {
  /** Undefined when the policy has no statement and is left out. */
  readonly document: JsonObject | undefined;
  /** One entry a statement of the document. */
  readonly origins: readonly (readonly Path[])[];
}

/** The statements of a policy, which may still grow; once they are looked at they are merged, and stay so. */
export class PolicyDocument {
  readonly #statements: readonly PolicyStatement[];
  readonly #minimize: boolean;
  readonly #id: string | undefined;
  #merged: readonly PolicyStatement[] | undefined;

  constructor(
    statements: readonly PolicyStatement[],
    minimize: boolean,
    id?: string,
  ) {
    this.#statements = statements;
    this.#minimize = minimize;
    this.#id = id;
  }

  #mergedOnce(): readonly PolicyStatement[] {
    this.#merged ??= this.#minimize
      ? mergeStatements(this.#statements)
      : this.#statements;
    return this.#merged;
  }

  /** The texts in it, in the order in which the CDK looks for references in them. */
  texts(): readonly string[] {
    return textsOfStatements(this.#mergedOnce());
  }

  /** The policy as it is written. */
  render(resolve: Resolver = unmarked): RenderedPolicy {
    const merged = this.#mergedOnce();
    // The Id is set on the resource after the policy was written.
    const ending =
      this.#id === undefined ? {} : { Id: resolveText(this.#id, resolve) };
    if (merged.length === 0)
      return {
        document: this.#id === undefined ? undefined : ending,
        origins: [],
      };
    const rendered = withoutRepetitions(merged, resolve).map((statement) => ({
      json: renderStatement(statement, this.#minimize, resolve),
      origins: [...statement.origins, ...principalOrigins(statement)],
    }));
    return {
      document: {
        Statement: rendered.map(({ json }) => json),
        Version: "2012-10-17",
        ...ending,
      },
      origins: rendered.map(({ origins }) => origins),
    };
  }
}

function textsOfStatements(
  statements: readonly PolicyStatement[],
): readonly string[] {
  return statements.flatMap(
    ({ conditions, principals, notPrincipals, sid = "", ...others }) => [
      ...textsIn(conditions),
      ...principalTexts(principals),
      ...principalTexts(notPrincipals),
      ...others.resources,
      ...others.notResources,
      sid,
    ],
  );
}

function principalTexts(
  principals: readonly PolicyPrincipal[],
): readonly string[] {
  return principals.flatMap(({ json }) =>
    Object.values(json).flatMap((values) => values.flatMap(textsIn)),
  );
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
  resolve: Resolver,
): readonly PolicyStatement[] {
  const seen = new Map<string, PolicyStatement>();
  const outlines = statements.map(outline);
  if (new Set(outlines).size === statements.length) return statements;
  for (const statement of statements) {
    const json = JSON.stringify(renderStatement(statement, false, resolve));
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
