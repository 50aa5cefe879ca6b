import { useApp } from "../../state/store.ts";
import { Segments, type SegmentsProps } from "../../ui/segments.tsx";
import { Field, type FieldProps } from "./field.tsx";

/** One of few values, all of them in sight. */
export function SegmentsField<Id extends string>({
  value,
  options,
  onChange,
  ...field
}: Pick<SegmentsProps<Id>, "value" | "options" | "onChange"> &
  Omit<FieldProps, "children" | "draft">) {
  const readOnly = useApp(({ session }) => session.readOnly);
  return (
    <Field {...field}>
      <Segments
        label={field.label}
        value={value}
        options={options}
        onChange={onChange}
        disabled={readOnly}
      />
    </Field>
  );
}
