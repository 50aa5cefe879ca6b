import Input from "@cloudscape-design/components/input";
import { draftOf, enterText, type TextControl } from "../../state/drafts.ts";
import { useApp } from "../../state/store.ts";
import { classNames } from "../../ui/class-names.ts";
import { Field, type FieldProps } from "./field.tsx";

/** A line of text of the design: what is right goes in as it is typed, what is not stays in the field. */
export function TextField({
  control,
  kind = "text",
  placeholder = "",
  disabled = false,
  ...field
}: {
  readonly control: TextControl;
  readonly kind?: "text" | "days";
  readonly placeholder?: string;
  readonly disabled?: boolean;
} & Pick<FieldProps, "help" | "fixed">) {
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
}
