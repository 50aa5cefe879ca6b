import { useState } from "react";
import type { Path } from "../../../core/index.ts";
import { conditionTexts, printPath } from "../../../core/index.ts";
import { isChoice, valueText } from "../../state/conditions.ts";
import type { ConditionRow, RowValue } from "../../state/conditions.ts";
import { draftId } from "../../state/draft-id.ts";
import {
  dropDraft,
  dropDrafts,
  moveDrafts,
  setDraft,
} from "../../state/drafts.ts";
import { useDraftText } from "../../state/use-draft-text.ts";
import { selectPath } from "../../state/select.ts";
import { useApp } from "../../state/store.ts";
import { policyText } from "../../text/policy.ts";
import { Button } from "../../ui/button.tsx";
import { Token } from "../../ui/token.tsx";
import { ProblemText } from "../fields/problem-text.tsx";
import { ConditionKeyInput } from "./condition-key-input.tsx";
import { ConditionKeyNote } from "./condition-key-note.tsx";
import { OperatorParts } from "./operator-parts.tsx";
import { ValueInput } from "./value-input.tsx";

interface Props {
  readonly row: ConditionRow;
  /** Names the unfinished text of a condition. */
  readonly draftOf: (row: ConditionRow) => string;
  readonly path: Path;
  readonly actions?: readonly string[] | undefined;
  /** False where the row would repeat another. */
  readonly onChange: (row: ConditionRow) => boolean;
  readonly onRemove: () => void;
}

/** One condition of a statement. */
export function ConditionEditor(props: Props) {
  return isChoice(props.row) ? (
    <ChoiceRow {...props} />
  ) : (
    <Comparison {...props} />
  );
}

/** A function of the template in place of comparisons, as what it says. */
function ChoiceRow({ row, onRemove }: Props) {
  const readOnly = useApp(({ session }) => session.readOnly);
  const choice = { [row.operator]: { [row.key]: row.values } };
  return (
    <div className="condition" role="group" aria-label={row.operator}>
      <div className="condition-line">
        <span className="condition-choice">
          {conditionTexts(choice).join(" and ")}
        </span>
        <Button
          variant="icon"
          icon="close"
          disabled={readOnly}
          onClick={onRemove}
        >
          {policyText.removeCondition(row.operator)}
        </Button>
      </div>
      <p className="editor-help">{policyText.choiceHelp}</p>
    </div>
  );
}

/** A comparison; what cannot be kept stays in the field with the reason. */
function Comparison(props: Props) {
  const { row, path, draftOf, actions, onRemove } = props;
  const { key, setKey, twice, change, changeKey } = useConditionEdits(props);
  const readOnly = useApp(({ session }) => session.readOnly);
  return (
    <div
      className="condition"
      role="group"
      aria-label={row.key}
      {...(path.length > 0 && {
        "data-path": printPath(path),
        onFocusCapture: () => selectPath(path, "control"),
      })}
      onBlurCapture={changeKey}
    >
      <div className="condition-line">
        <ConditionKeyInput value={key} actions={actions} onChange={setKey} />
        <OperatorParts
          operator={row.operator}
          conditionKey={row.key}
          onChange={(operator) => change({ operator })}
        />
        <Button
          variant="icon"
          icon="close"
          disabled={readOnly}
          onClick={() => {
            dropDrafts(draftOf(row));
            onRemove();
          }}
        >
          {policyText.removeCondition(row.key)}
        </Button>
      </div>
      <Values
        row={row}
        draft={draftId(draftOf(row), "value")}
        path={path}
        onChange={(values) => change({ values })}
      />
      <ConditionKeyNote name={row.key} actions={actions} />
      {twice && (
        <p className="control-problem" role="alert">
          <ProblemText problem={twiceProblem} />
        </p>
      )}
    </div>
  );
}

/** The key as it is being typed, and changes that take the unfinished text of the condition with them. */
function useConditionEdits({ row, draftOf, path, onChange }: Props) {
  const draft = draftOf(row);
  const keyDraft = {
    id: draftId(draft, "key"),
    label: policyText.conditionKey,
    path,
    value: row.key,
  };
  const [key, setKey] = useDraftText(keyDraft);
  const [twice, setTwice] = useState(false);
  const change = (part: Partial<ConditionRow>): boolean => {
    const next = { ...row, ...part };
    const changed = onChange(next);
    setTwice(!changed);
    if (changed)
      moveDrafts(
        draft,
        draftOf(next),
        path.length === 0
          ? path
          : [...path.slice(0, -2), next.operator, next.key],
      );
    return changed;
  };
  const changeKey = () => {
    const name = key.trim();
    if (name === "" || name === row.key) return;
    dropDraft(keyDraft.id);
    if (change({ key: name })) return;
    const { id, label } = keyDraft;
    setDraft(id, {
      label,
      path,
      text: key,
      base: null,
      problems: [twiceProblem],
    });
  };
  return { key, setKey, twice, change, changeKey };
}

function Values({
  row,
  draft,
  path,
  onChange,
}: Pick<Props, "row" | "path"> & {
  readonly draft: string;
  readonly onChange: (values: ConditionRow["values"]) => boolean;
}) {
  const readOnly = useApp(({ session }) => session.readOnly);
  const values = row.values.map(valueText);
  return (
    <div className="condition-values">
      <ul className="tokens" aria-label={policyText.values}>
        {values.map((value, at) => (
          <Token
            key={value}
            name={value}
            disabled={readOnly}
            {...(values.length > 1 && {
              onRemove: () => void onChange(row.values.toSpliced(at, 1)),
            })}
          >
            {value}
          </Token>
        ))}
      </ul>
      <ValueInput
        draft={draft}
        path={path}
        comparison={row}
        onAdd={(value) => onChange(added(row.values, value))}
      />
    </div>
  );
}

const twiceProblem = { message: policyText.twice, help: policyText.twiceHelp };

function added(
  values: readonly RowValue[],
  value: string,
): readonly RowValue[] {
  return values.map(valueText).includes(value) ? values : [...values, value];
}
