import type {
  Design,
  KeyPolicy,
  OwnedKey,
  Statement,
} from "../../design/design.ts";
import type { Json, JsonObject } from "../../problem/json.ts";
import { isJsonObject, listOf } from "../../problem/json.ts";
import type { Path, Problem, Result } from "../../problem/problem.ts";
import { failed, ok, startsWithPath } from "../../problem/problem.ts";
import type { RenderedPolicy } from "../../synth/policy-document.ts";
import { importProblem } from "../import-problem.ts";
import { translated } from "./translated.ts";
import { withKeptParts } from "./kept-parts.ts";
import { sameStatement } from "../same-statement.ts";
import type { ReadStatement } from "../../design/statement-of-json.ts";

/** What a text stands for that has functions worked out. */
export interface TextBehind {
  /** The statements of the text, with their functions. */
  readonly statements: readonly Json[];
  readonly resolve: (value: Json) => Json | undefined;
}

/** A key whose policy a person edits as text. */
export interface EditedKey {
  readonly design: Design;
  readonly key: OwnedKey;
  /** Where the key stands in the design. */
  readonly path: Path;
  /** The policy as it was written before, and what wrote its statements. */
  readonly before: RenderedPolicy;
  /** Absent where the text of `before` has the functions itself. */
  readonly behind?: TextBehind;
  /** Makes a statement of the JSON of one. */
  readonly read: (design: Design, json: JsonObject) => ReadStatement;
}

/** The statements of the person's own after an edit, and the design with the principals that they name. */
export interface EditedStatements {
  readonly design: Design;
  readonly statements: KeyPolicy["statements"];
}

/**
 * The person's own statements after the list of a policy was edited as text. Those that say what they said stay the
 * very statements of the design; those that the text does not have, such as disabled ones, stay too. What a grant, an
 * administrator or the default policy writes cannot be changed there.
 */
export function editedStatements(
  { design: start, key, path, before, behind, read }: EditedKey,
  wanted: Json | undefined,
): Result<EditedStatements> {
  const members = listOf(wanted);
  const was = listOf(before.document?.["Statement"]);
  const matches = matched(was, members);
  const own = before.origins.map((origins) => ownIndices(origins, path));
  const lost = own.findIndex(
    (indices, at) => indices.length === 0 && !matches.includes(at),
  );
  if (lost >= 0) return failed(foreignStatement(lost));
  let design = start;
  const statements: Statement[] = [];
  const taken = new Set<number>();
  for (const [at, member] of members.entries()) {
    const match = matches[at];
    if (match === undefined) {
      if (!isJsonObject(member)) return failed(noStatement(at));
      const json = translatedBy(behind, member, { at, was: was[at] });
      const one = read(design, json);
      ({ design } = one);
      const [index] = matches.includes(at) ? [] : (own[at] ?? []);
      const statement = key.policy.statements[index ?? -1];
      statements.push(
        withKeptParts(
          one.statement,
          member,
          statement && { statement, json: was[at] },
        ),
      );
      continue;
    }
    for (const index of own[match] ?? []) {
      const statement = key.policy.statements[index];
      if (statement === undefined || taken.has(index)) continue;
      taken.add(index);
      statements.push(statement);
    }
  }
  return ok({
    design,
    statements: withUnwritten(key, statements, new Set(own.flat())),
  });
}

/** The statement in the place of one of before, with the functions of what was not edited. */
function translatedBy(
  behind: TextBehind | undefined,
  edited: JsonObject,
  { at, was }: { readonly at: number; readonly was: Json | undefined },
): JsonObject {
  const value = behind?.statements[at];
  if (behind === undefined || value === undefined || was === undefined)
    return edited;
  const { resolve } = behind;
  const json = translated(edited, { value, read: was, resolve });
  return isJsonObject(json) ? json : edited;
}

/** For each statement the one of before that says the same, each at most once, and the one in its place first. */
function matched(
  before: readonly Json[],
  after: readonly Json[],
): readonly (number | undefined)[] {
  const left = new Set(before.keys());
  const inPlace = after.map((member, at) => {
    if (!left.has(at) || !sameStatement(before[at], member)) return undefined;
    left.delete(at);
    return at;
  });
  return inPlace.map((match, at) => {
    if (match !== undefined) return match;
    const found = [...left].find((one) =>
      sameStatement(before[one], after[at]),
    );
    if (found !== undefined) left.delete(found);
    return found;
  });
}

/** The places of a key's own statements among what wrote a statement. */
function ownIndices(origins: readonly Path[], key: Path): readonly number[] {
  const list = [...key, "policy", "statements"];
  return origins.flatMap((origin) => {
    const index = origin[list.length];
    return startsWithPath(origin, list) && typeof index === "number"
      ? [index]
      : [];
  });
}

function withUnwritten(
  { policy }: OwnedKey,
  statements: readonly Statement[],
  written: ReadonlySet<number>,
): readonly Statement[] {
  let all = statements;
  for (const [index, statement] of policy.statements.entries())
    if (!written.has(index)) all = all.toSpliced(index, 0, statement);
  return all;
}

function foreignStatement(at: number): Problem {
  return importProblem("foreign-statement", {
    message: `statement ${at + 1} is written by a grant, an administrator or the default policy, and stays as it is in the text`,
    help: "change it where it is made, or have your statements replace the default policy",
  });
}

function noStatement(at: number): Problem {
  return importProblem("no-statement", {
    message: `statement ${at + 1} is not an object`,
    help: 'a statement has the form {"Effect": "Allow", ...}',
  });
}
