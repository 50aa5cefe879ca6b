import type { Json } from "../problem/json.ts";
import { hasIntrinsicWithin } from "./as-written.ts";
import { isVerbatim } from "./design.ts";
import type { KeyPolicy, Statement } from "./design.ts";

/**
 * The policy in the form that the CDK writes. What decides whether a statement is there stays, and so does JSON that the
 * CDK would read as something else.
 */
export function writtenAsCdk({
  version: _version,
  single: _single,
  ...policy
}: KeyPolicy): KeyPolicy {
  return { ...policy, statements: policy.statements.map(inCdkForm) };
}

function inCdkForm(statement: Statement): Statement {
  if (isVerbatim(statement)) {
    const { raw: _raw, ...rest } = statement;
    return isPlain(statement.verbatim) ? rest : statement;
  }
  const { lists: _lists, ...rest } = statement;
  return rest;
}

/** Functions and parameters are not looked for in JSON that is written as it is. */
function isPlain(json: Json): boolean {
  return (
    !hasIntrinsicWithin(json) &&
    !/\$\{(?:AWS::)?[A-Za-z0-9]+\}/.test(JSON.stringify(json))
  );
}
