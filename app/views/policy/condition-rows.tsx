import { useId, useState } from "react";
import {
  areDistinct,
  conditionRows,
  conditionsOf,
  type ConditionRow,
} from "../../state/conditions.ts";
import { draftId } from "../../state/draft-id.ts";
import { dropDrafts, hasDraft } from "../../state/drafts.ts";
import { newProblems } from "../../state/new-problems.ts";
import {
  replaceStatement,
  statementsChange,
} from "../../state/statement-edits.ts";
import { designOf } from "../../state/selectors.ts";
import { getState, useApp } from "../../state/store.ts";
import type { Problem, StructuredStatement } from "../../../core/index.ts";
import { policyText } from "../../text/policy.ts";
import { keyed } from "../../ui/keyed.ts";
import { Button } from "../../ui/button.tsx";
import { ControlProblem } from "../fields/control-problem.tsx";
import { ConditionEditor } from "./condition-editor.tsx";
import { NewCondition } from "./new-condition.tsx";
import type { StatementProps } from "./statement-editor.tsx";

/** When the statement holds: every row has to, one of its values is enough. */
export function ConditionRows({
  keyOfStatement: key,
  at,
  path,
  statement,
}: StatementProps) {
  const [asked, setAsked] = useState(false);
  const [refused, setRefused] = useState<Problem>();
  const note = useId();
  const draft = draftId(key.id, "statements", at);
  const newDraft = draftId(draft, "new condition");
  const begun = useApp(({ drafts }) => hasDraft(drafts, newDraft));
  const adding = asked || begun;
  const readOnly = useApp(({ session }) => session.readOnly);
  const rows = conditionRows(statement.conditions);
  const set = (next: readonly ConditionRow[]): boolean => {
    if (!areDistinct(next)) return false;
    const wanted = withConditions(statement, next);
    const [problem] = newProblems(
      designOf(getState()),
      statementsChange(key, key.policy.statements.with(at, wanted)),
    );
    setRefused(problem);
    if (problem !== undefined) return false;
    replaceStatement(key, at, wanted);
    return true;
  };
  const finish = () => {
    dropDrafts(newDraft);
    setAsked(false);
  };
  return (
    <div className="editor-row">
      <span className="editor-label">{policyText.when}</span>
      <div className="editor-members">
        {rows.length === 0 && !adding && (
          <span className="editor-none">{policyText.noConditions}</span>
        )}
        {keyed(rows, (row) => row.key).map(({ key: id, item: row, index }) => (
          <ConditionEditor
            key={id}
            row={row}
            draftOf={(condition) =>
              draftId(draft, "condition", condition.operator, condition.key)
            }
            path={[...path, "conditions", row.operator, row.key]}
            onChange={(next) => set(rows.with(index, next))}
            onRemove={() => set(rows.toSpliced(index, 1))}
          />
        ))}
        {adding ? (
          <NewCondition
            draft={newDraft}
            path={[...path, "conditions"]}
            focus={asked}
            onAdd={(row) => {
              const added = set([...rows, row]);
              if (added) finish();
              return added;
            }}
            onCancel={finish}
          />
        ) : (
          <Button
            variant="link"
            icon="plus"
            disabled={readOnly}
            onClick={() => setAsked(true)}
          >
            {policyText.addCondition}
          </Button>
        )}
        <ControlProblem id={note} problem={refused} />
      </div>
    </div>
  );
}

function withConditions(
  statement: StructuredStatement,
  rows: readonly ConditionRow[],
): StructuredStatement {
  const { conditions: _, ...rest } = statement;
  const conditions = conditionsOf(rows);
  return conditions === undefined ? rest : { ...rest, conditions };
}
