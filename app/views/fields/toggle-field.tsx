import Toggle from "@cloudscape-design/components/toggle";
import { memo } from "react";
import { useApp } from "../../state/store.ts";
import { sameProps } from "../../ui/same-props.ts";
import { useLatest } from "../../ui/use-latest.ts";
import { Field, type FieldProps } from "./field.tsx";

type ToggleFieldProps = {
  readonly checked: boolean;
  /** What it means when it is on. */
  readonly text: string;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
} & Omit<FieldProps, "children" | "draft">;

/** Something that is on or off. */
export function ToggleField({ onChange, ...props }: ToggleFieldProps) {
  return <Switch {...props} onChange={useLatest(onChange)} />;
}

const Switch = memo(function Switch({
  checked,
  text,
  onChange,
  disabled = false,
  ...field
}: ToggleFieldProps) {
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
}, sameProps);
