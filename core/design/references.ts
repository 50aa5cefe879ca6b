import { isVerbatim } from "./design.ts";
import type { Design, Key, Statement } from "./design.ts";

/** The design with every use of a principal's id renamed. */
export function renamePrincipalUses(
  design: Design,
  from: string,
  to: string,
): Design {
  if (from === to) return design;
  const rename = (id: string) => (id === from ? to : id);
  return {
    ...design,
    keys: design.keys.map((key) => mapPrincipalUses(key, rename)),
  };
}

/** The design with every use of a stack's id renamed. */
export function renameStackUses(
  design: Design,
  from: string,
  to: string,
): Design {
  if (from === to) return design;
  return {
    ...design,
    keys: design.keys.map((key) =>
      key.stack === from ? { ...key, stack: to } : key,
    ),
  };
}

function mapPrincipalUses(key: Key, rename: (id: string) => string): Key {
  return {
    ...key,
    administrators: key.administrators.map(rename),
    policy: {
      ...key.policy,
      statements: key.policy.statements.map((statement) =>
        renameInStatement(statement, rename),
      ),
    },
  };
}

function renameInStatement(
  statement: Statement,
  rename: (id: string) => string,
): Statement {
  if (isVerbatim(statement)) return statement;
  const { principals, notPrincipals } = statement;
  return {
    ...statement,
    ...(principals && { principals: principals.map(rename) }),
    ...(notPrincipals && { notPrincipals: notPrincipals.map(rename) }),
  };
}

/** The ids of the principals that a key names, as often as it names them, in that order. */
export function principalUses(key: Key): readonly string[] {
  const ofStatements = key.policy.statements.flatMap((statement) =>
    isVerbatim(statement)
      ? []
      : [...(statement.principals ?? []), ...(statement.notPrincipals ?? [])],
  );
  return [...key.administrators, ...ofStatements];
}

/** The ids of the principals that a key names, each once, in the order of their first use. */
export function principalsOf(key: Key): readonly string[] {
  return [...new Set(principalUses(key))];
}
