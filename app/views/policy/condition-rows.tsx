import type { Conditions, StructuredStatement } from "../../../core/index.ts";
import { draftId } from "../../state/draft-id.ts";
import { newProblems } from "../../state/new-problems.ts";
import { designOf } from "../../state/selectors.ts";
import {
  replaceStatement,
  statementsChange,
} from "../../state/statement-edits.ts";
import { getState } from "../../state/store.ts";
import { policyText } from "../../text/policy.ts";
import { ConditionList } from "./condition-list.tsx";
import type { StatementProps } from "./statement-editor.tsx";

/** When the statement holds: every row has to, one of its values is enough. */
export function ConditionRows({
  keyOfStatement: key,
  at,
  path,
  statement,
}: StatementProps) {
  return (
    <div className="editor-row">
      <span className="editor-label">{policyText.when}</span>
      <ConditionList
        conditions={statement.conditions}
        draft={draftId(key.id, "statements", at)}
        path={[...path, "conditions"]}
        {...(statement.actions && { actions: statement.actions })}
        onChange={(conditions) => {
          const wanted = withConditions(statement, conditions);
          const [problem] = newProblems(
            designOf(getState()),
            statementsChange(key, key.policy.statements.with(at, wanted)),
          );
          if (problem === undefined) replaceStatement(key, at, wanted);
          return problem;
        }}
      />
    </div>
  );
}

function withConditions(
  statement: StructuredStatement,
  conditions: Conditions | undefined,
): StructuredStatement {
  const { conditions: _, ...rest } = statement;
  return conditions === undefined ? rest : { ...rest, conditions };
}
