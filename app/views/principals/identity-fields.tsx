import FormField from "@cloudscape-design/components/form-field";
import Select from "@cloudscape-design/components/select";
import Toggle from "@cloudscape-design/components/toggle";
import { principalsText } from "../../text/principals.ts";
import { Segments } from "../../ui/segments.tsx";
import { OnePart } from "./composed-parts.tsx";
import { FormPart, TextPartField } from "./form-parts.tsx";
import type { FieldsProps } from "./principal-dialog.tsx";

/** A role, user or group that exists: its ARN or its name, and the stack that may attach policies to it. */
export function ExistingFields(fields: FieldsProps) {
  const { form, onChange } = fields;
  const { kind, identityBy } = form;
  return (
    <>
      <FormField stretch label={principalsText.identityBy}>
        <Segments<typeof identityBy>
          label={principalsText.identityBy}
          value={identityBy}
          options={[
            { id: "arn", text: principalsText.byArn },
            { id: "name", text: principalsText.byName },
          ]}
          onChange={(next) => onChange({ identityBy: next })}
        />
      </FormField>
      {identityBy === "arn" ? (
        <TextPartField
          {...fields}
          field="identityArn"
          label={principalsText.arn}
          help={`Such as arn:aws:iam::111122223333:${kind.replace("imported-", "")}/App`}
        />
      ) : (
        <TextPartField
          {...fields}
          field="identityName"
          label={principalsText.identityName}
          help={principalsText.identityNameHelp}
        />
      )}
      <StackField {...fields} help={principalsText.stackImports} />
      {kind === "imported-role" && <MutableField {...fields} />}
    </>
  );
}

/** A role, user or group that a stack creates. */
export function NewIdentityFields(fields: FieldsProps) {
  const { form, onChange } = fields;
  const { naming, kind } = form;
  const options = principalsText.namingOptions;
  return (
    <>
      <StackField {...fields} help={principalsText.stackCreates} />
      {kind === "new-role" && (
        <OnePart
          {...fields}
          field="assumedBy"
          label={principalsText.assumedBy}
        />
      )}
      <FormField
        stretch
        label={principalsText.naming}
        constraintText={principalsText.namingHelp[naming]}
      >
        <Segments<typeof naming>
          label={principalsText.naming}
          value={naming}
          options={[
            { id: "none", text: options.none },
            { id: "generate", text: options.generate },
            { id: "name", text: options.name },
          ]}
          onChange={(next) => onChange({ naming: next })}
        />
      </FormField>
      {naming === "name" && (
        <TextPartField
          {...fields}
          field="physicalName"
          label={principalsText.fixedName}
        />
      )}
      {kind === "new-role" && <MutableField {...fields} />}
    </>
  );
}

function StackField({
  help,
  ...fields
}: FieldsProps & { readonly help: string }) {
  const { stacks } = fields.design;
  const { stack } = fields.form;
  return (
    <FormPart
      field="stack"
      label={principalsText.stack}
      help={help}
      problemOf={fields.problemOf}
    >
      <Select
        selectedOption={{ value: stack, label: stack }}
        options={stacks.map(({ id, region }) => ({
          value: id,
          label: id,
          ...(region !== undefined && { description: region }),
        }))}
        onChange={({ detail }) =>
          fields.onChange({ stack: detail.selectedOption.value ?? stack })
        }
      />
    </FormPart>
  );
}

function MutableField({ form, onChange }: FieldsProps) {
  return (
    <FormField
      stretch
      label={principalsText.mutable}
      constraintText={principalsText.mutableHelp}
    >
      <Toggle
        checked={form.mutable}
        ariaLabel={principalsText.mutable}
        onChange={({ detail }) => onChange({ mutable: detail.checked })}
      >
        {principalsText.mutableToggle}
      </Toggle>
    </FormField>
  );
}
