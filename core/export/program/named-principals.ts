import type { Key, Statement } from "../../design/design.ts";
import { isDisabled, isOwned, isVerbatim } from "../../design/design.ts";
import { givesWholePolicy } from "../../design/key-parts.ts";
import type { Operation } from "../../synth/plan.ts";

/** The ids of the principals that an operation names, as often as it names them. */
export function principalsNamed(operation: Operation): readonly string[] {
  switch (operation.kind) {
    case "identity":
      return operation.identity.kind === "new-role"
        ? [operation.identity.assumedBy]
        : [];
    case "key":
      return ofCreation(operation.key);
    case "statement":
      return ofStatements(statementAt(operation.key, operation.index));
    case "grant": {
      const { key, index } = operation;
      const grant = "grants" in key ? key.grants?.[index] : undefined;
      return grant === undefined ? [] : [grant.principal];
    }
    default:
      return [];
  }
}

/** The key to whose policy an operation may add. */
export function keyOfOperation(operation: Operation): string | undefined {
  return "key" in operation ? operation.key.id : undefined;
}

function ofCreation(key: Key): readonly string[] {
  if (!isOwned(key)) return [];
  return [
    ...ofStatements(givesWholePolicy(key) ? key.policy.statements : []),
    ...key.administrators,
  ];
}

function statementAt(key: Key, index: number): readonly Statement[] {
  const statement = "policy" in key ? key.policy.statements[index] : undefined;
  return statement === undefined ? [] : [statement];
}

function ofStatements(statements: readonly Statement[]): readonly string[] {
  return statements.flatMap((statement) =>
    isVerbatim(statement) || isDisabled(statement)
      ? []
      : [...(statement.principals ?? []), ...(statement.notPrincipals ?? [])],
  );
}
