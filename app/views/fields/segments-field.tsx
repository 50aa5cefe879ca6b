import { memo } from "react";
import { useApp } from "../../state/store.ts";
import { sameProps } from "../../ui/same-props.ts";
import { Segments, type SegmentsProps } from "../../ui/segments.tsx";
import { useLatest } from "../../ui/use-latest.ts";
import { Field, type FieldProps } from "./field.tsx";

type Choices<Id extends string> = Pick<
  SegmentsProps<Id>,
  "value" | "options" | "onChange" | "disabled"
>;
type Frame = Omit<FieldProps, "children" | "draft">;

/** One of few values, all of them in sight. */
export function SegmentsField<Id extends string>({
  onChange,
  ...choice
}: Choices<Id> & Frame) {
  const choose = useLatest((id: string) => {
    const chosen = choice.options.find((option) => option.id === id);
    if (chosen !== undefined) onChange(chosen.id);
  });
  return <Choice {...choice} onChange={choose} />;
}

const Choice = memo(function Choice({
  value,
  options,
  onChange,
  disabled = false,
  ...field
}: Choices<string> & Frame) {
  const readOnly = useApp(({ session }) => session.readOnly);
  return (
    <Field {...field}>
      <Segments
        label={field.label}
        value={value}
        options={options}
        onChange={onChange}
        disabled={readOnly || disabled}
      />
    </Field>
  );
}, sameProps);
