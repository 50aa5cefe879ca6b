import { useState } from "react";
import { findConditionKey, type Path } from "../../../core/index.ts";
import type { ConditionRow } from "../../state/conditions.ts";
import { draftId } from "../../state/draft-id.ts";
import { useApp } from "../../state/store.ts";
import { useDraftText } from "../../state/use-draft-text.ts";
import { keysText } from "../../text/keys.ts";
import { policyText } from "../../text/policy.ts";
import { Button } from "../../ui/button.tsx";
import { ProblemText } from "../fields/problem-text.tsx";
import { ConditionKeyInput } from "./condition-key-input.tsx";
import { ConditionKeyNote } from "./condition-key-note.tsx";
import { usualOperator } from "./condition-values.ts";
import { OperatorParts } from "./operator-parts.tsx";
import { ValueField } from "./value-field.tsx";

const incomplete = {
  message: policyText.incomplete,
  help: policyText.incompleteHelp,
};
const twice = { message: policyText.twice, help: policyText.twiceHelp };

interface Props {
  /** Names the unfinished text. */
  readonly draft: string;
  readonly path: Path;
  readonly focus: boolean;
  readonly actions?: readonly string[] | undefined;
  /** False where the statement has such a condition. */
  readonly onAdd: (row: ConditionRow) => boolean;
  readonly onCancel: () => void;
}

/** A condition to be; it goes into the statement when it has a key and a value. */
export function NewCondition({
  draft,
  path,
  focus,
  actions,
  onAdd,
  onCancel,
}: Props) {
  const part = (name: string, label: string) => ({
    id: draftId(draft, name),
    label,
    path,
  });
  const [key, setKey] = useDraftText(part("key", policyText.conditionKey));
  const [operator, setOperator] = useDraftText(
    part("operator", policyText.operator),
  );
  const [value, setValue] = useDraftText(part("value", policyText.value));
  const readOnly = useApp(({ session }) => session.readOnly);
  const [problem, setProblem] = useState<typeof twice | null>(null);
  const shownOperator = operator || usualOperator(key);
  const add = () => {
    const name = key.trim();
    if (name === "" || name.endsWith(":") || value === "")
      setProblem(incomplete);
    else if (!onAdd({ key: name, operator: shownOperator, values: [value] }))
      setProblem(twice);
  };
  return (
    <form
      className="condition"
      aria-label={policyText.addCondition}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <div className="condition-line">
        <ConditionKeyInput
          value={key}
          actions={actions}
          onChange={setKey}
          focus={focus}
        />
        <OperatorParts
          operator={shownOperator}
          // A name that is still being typed is no key yet.
          conditionKey={findConditionKey(key) === undefined ? "" : key}
          onChange={setOperator}
        />
      </div>
      <div className="condition-values">
        <ValueField
          comparison={{ key, operator: shownOperator }}
          value={value}
          onChange={setValue}
        />
        <Button submit disabled={readOnly}>
          {policyText.addCondition}
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          {keysText.cancel}
        </Button>
      </div>
      <ConditionKeyNote name={key} actions={actions} />
      {problem !== null && (
        <p className="control-problem" role="alert">
          <ProblemText problem={problem} />
        </p>
      )}
    </form>
  );
}
