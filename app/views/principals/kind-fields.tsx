import Select from "@cloudscape-design/components/select";
import Textarea from "@cloudscape-design/components/textarea";
import type { ReactNode } from "react";
import type { PrincipalElement, PrincipalKind } from "../../../core/index.ts";
import {
  principalElements,
  servicePrincipals,
  viaServices,
} from "../../../core/index.ts";
import { principalKinds, principalsText } from "../../text/principals.ts";
import { ConditionsPart, MembersPart, OnePart } from "./composed-parts.tsx";
import { FormPart, TextPartField } from "./form-parts.tsx";
import { ExistingFields, NewIdentityFields } from "./identity-fields.tsx";
import type { FieldsProps } from "./principal-dialog.tsx";

/** What a kind of principal needs, and what the kind is. */
export function KindFields(fields: FieldsProps) {
  const { kind } = fields.form;
  return (
    <>
      <div className="kind-head">
        <h3>{principalKinds[kind].label}</h3>
        <p>{principalKinds[kind].help}</p>
      </div>
      {fieldsOf[kind](fields)}
    </>
  );
}

const none = () => null;
const existing = (fields: FieldsProps) => <ExistingFields {...fields} />;
const created = (fields: FieldsProps) => <NewIdentityFields {...fields} />;

const fieldsOf: Readonly<
  Record<PrincipalKind, (fields: FieldsProps) => ReactNode>
> = {
  "account-root": none,
  any: none,
  star: none,
  account: (fields) => (
    <TextPartField
      {...fields}
      field="account"
      label={principalsText.account}
      help={principalsText.accountHelp}
    />
  ),
  arn: (fields) => (
    <TextPartField
      {...fields}
      field="arn"
      label={principalsText.arn}
      help={principalsText.arnHelp}
    />
  ),
  "imported-role": existing,
  "imported-user": existing,
  "imported-group": existing,
  "new-role": created,
  "new-user": created,
  "new-group": created,
  service: (fields) => (
    <TextPartField
      {...fields}
      field="service"
      label={principalsText.service}
      help={principalsText.serviceHelp}
      suggestions={Object.entries(servicePrincipals)}
    />
  ),
  "via-service": (fields) => <ViaServiceFields {...fields} />,
  organization: (fields) => (
    <TextPartField
      {...fields}
      field="organization"
      label={principalsText.organization}
      help={principalsText.organizationHelp}
    />
  ),
  "organizational-unit": (fields) => <PathsField {...fields} />,
  federated: (fields) => (
    <ProviderFields {...fields} help={principalsText.samlHelp} />
  ),
  "web-identity": (fields) => (
    <ProviderFields {...fields} help={principalsText.oidcHelp} />
  ),
  "canonical-user": (fields) => (
    <TextPartField
      {...fields}
      field="canonicalUser"
      label={principalsText.canonicalUser}
      help={principalsText.canonicalUserHelp}
    />
  ),
  "template-value": (fields) => <TemplateValueFields {...fields} />,
  composite: (fields) => <MembersPart {...fields} />,
  "with-conditions": (fields) => (
    <>
      <OnePart {...fields} field="base" label={principalsText.base} />
      <ConditionsPart {...fields} />
    </>
  ),
};

function TemplateValueFields(fields: FieldsProps) {
  const { form, problemOf, onChange } = fields;
  return (
    <>
      <FormPart
        field="element"
        label={principalsText.element}
        problemOf={problemOf}
      >
        <Select
          selectedOption={elementOption(form.element)}
          options={principalElements.map(elementOption)}
          onChange={({ detail }) => {
            const chosen = principalElements.find(
              (element) => element === detail.selectedOption.value,
            );
            if (chosen !== undefined) onChange({ element: chosen });
          }}
        />
      </FormPart>
      <FormPart
        field="value"
        label={principalsText.value}
        help={principalsText.valueHelp}
        problemOf={problemOf}
      >
        <Textarea
          value={form.value}
          rows={4}
          spellcheck={false}
          onChange={({ detail }) => onChange({ value: detail.value })}
        />
      </FormPart>
    </>
  );
}

function elementOption(element: PrincipalElement) {
  return { value: element, label: principalsText.elementOptions[element] };
}

function ViaServiceFields(fields: FieldsProps) {
  const { stacks } = fields.design;
  const region =
    stacks.find(({ id }) => id === fields.form.stack)?.region ?? "us-east-1";
  return (
    <>
      <TextPartField
        {...fields}
        field="viaService"
        label={principalsText.viaService}
        help={principalsText.viaServiceHelp}
        suggestions={Object.entries(viaServices).flatMap(
          ([service, { values }]) =>
            values.map(
              (value) =>
                [value.replaceAll("${region}", region), service] as const,
            ),
        )}
      />
      <OnePart {...fields} field="base" label={principalsText.baseOrAny} />
    </>
  );
}

function PathsField(fields: FieldsProps) {
  return (
    <FormPart
      field="paths"
      label={principalsText.paths}
      help={principalsText.pathsHelp}
      problemOf={fields.problemOf}
    >
      <Textarea
        value={fields.form.paths}
        rows={3}
        spellcheck={false}
        onChange={({ detail }) => fields.onChange({ paths: detail.value })}
      />
    </FormPart>
  );
}

function ProviderFields({
  help,
  ...fields
}: FieldsProps & { readonly help: string }) {
  return (
    <>
      <TextPartField
        {...fields}
        field="provider"
        label={principalsText.provider}
        help={help}
      />
      <ConditionsPart {...fields} />
    </>
  );
}
