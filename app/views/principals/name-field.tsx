import { isIdentityKind, suggestedId } from "../../state/principal-of-form.ts";
import { principalsText } from "../../text/principals.ts";
import { TextPartField } from "./form-parts.tsx";
import type { FieldsProps } from "./principal-dialog.tsx";

/** How the design calls the principal; empty takes the name that suggests itself. */
export function NameField(fields: FieldsProps) {
  const { form, design } = fields;
  return (
    <TextPartField
      {...fields}
      field="id"
      label={principalsText.name}
      help={
        isIdentityKind(form.kind)
          ? principalsText.constructHelp
          : principalsText.nameHelp
      }
      placeholder={suggestedId(design, form)}
    />
  );
}
