import Input from "@cloudscape-design/components/input";
import { useId } from "react";
import type { ConditionRow } from "../../state/conditions.ts";
import { useApp } from "../../state/store.ts";
import { policyText } from "../../text/policy.ts";
import { allowedValues, valueExample } from "./condition-values.ts";

/** A line for a value of a condition: what it looks like, and what it may be where that is known. */
export function ValueField({
  comparison,
  value,
  onChange,
}: {
  readonly comparison: Pick<ConditionRow, "key" | "operator">;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const list = useId();
  const readOnly = useApp(({ session }) => session.readOnly);
  return (
    <>
      <Input
        ariaLabel={policyText.value}
        placeholder={valueExample(comparison)}
        value={value}
        readOnly={readOnly}
        autoComplete={false}
        nativeInputAttributes={{ list }}
        onChange={({ detail }) => onChange(detail.value)}
      />
      <datalist id={list}>
        {allowedValues(comparison).map((allowed) => (
          <option key={allowed} value={allowed}>
            {allowed}
          </option>
        ))}
      </datalist>
    </>
  );
}
