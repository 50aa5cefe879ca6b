import Input from "@cloudscape-design/components/input";
import { memo } from "react";
import { draftOf, enterText, type TextControl } from "../../state/drafts.ts";
import { useApp } from "../../state/store.ts";
import { classNames } from "../../ui/class-names.ts";
import { sameProps } from "../../ui/same-props.ts";
import { useLatest } from "../../ui/use-latest.ts";
import { Field, type FieldProps } from "./field.tsx";

type TextFieldProps = {
  readonly control: TextControl;
  readonly kind?: "text" | "days";
  readonly placeholder?: string;
  readonly disabled?: boolean;
} & Pick<FieldProps, "help" | "fixed">;

/** A line of text of the design: what is right goes in as it is typed, what is not stays in the field. */
export function TextField({ control, ...props }: TextFieldProps) {
  const read = useLatest(control.read);
  return <Line {...props} control={{ ...control, read }} />;
}

const Line = memo(function Line({
  control,
  kind = "text",
  placeholder = "",
  disabled = false,
  ...field
}: TextFieldProps) {
  const draft = useApp(({ drafts }) => draftOf(drafts, control));
  const readOnly = useApp(({ session }) => session.readOnly);
  const days = kind === "days";
  return (
    <Field path={control.path} label={control.label} draft={draft} {...field}>
      <div className={classNames(days && "field-days")}>
        <Input
          value={draft?.text ?? control.value}
          placeholder={placeholder}
          type={days ? "number" : "text"}
          inputMode={days ? "numeric" : "text"}
          disabled={disabled}
          readOnly={readOnly}
          autoComplete={false}
          spellcheck={false}
          onChange={({ detail }) => enterText(control, detail.value)}
        />
      </div>
    </Field>
  );
}, sameProps);
