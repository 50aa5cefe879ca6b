import type { StructuredStatement } from "../../../core/index.ts";
import { replaceStatement } from "../../state/statement-edits.ts";
import { useApp } from "../../state/store.ts";
import { policyText } from "../../text/policy.ts";
import type { StatementProps } from "./statement-editor.tsx";

/** The elements that a statement can turn round, and what each is called then. */
export const opposites = {
  principals: "notPrincipals",
  actions: "notActions",
  resources: "notResources",
} as const;

type Plain = keyof typeof opposites;

/** Whether an element of a statement names what it is about, or everything but that. */
export function ElementForm({
  keyOfStatement: key,
  at,
  statement,
  element,
}: StatementProps & { readonly element: Plain }) {
  const readOnly = useApp(({ session }) => session.readOnly);
  const text = policyText.forms[element];
  const isTurned = statement[opposites[element]] !== undefined;
  // A statement with both has a row for each, which says which it is.
  if (isTurned && statement[element] !== undefined) return null;
  return (
    <select
      className="element-form"
      aria-label={text.label}
      value={isTurned ? "not" : "plain"}
      disabled={readOnly}
      onChange={() => replaceStatement(key, at, turned(statement, element))}
    >
      <option value="plain">{text.plain}</option>
      <option value="not">{text.not}</option>
    </select>
  );
}

/** The statement with the members of an element in its opposite. */
function turned(
  statement: StructuredStatement,
  element: Plain,
): StructuredStatement {
  const opposite = opposites[element];
  const { [element]: plain, [opposite]: not, ...rest } = statement;
  return not === undefined
    ? { ...rest, [opposite]: plain ?? [] }
    : { ...rest, [element]: not };
}
