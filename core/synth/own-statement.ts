import { isVerbatim } from "../design/design.ts";
import type { OwnedKey, Statement } from "../design/design.ts";
import { isJsonObject } from "../problem/json.ts";
import type { Path, Problem } from "../problem/problem.ts";
import { refusal } from "./refusal.ts";
import { groupRefusal } from "./apply-grant.ts";
import type { Place } from "./default-statements.ts";
import { granteeOf } from "./grantee.ts";
import type { Surroundings } from "./grantee.ts";
import { distinct, policyStatement } from "./policy-statement.ts";
import type { PolicyPrincipal, PolicyStatement } from "./policy-statement.ts";
import { verbatimStatement } from "./verbatim-statement.ts";

/** A statement of the design as the CDK holds it. */
export function ownStatement(
  statement: Statement,
  path: Path,
  around: Surroundings,
): PolicyStatement {
  const { assembly } = around;
  if (isVerbatim(statement)) {
    const json = assembly.json(statement.verbatim);
    return {
      ...verbatimStatement(isJsonObject(json) ? json : {}, path),
      ...(statement.raw === true && { form: { raw: statement.verbatim } }),
    };
  }
  const texts = (members: readonly string[] | undefined) =>
    distinct(members ?? []).map((member) => assembly.text(member));
  const conditions = assembly.json({ ...statement.conditions });
  const { lists, when } = statement;
  const principals = named(statement.principals, around);
  const notPrincipals = named(statement.notPrincipals, around);
  around.assembly.problems.push(
    ...principalProblems([...principals, ...notPrincipals], path),
  );
  return policyStatement({
    sid: statement.sid === undefined ? undefined : assembly.text(statement.sid),
    effect: statement.effect,
    actions: texts(statement.actions),
    notActions: texts(statement.notActions),
    principals,
    notPrincipals,
    resources: texts(statement.resources),
    notResources: texts(statement.notResources),
    ...(isJsonObject(conditions) && { conditions }),
    origins: [path],
    ...((lists ?? when) !== undefined && {
      form: {
        ...(lists !== undefined && { lists }),
        ...(when !== undefined && { when }),
      },
    }),
  });
}

/** Principals that cannot stand in one statement, or in none. */
function principalProblems(
  principals: readonly PolicyPrincipal[],
  path: Path,
): readonly Problem[] {
  const conditions = new Set(
    principals.map((one) => JSON.stringify(one.conditions ?? {})),
  );
  return [
    ...(conditions.size > 1
      ? [
          refusal("statement/mixed-conditions", [...path, "principals"], {
            message:
              "the principals of the statement have different conditions of their own",
            help: "give each a statement of its own",
          }),
        ]
      : []),
    ...(principals.some(({ isGroup }) => isGroup === true)
      ? [groupRefusal([...path, "principals"])]
      : []),
  ];
}

function named(
  ids: readonly string[] | undefined,
  around: Surroundings,
): readonly PolicyPrincipal[] {
  return distinct(ids ?? []).map((id) => granteeOf(id, around).principal);
}

/** The statements of a person's own that are in force. */
export function ownStatements(
  key: OwnedKey,
  { path, around }: Place,
): readonly PolicyStatement[] {
  return key.policy.statements.flatMap((statement, index) =>
    statement.disabled === true
      ? []
      : [
          ownStatement(
            statement,
            [...path, "policy", "statements", index],
            around,
          ),
        ],
  );
}
