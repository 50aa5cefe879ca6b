import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import { useId, type ReactNode } from "react";
import type { PrincipalForm } from "../../state/principal-form.ts";
import { ProblemText } from "../fields/problem-text.tsx";
import type { FieldsProps } from "./principal-dialog.tsx";

/** The fields of the form that are a line of text. */
export type TextPart = {
  [Field in keyof PrincipalForm]: string extends PrincipalForm[Field]
    ? Field
    : never;
}[keyof PrincipalForm];

/** Label, help and what is wrong around a control of the window. */
export function FormPart({
  field,
  label,
  help,
  problemOf,
  children,
}: Pick<FieldsProps, "problemOf"> & {
  readonly field: keyof PrincipalForm;
  readonly label: string;
  readonly help?: string;
  readonly children: ReactNode;
}) {
  const problem = problemOf(field);
  return (
    <FormField
      stretch
      label={label}
      constraintText={help}
      errorText={problem && <ProblemText problem={problem} />}
    >
      {children}
    </FormField>
  );
}

/** Values that may be meant, and what each is. */
type Suggestions = readonly (readonly [value: string, what: string])[];

const none: Suggestions = [];

/** A line of text of the form, with what it may be. */
export function TextPartField({
  field,
  label,
  help,
  placeholder = "",
  suggestions = none,
  ...fields
}: FieldsProps & {
  readonly field: TextPart;
  readonly label: string;
  readonly help?: string;
  readonly placeholder?: string;
  readonly suggestions?: Suggestions;
}) {
  const list = useId();
  return (
    <FormPart
      field={field}
      label={label}
      problemOf={fields.problemOf}
      {...(help !== undefined && { help })}
    >
      <Input
        value={fields.form[field]}
        placeholder={placeholder}
        autoComplete={false}
        spellcheck={false}
        {...(suggestions.length > 0 && { nativeInputAttributes: { list } })}
        onChange={({ detail }) => fields.onChange({ [field]: detail.value })}
      />
      {suggestions.length > 0 && (
        <datalist id={list}>
          {suggestions.map(([value, what]) => (
            <option key={value} value={value}>
              {what}
            </option>
          ))}
        </datalist>
      )}
    </FormPart>
  );
}
