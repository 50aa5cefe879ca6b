import { useMemo } from "react";
import type { OwnedKey, Subject } from "../../../core/index.ts";
import { printPath } from "../../../core/index.ts";
import type { StatementMark } from "../../text/policy.ts";
import { statementFacts } from "../access/statement-facts.ts";
import { useAccessAnswer } from "../access/use-access.ts";
import type { Answer } from "../../workers/inquiry.ts";

/** What is known of statements, by the path of what wrote them. */
export type StatementMarks = ReadonlyMap<string, readonly StatementMark[]>;

/** What the matrix knows of the statements of a key. */
export function useStatementMarks(
  key: OwnedKey,
  subject: Subject,
): StatementMarks {
  const { answer } = useAccessAnswer(key, subject);
  return useMemo(() => marksOf(answer), [answer]);
}

/** The marks that follow from a matrix. */
export function marksOf({
  head,
  parts,
}: Pick<Answer<"access">, "head" | "parts">): StatementMarks {
  const marks = new Map<string, readonly StatementMark[]>();
  if (head === undefined) return marks;
  const conditional = statementFacts(head.document).filter(
    ({ effect, conditions }) =>
      effect === "Allow" && Object.keys(conditions).length > 0,
  );
  for (const { index, json } of conditional) {
    const names = JSON.stringify(json["Principal"] ?? "");
    const doesNotBind = parts.some(
      ({ text, cells }) =>
        (names.includes(`"${text}"`) || names.includes('"*"')) &&
        cells.some(({ actions }) =>
          actions.some(
            ({ binds, statements }) => !binds && statements.includes(index),
          ),
        ),
    );
    if (doesNotBind)
      for (const path of head.origins[index] ?? [])
        marks.set(printPath(path), ["not-binding"]);
  }
  return marks;
}
