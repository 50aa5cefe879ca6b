import Select from "@cloudscape-design/components/select";
import {
  conditionOperators,
  findConditionKey,
  keysOf,
  parseOperator,
  printOperator,
  setPrefixes,
  type Operator,
  type OperatorName,
} from "../../../core/index.ts";
import { useApp } from "../../state/store.ts";
import { policyText } from "../../text/policy.ts";
import { useExpandToViewport } from "../../ui/in-dialog.ts";

const operatorNames = keysOf(conditionOperators);
const prefixNames = keysOf(setPrefixes);

/** The operator of a condition in its parts: the set it looks at, the comparison, and whether absence will do. */
export function OperatorParts({
  operator,
  conditionKey,
  onChange,
}: {
  readonly operator: string;
  readonly conditionKey: string;
  readonly onChange: (operator: string) => void;
}) {
  const readOnly = useApp(({ session }) => session.readOnly);
  const parts = parseOperator(operator);
  const set = (next: Operator) => onChange(printOperator(next));
  const expandToViewport = useExpandToViewport();
  // A key that is in no table may have several values.
  const multiValued = findConditionKey(conditionKey)?.multiValued ?? true;
  return (
    <>
      {((multiValued && conditionKey !== "") || parts?.prefix !== undefined) &&
        parts && <PrefixSelect parts={parts} onChange={set} />}
      <div className="condition-select">
        <Select
          ariaLabel={policyText.operator}
          selectedOption={{ value: operator, label: parts?.name ?? operator }}
          options={operatorNames.map((name) => ({
            value: name,
            label: name,
            description: conditionOperators[name].words,
          }))}
          readOnly={readOnly}
          filteringType="auto"
          filteringAriaLabel={policyText.findOperator}
          expandToViewport={expandToViewport}
          onChange={({ detail }) => {
            const name = operatorNames.find(
              (candidate) => candidate === detail.selectedOption.value,
            );
            if (name !== undefined) set(withName(parts, name));
          }}
        />
      </div>
      {parts && conditionOperators[parts.name].ifExists && (
        <label className="editor-check" title={policyText.ifExistsTitle}>
          <input
            type="checkbox"
            checked={parts.ifExists}
            disabled={readOnly}
            onChange={() => set({ ...parts, ifExists: !parts.ifExists })}
          />
          {policyText.ifExists}
        </label>
      )}
    </>
  );
}

function PrefixSelect({
  parts,
  onChange,
}: {
  readonly parts: Operator;
  readonly onChange: (parts: Operator) => void;
}) {
  const readOnly = useApp(({ session }) => session.readOnly);
  const expandToViewport = useExpandToViewport();
  const { prefix, ...rest } = parts;
  const options = [
    { value: "", label: policyText.setNone },
    ...prefixNames.map((name) => ({
      value: name,
      label: name,
      description: setPrefixes[name],
    })),
  ];
  return (
    <div className="condition-select">
      <Select
        ariaLabel={policyText.set}
        selectedOption={
          options.find(({ value }) => value === (prefix ?? "")) ?? null
        }
        options={options}
        readOnly={readOnly}
        expandToViewport={expandToViewport}
        onChange={({ detail }) => {
          const chosen = prefixNames.find(
            (name) => name === detail.selectedOption.value,
          );
          onChange(chosen === undefined ? rest : { ...rest, prefix: chosen });
        }}
      />
    </div>
  );
}

/** The same operator with another comparison; `Null` has no IfExists. */
function withName(parts: Operator | undefined, name: OperatorName): Operator {
  const ifExists =
    (parts?.ifExists ?? false) && conditionOperators[name].ifExists;
  return parts?.prefix === undefined
    ? { name, ifExists }
    : { name, ifExists, prefix: parts.prefix };
}
