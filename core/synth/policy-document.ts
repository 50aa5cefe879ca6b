import type { KeyPolicy } from "../design/design.ts";
import type { Json, JsonObject } from "../problem/json.ts";
import type { Path } from "../problem/problem.ts";
import { mergeStatements } from "./merge-statements.ts";
import type { PolicyStatement } from "./policy-statement.ts";
import { renderStatement } from "./render-statement.ts";
import { eachText, resolveJson, unmarked } from "./resolve-text.ts";
import type { Resolver, ShowText } from "./resolve-text.ts";
import { inForm } from "./written-form.ts";

/** A policy as it is written, with the parts of the design that each statement came from. */
export interface RenderedPolicy {
  /** Undefined when the policy has no statement and is left out. */
  readonly document: JsonObject | undefined;
  /** One entry a statement of the document. */
  readonly origins: readonly (readonly Path[])[];
}

/** What the CDK does with statements: it merges and sorts them, leaves repetitions out, or writes them as they are. */
export type Handling = "minimized" | "distinct" | "kept";

/** What a policy document has besides its statements. */
interface DocumentParts extends Pick<KeyPolicy, "version" | "single"> {
  readonly handling: Handling;
  readonly id?: Json;
}

/** The statements of a policy, which may still grow; once they are looked at they are merged, and stay so. */
export class PolicyDocument {
  readonly #statements: readonly PolicyStatement[];
  readonly #handling: Handling;
  readonly #parts: DocumentParts;
  #merged: readonly PolicyStatement[] | undefined;

  constructor(statements: readonly PolicyStatement[], parts: DocumentParts) {
    this.#statements = statements;
    this.#handling = parts.handling;
    this.#parts = parts;
  }

  #mergedOnce(): readonly PolicyStatement[] {
    this.#merged ??=
      this.#handling === "minimized"
        ? mergeStatements(this.#statements)
        : this.#statements;
    return this.#merged;
  }

  /** Shows the texts in it, in the order in which the CDK looks for references in them. */
  eachText(show: ShowText): void {
    for (const statement of this.#mergedOnce()) eachTextOf(statement, show);
  }

  /** The policy as it is written. */
  render(resolve: Resolver = unmarked): RenderedPolicy {
    const merged = this.#mergedOnce();
    // The Id is set on the resource after the policy was written.
    const { id, version, single = false } = this.#parts;
    const ending = id === undefined ? {} : { Id: resolveJson(id, resolve) };
    if (merged.length === 0)
      return {
        document: id === undefined ? undefined : ending,
        origins: [],
      };
    const isKept = this.#handling === "kept";
    const isSorted = this.#handling === "minimized";
    const statements = isKept ? merged : withoutRepetitions(merged, resolve);
    const written = statements.map((statement) => {
      const json = renderStatement(statement, isSorted, resolve);
      const { form } = statement;
      return isKept && form !== undefined ? inForm(json, form) : json;
    });
    const [first] = written;
    return {
      document: {
        Statement:
          single && written.length === 1 && first !== undefined
            ? first
            : written,
        ...(version !== "none" && { Version: version ?? "2012-10-17" }),
        ...ending,
      },
      origins: statements.map(originsOf),
    };
  }
}

function eachTextOf(statement: PolicyStatement, show: ShowText): void {
  eachText(statement.conditions, show);
  for (const { json } of statement.principals) eachText(json, show);
  for (const { json } of statement.notPrincipals) eachText(json, show);
  eachText(statement.resources, show);
  eachText(statement.notResources, show);
  show(statement.sid ?? "");
}

/** Where the design says the statement, and where it defines the principals in it. */
function originsOf({
  origins,
  principals,
  notPrincipals,
}: PolicyStatement): readonly Path[] {
  const all = [...origins];
  for (const { origin } of principals) if (origin) all.push(origin);
  for (const { origin } of notPrincipals) if (origin) all.push(origin);
  return all;
}

/** The CDK compares statements before it sorts them, so equal ones in another order stay. */
function withoutRepetitions(
  statements: readonly PolicyStatement[],
  resolve: Resolver,
): readonly PolicyStatement[] {
  if (new Set(statements.map(outline)).size === statements.length)
    return statements;
  const seen = new Map<string, PolicyStatement>();
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
  const { effect, sid, actions, resources } = statement;
  return `${effect} ${sid} ${actions.length} ${actions[0]} ${actions.at(-1)} ${resources[0]}`;
}
