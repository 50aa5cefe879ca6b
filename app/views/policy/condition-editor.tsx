import { useState } from "react";
import type { ConditionScalar, Path } from "../../../core/index.ts";
import {
  findConditionKey,
  parseOperator,
  printPath,
} from "../../../core/index.ts";
import type { ConditionRow } from "../../state/conditions.ts";
import { selectPath } from "../../state/select.ts";
import { useApp } from "../../state/store.ts";
import { policyText } from "../../text/policy.ts";
import { Button } from "../../ui/button.tsx";
import { Token } from "../../ui/token.tsx";
import { ProblemText } from "../fields/problem-text.tsx";
import { ConditionKeyInput } from "./condition-key-input.tsx";
import { OperatorParts } from "./operator-parts.tsx";
import { ValueInput } from "./value-input.tsx";

/** One condition of a statement; what cannot be kept stays in the field with the reason. */
export function ConditionEditor({
  row,
  path,
  onChange,
  onRemove,
}: {
  readonly row: ConditionRow;
  readonly path: Path;
  /** False where the row would repeat another. */
  readonly onChange: (row: ConditionRow) => boolean;
  readonly onRemove: () => void;
}) {
  const [key, setKey] = useState(row.key);
  const [twice, setTwice] = useState(false);
  const readOnly = useApp(({ session }) => session.readOnly);
  const change = (next: Partial<ConditionRow>) =>
    setTwice(!onChange({ ...row, ...next }));
  const values = row.values.map(String);
  return (
    <div
      className="condition"
      role="group"
      aria-label={row.key}
      data-path={printPath(path)}
      onFocusCapture={() => selectPath(path, "control")}
      onBlurCapture={() => {
        if (key.trim() !== "" && key !== row.key) change({ key: key.trim() });
      }}
    >
      <div className="condition-line">
        <ConditionKeyInput value={key} onChange={setKey} />
        <OperatorParts
          operator={row.operator}
          conditionKey={row.key}
          onChange={(operator) => change({ operator })}
        />
        <Button
          variant="icon"
          icon="close"
          disabled={readOnly}
          onClick={onRemove}
        >
          {policyText.removeCondition(row.key)}
        </Button>
      </div>
      <div className="condition-values">
        <ul className="tokens" aria-label={policyText.values}>
          {values.map((value, at) => (
            <Token
              key={value}
              name={value}
              disabled={readOnly}
              {...(values.length > 1 && {
                onRemove: () => change({ values: row.values.toSpliced(at, 1) }),
              })}
            >
              {value}
            </Token>
          ))}
        </ul>
        <ValueInput
          allowed={allowedValues(row)}
          onAdd={(value) => change({ values: added(row.values, value) })}
        />
      </div>
      {twice && (
        <p className="editor-problem" role="alert">
          <ProblemText
            problem={{ message: policyText.twice, help: policyText.twiceHelp }}
          />
        </p>
      )}
    </div>
  );
}

/** What the values may be, where that is known. */
export function allowedValues({
  key,
  operator,
}: Pick<ConditionRow, "key" | "operator">): readonly string[] {
  const name = parseOperator(operator)?.name;
  if (name === "Bool" || name === "Null") return ["true", "false"];
  return findConditionKey(key)?.allowedValues ?? [];
}

function added(
  values: readonly ConditionScalar[],
  value: string,
): readonly ConditionScalar[] {
  return values.map(String).includes(value) ? values : [...values, value];
}
