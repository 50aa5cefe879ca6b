import Select, { type SelectProps } from "@cloudscape-design/components/select";
import { memo } from "react";
import { useApp } from "../../state/store.ts";
import { settingsText } from "../../text/settings.ts";
import { sameProps } from "../../ui/same-props.ts";
import { useLatest } from "../../ui/use-latest.ts";
import { Field, type FieldProps } from "./field.tsx";

type ChoiceProps = {
  readonly value: string;
  readonly valueLabel: string;
  readonly options: SelectProps.Options;
  readonly onChange: (id: string | undefined) => void;
  readonly filter?: boolean;
} & Omit<FieldProps, "children" | "draft">;

/** One value out of a table, with what each means. */
export function ChoiceField<Id extends string>({
  names,
  onChange,
  ...choice
}: {
  readonly value: Id;
  readonly names: readonly Id[];
  readonly onChange: (id: Id) => void;
} & Omit<ChoiceProps, "value" | "onChange">) {
  const choose = useLatest((id: string | undefined) => {
    const chosen = names.find((name) => name === id);
    if (chosen !== undefined && chosen !== choice.value) onChange(chosen);
  });
  return <Choice {...choice} onChange={choose} />;
}

const Choice = memo(function Choice({
  value,
  valueLabel,
  options,
  onChange,
  filter = false,
  ...field
}: ChoiceProps) {
  const readOnly = useApp(({ session }) => session.readOnly);
  return (
    <Field {...field}>
      <Select
        selectedOption={{ value, label: valueLabel }}
        options={options}
        readOnly={readOnly}
        filteringType={filter ? "auto" : "none"}
        filteringAriaLabel={settingsText.find}
        expandToViewport
        onChange={({ detail }) => onChange(detail.selectedOption.value)}
      />
    </Field>
  );
}, sameProps);
