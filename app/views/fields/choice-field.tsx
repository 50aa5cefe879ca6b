import Select, { type SelectProps } from "@cloudscape-design/components/select";
import { useApp } from "../../state/store.ts";
import { settingsText } from "../../text/settings.ts";
import { Field, type FieldProps } from "./field.tsx";

/** One value out of a table, with what each means. */
export function ChoiceField<Id extends string>({
  value,
  valueLabel,
  options,
  names,
  onChange,
  filter = false,
  ...field
}: {
  readonly value: Id;
  readonly valueLabel: string;
  readonly options: SelectProps.Options;
  readonly names: readonly Id[];
  readonly onChange: (id: Id) => void;
  readonly filter?: boolean;
} & Omit<FieldProps, "children" | "draft">) {
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
        onChange={({ detail }) => {
          const chosen = names.find(
            (name) => name === detail.selectedOption.value,
          );
          if (chosen !== undefined && chosen !== value) onChange(chosen);
        }}
      />
    </Field>
  );
}
