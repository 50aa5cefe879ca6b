import Toggle from "@cloudscape-design/components/toggle";
import { useApp } from "../../state/store.ts";
import { Field, type FieldProps } from "./field.tsx";

/** Something that is on or off. */
export function ToggleField({
  checked,
  text,
  onChange,
  disabled = false,
  ...field
}: {
  readonly checked: boolean;
  /** What it means when it is on. */
  readonly text: string;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
} & Omit<FieldProps, "children" | "draft">) {
  const readOnly = useApp(({ session }) => session.readOnly);
  return (
    <Field {...field}>
      <Toggle
        checked={checked}
        disabled={disabled}
        readOnly={readOnly}
        ariaLabel={field.label}
        onChange={({ detail }) => onChange(detail.checked)}
      >
        {text}
      </Toggle>
    </Field>
  );
}
