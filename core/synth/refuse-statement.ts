import { isVerbatim } from "../design/design.ts";
import type {
  Design,
  OwnedKey,
  StructuredStatement,
} from "../design/design.ts";
import { actionForm } from "../policy/action-form.ts";
import type { Path, Problem } from "../problem/problem.ts";
import { refusal } from "./refusal.ts";
import { verbatimRefusals } from "./refuse-verbatim.ts";

/** Own statements of a key that the CDK refuses. */
export function statementRefusals(
  design: Design,
  key: OwnedKey,
  path: Path,
): readonly Problem[] {
  return key.policy.statements.flatMap((statement, index) => {
    if (statement.disabled === true) return [];
    const at = [...path, "policy", "statements", index];
    return isVerbatim(statement)
      ? verbatimRefusals(statement.verbatim, [...at, "verbatim"])
      : [
          ...elementRefusals(statement, at),
          ...actionRefusals(statement, at),
          ...starRefusals(design, statement, at),
        ];
  });
}

/** The elements of which a statement needs exactly one. */
const pairs = [
  ["actions", "notActions", "action"],
  ["principals", "notPrincipals", "principal"],
  ["resources", "notResources", "resource"],
] as const;

function elementRefusals(
  statement: StructuredStatement,
  path: Path,
): readonly Problem[] {
  return pairs.flatMap(([name, not, word]) => {
    const has = (statement[name] ?? []).length > 0;
    const hasNot = (statement[not] ?? []).length > 0;
    if (has && hasNot)
      return [
        refusal(`statement/both-${word}s`, [...path, not], {
          message: `the statement has both ${word}s and ${word}s it excepts`,
          help: "keep one of the two",
        }),
      ];
    if (has || hasNot) return [];
    return [
      refusal(`statement/no-${word}`, [...path, name], {
        message: `the statement names no ${word}`,
        help: `add ${word === "action" ? "an" : "a"} ${word}`,
      }),
    ];
  });
}

function actionRefusals(
  statement: StructuredStatement,
  path: Path,
): readonly Problem[] {
  return (["actions", "notActions"] as const).flatMap((element) =>
    (statement[element] ?? []).flatMap((action, index) =>
      actionForm.test(action)
        ? []
        : [
            refusal("statement/action-form", [...path, element, index], {
              message: `\`${action}\` is not an action: it takes a service, a colon and a name, which may hold \`*\``,
              help: "write an action such as `kms:Decrypt`",
            }),
          ],
    ),
  );
}

/** The literal `"*"` is a whole `Principal` element, so nothing can stand beside it. */
function starRefusals(
  design: Design,
  statement: StructuredStatement,
  path: Path,
): readonly Problem[] {
  const stars = new Set(
    design.principals.flatMap(({ id, kind }) => (kind === "star" ? [id] : [])),
  );
  return (["principals", "notPrincipals"] as const).flatMap((element) => {
    const names = statement[element] ?? [];
    if (
      !names.some((id) => stars.has(id)) ||
      names.every((id) => stars.has(id))
    )
      return [];
    return [
      refusal("statement/star-with-others", [...path, element], {
        message: 'the principal `"*"` stands beside others, which it covers',
        help: 'remove the others, or the `"*"`',
      }),
    ];
  });
}
