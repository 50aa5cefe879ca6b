import { useMemo } from "react";
import type {
  Key,
  MatrixColumn,
  MatrixRow,
  Subject,
} from "../../../core/index.ts";
import { isOwned, principalNames } from "../../../core/index.ts";
import { natureOf, subjectOfKey, whatMatters } from "../../state/access.ts";
import { designOf } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { useMeaning, type Meaning } from "../../workers/use-meaning.ts";
import type { AccessRow } from "./lines.ts";
import { wordsOfRow } from "./row-words.ts";
import { statementFacts, type StatementFacts } from "./statement-facts.ts";

/** Who can do what with a key, as it is shown. */
export interface Access {
  readonly subject: Subject;
  readonly meaning: Meaning<"access">;
  readonly columns: readonly MatrixColumn[];
  readonly rows: readonly AccessRow[];
  /** The statements that the answer speaks of. */
  readonly statements: readonly StatementFacts[];
  /** How the design calls the principals that the policy names. */
  readonly names: ReadonlyMap<string, string>;
}

const noColumns: readonly MatrixColumn[] = [];

/** The answer to who can do what with a key whose policy the design has. */
export function useAccess(key: Key, subject: Subject): Access {
  const design = useApp(designOf);
  const meaning = useAccessAnswer(key, subject);
  const { head, parts } = meaning.answer;
  const names = useMemo(
    () =>
      isOwned(key) ? principalNames(design, key) : new Map<string, string>(),
    [design, key],
  );
  const rows = useMemo(
    () => rowsOf(head?.rows ?? [], parts, names),
    [head, parts, names],
  );
  const document = head?.document;
  const statements = useMemo(
    () => (document === undefined ? [] : statementFacts(document)),
    [document],
  );
  return {
    subject,
    meaning,
    columns: head?.columns ?? noColumns,
    rows,
    statements,
    names,
  };
}

/** The matrix of a key as it is worked out. */
export function useAccessAnswer(key: Key, subject: Subject): Meaning<"access"> {
  const design = useApp(designOf);
  const nature = natureOf(design, key);
  return useMeaning<"access">({
    ask: { kind: "access", question: { design, key: key.id, nature } },
    dependsOn: whatMatters(subject, nature),
    about: key.id,
  });
}

/** The policy of a key as verdicts see it. */
export function useSubject(key: Key): Subject | undefined {
  const design = useApp(designOf);
  return useMemo(() => subjectOfKey(design, key), [design, key]);
}

function rowsOf(
  heads: readonly Omit<MatrixRow, "cells">[],
  parts: readonly MatrixRow[],
  names: ReadonlyMap<string, string>,
): readonly AccessRow[] {
  return heads.map((head, index) => ({
    ...head,
    ...wordsOfRow(head, names),
    cells: parts[index]?.cells,
  }));
}
