import { useId, useState } from "react";
import type { Conditions, Path, Problem } from "../../../core/index.ts";
import {
  areDistinct,
  conditionRows,
  conditionsOf,
  type ConditionRow,
} from "../../state/conditions.ts";
import { draftId } from "../../state/draft-id.ts";
import { dropDrafts, hasDraft } from "../../state/drafts.ts";
import { useApp } from "../../state/store.ts";
import { policyText } from "../../text/policy.ts";
import { keyed } from "../../ui/keyed.ts";
import { Button } from "../../ui/button.tsx";
import { ControlProblem } from "../fields/control-problem.tsx";
import { ConditionEditor } from "./condition-editor.tsx";
import { NewCondition } from "./new-condition.tsx";

interface Props {
  readonly conditions: Conditions | undefined;
  /** Names the unfinished text. */
  readonly draft: string;
  /** Where the conditions are in the design; empty for those that are not in it yet. */
  readonly path: Path;
  /** The actions that the conditions are about: the keys that their requests carry are offered first. */
  readonly actions?: readonly string[];
  /** Takes the conditions, or says why not. */
  readonly onChange: (
    conditions: Conditions | undefined,
  ) => Pick<Problem, "message" | "help"> | undefined;
}

/** Conditions, one below the other: every one has to hold, one of its values is enough. */
export function ConditionList({
  conditions,
  draft,
  path,
  actions,
  onChange,
}: Props) {
  const [asked, setAsked] = useState(false);
  const [refused, setRefused] = useState<ReturnType<Props["onChange"]>>();
  const note = useId();
  const newDraft = draftId(draft, "new condition");
  const begun = useApp(({ drafts }) => hasDraft(drafts, newDraft));
  const adding = asked || begun;
  const readOnly = useApp(({ session }) => session.readOnly);
  const rows = conditionRows(conditions);
  const set = (next: readonly ConditionRow[]): boolean => {
    if (!areDistinct(next)) return false;
    const problem = onChange(conditionsOf(next));
    setRefused(problem);
    return problem === undefined;
  };
  const finish = () => {
    dropDrafts(newDraft);
    setAsked(false);
  };
  return (
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
          path={placeOf(path, row)}
          actions={actions}
          onChange={(next) => set(rows.with(index, next))}
          onRemove={() => set(rows.toSpliced(index, 1))}
        />
      ))}
      {adding ? (
        <NewCondition
          draft={newDraft}
          path={path}
          focus={asked}
          actions={actions}
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
  );
}

function placeOf(path: Path, { operator, key }: ConditionRow): Path {
  return path.length === 0 ? path : [...path, operator, key];
}
