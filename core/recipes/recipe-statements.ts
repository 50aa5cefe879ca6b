import type { DesignChange } from "../design/change.ts";
import type { Design, Principal, Statement } from "../design/design.ts";
import { isVerbatim, sidOf } from "../design/design.ts";
import { statementOfJson } from "../design/statement-of-json.ts";
import type { JsonObject } from "../problem/json.ts";
import { filled } from "./fill.ts";
import type { Answers } from "./fill.ts";
import type { Recipe } from "./recipe.ts";

/** What stands for the account, the Region and the partition of the key. */
const ofStack = {
  account: "${AWS::AccountId}",
  region: "${AWS::Region}",
  partition: "${AWS::Partition}",
} as const;

const ownRoot = "arn:${AWS::Partition}:iam::${AWS::AccountId}:root";

/** The statements of a recipe with the answers, as AWS writes them; pseudo parameters stand for what the stack knows. */
export function recipeStatements(
  { statements }: Recipe,
  answers: Answers,
): readonly JsonObject[] {
  return statements.map((one) => filled(one, { ...answers, ...ofStack }));
}

/** Statements as a design has them, and what it lacks for them. */
export interface ReadStatements {
  readonly statements: readonly Statement[];
  /** The principals that the design lacks. */
  readonly added: readonly DesignChange[];
}

/** Statements as AWS writes them as a design has them. */
export function readStatements(
  design: Design,
  list: readonly JsonObject[],
): ReadStatements {
  let next = design;
  const read = list.map((json) => {
    const one = statementOfJson(next, json);
    next = one.design;
    return one.statement;
  });
  const known = design.principals.length;
  const fresh = next.principals.slice(known);
  const root = next.principals.find(({ kind }) => kind === "account-root");
  const typed = fresh.find((one) => one.kind === "arn" && one.arn === ownRoot);
  if (typed === undefined)
    return { statements: read, added: additions(fresh, known) };
  // The root of the stack's own account has a principal that stands for it.
  const principals = fresh.flatMap((one): readonly Principal[] => {
    if (one !== typed) return [one];
    return root === undefined ? [{ id: one.id, kind: "account-root" }] : [];
  });
  const id = root?.id ?? typed.id;
  return {
    statements: read.map((one) => renamed(one, typed.id, id)),
    added: additions(principals, known),
  };
}

function additions(
  principals: readonly Principal[],
  first: number,
): readonly DesignChange[] {
  return principals.map((principal, offset) => ({
    type: "add-principal",
    principal,
    index: first + offset,
  }));
}

function renamed(statement: Statement, from: string, to: string): Statement {
  if (isVerbatim(statement) || statement.principals === undefined)
    return statement;
  const ids = statement.principals.map((id) => (id === from ? to : id));
  return { ...statement, principals: [...new Set(ids)] };
}

/** A Sid that the policy has already gets a number. */
export function withFreeSids(
  own: readonly Statement[],
  others: readonly Statement[],
): readonly Statement[] {
  const taken = new Set(others.map(sidOf));
  return own.map((statement) => {
    const sid = sidOf(statement);
    if (isVerbatim(statement) || sid === undefined || !taken.has(sid))
      return statement;
    let number = 2;
    while (taken.has(`${sid}${number}`)) number++;
    return { ...statement, sid: `${sid}${number}` };
  });
}

/** The statement without its Sid, which says nothing. */
export function withoutSid(statement: Statement): Statement {
  if (isVerbatim(statement)) return statement;
  const { sid: _, ...rest } = statement;
  return rest;
}
