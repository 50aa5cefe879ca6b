import { isVerbatim } from "../design/design.ts";
import type {
  Design,
  OwnedKey,
  Principal,
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
    // What stands in a template as it is, is JSON to the CDK.
    if (isVerbatim(statement) && statement.raw === true) return [];
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

/** The principal is a whole `Principal` element. */
function isWhole(principal: Principal): boolean {
  return (
    principal.kind === "star" ||
    (principal.kind === "template-value" && principal.element === "Principal")
  );
}

/** Nothing can stand beside a whole `Principal` element, such as `"*"`. */
function starRefusals(
  design: Design,
  statement: StructuredStatement,
  path: Path,
): readonly Problem[] {
  const stars = new Set(
    design.principals.flatMap((one) => (isWhole(one) ? [one.id] : [])),
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
