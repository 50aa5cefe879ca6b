import { draftId } from "../../state/draft-id.ts";
import { principalsText } from "../../text/principals.ts";
import { ConditionList } from "../policy/condition-list.tsx";
import { ProblemText } from "../fields/problem-text.tsx";
import { ChosenPrincipals } from "./chosen-principals.tsx";
import type { FieldsProps } from "./principal-dialog.tsx";
import type { PrincipalForm } from "../../state/principal-form.ts";
import type { ReactNode } from "react";

/** The members of a combination. */
export function MembersPart(fields: FieldsProps) {
  const { form, design, own, onChange } = fields;
  return (
    <Part {...fields} field="members" label={principalsText.members}>
      <ChosenPrincipals
        design={design}
        label={principalsText.members}
        button={principalsText.addMember}
        chosen={form.members}
        exclude={own === undefined ? [] : [own]}
        onChange={(members, picked) => onChange({ members }, picked)}
      />
    </Part>
  );
}

/** One other principal that this one is made of, or that may assume it. */
export function OnePart({
  field,
  label,
  ...fields
}: FieldsProps & {
  readonly field: "base" | "assumedBy";
  readonly label: string;
}) {
  const { form, design, own, onChange } = fields;
  const chosen = form[field];
  return (
    <Part {...fields} field={field} label={label}>
      <ChosenPrincipals
        design={design}
        label={label}
        button={principalsText.choose}
        chosen={chosen === "" ? [] : [chosen]}
        exclude={own === undefined ? [] : [own]}
        onChange={(ids, picked) =>
          onChange({ [field]: ids.at(-1) ?? "" }, picked)
        }
      />
    </Part>
  );
}

/** The conditions under which the principal counts. */
export function ConditionsPart(fields: FieldsProps) {
  const { form, draft, onChange } = fields;
  return (
    <Part {...fields} field="conditions" label={principalsText.conditions}>
      <ConditionList
        conditions={form.conditions}
        draft={draftId(draft, "conditions")}
        path={[]}
        onChange={(conditions) => {
          onChange({ conditions: conditions ?? {} });
          return undefined;
        }}
      />
    </Part>
  );
}

/** A group of controls with its label and what is wrong. */
function Part({
  field,
  label,
  problemOf,
  children,
}: Pick<FieldsProps, "problemOf"> & {
  readonly field: keyof PrincipalForm;
  readonly label: string;
  readonly children: ReactNode;
}) {
  const problem = problemOf(field);
  return (
    <div role="group" aria-label={label} className="form-part">
      <span className="form-part-label">{label}</span>
      {children}
      {problem && (
        <p className="control-problem" role="alert">
          <ProblemText problem={problem} />
        </p>
      )}
    </div>
  );
}
