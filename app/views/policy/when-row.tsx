import { useId, useState } from "react";
import type { Problem, StructuredStatement } from "../../../core/index.ts";
import { namesInTemplate } from "../../state/kept-template.ts";
import { newProblems } from "../../state/new-problems.ts";
import { designOf } from "../../state/selectors.ts";
import {
  replaceStatement,
  statementsChange,
} from "../../state/statement-edits.ts";
import { getState, useApp } from "../../state/store.ts";
import { policyText } from "../../text/policy.ts";
import { Segments } from "../../ui/segments.tsx";
import { ControlProblem } from "../fields/control-problem.tsx";
import type { StatementProps } from "./statement-editor.tsx";

type When = NonNullable<StructuredStatement["when"]>;

const always = "";

/** The condition of the template that decides whether the statement is there; nothing where the template has none. */
export function WhenRow(props: StatementProps) {
  const { keyOfStatement: key, at, statement } = props;
  const { when } = statement;
  const design = useApp(designOf);
  const readOnly = useApp(({ session }) => session.readOnly);
  const [refused, setRefused] = useState<Problem>();
  const note = useId();
  const known = namesInTemplate(design, key.stack, "Conditions");
  if (known.length === 0 && when === undefined) return null;
  const names = [...new Set([...known, ...(when ? [when.condition] : [])])];
  const set = (next: When | undefined) => {
    const wanted = withWhen(statement, next);
    const [problem] = newProblems(
      designOf(getState()),
      statementsChange(key, key.policy.statements.with(at, wanted)),
    );
    setRefused(problem);
    if (problem === undefined) replaceStatement(key, at, wanted);
  };
  return (
    <div className="editor-row">
      <span className="editor-label">{policyText.onlyWhen}</span>
      <div className="editor-members">
        <select
          className="element-form"
          aria-label={policyText.onlyWhen}
          aria-describedby={refused && note}
          value={when?.condition ?? always}
          disabled={readOnly}
          onChange={({ target: { value } }) =>
            set(
              value === always
                ? undefined
                : { condition: value, is: when?.is ?? true },
            )
          }
        >
          <option value={always}>{policyText.always}</option>
          {names.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
        {when !== undefined && (
          <Segments<"true" | "false">
            label={policyText.conditionIs}
            value={when.is ? "true" : "false"}
            options={[
              { id: "true", text: policyText.isTrue },
              { id: "false", text: policyText.isFalse },
            ]}
            disabled={readOnly}
            onChange={(is) => set({ ...when, is: is === "true" })}
          />
        )}
        <ControlProblem id={note} problem={refused} />
      </div>
    </div>
  );
}

function withWhen(
  statement: StructuredStatement,
  when: When | undefined,
): StructuredStatement {
  const { when: _, ...rest } = statement;
  return when === undefined ? rest : { ...rest, when };
}
