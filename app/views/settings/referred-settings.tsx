import type { ReferredKey } from "../../../core/index.ts";
import { grantsText } from "../../text/grants.ts";
import { settingsText } from "../../text/settings.ts";
import { GrantsSection } from "../grants/grants-section.tsx";
import { AliasesField } from "./aliases-field.tsx";
import {
  ImportedAliasFields,
  ImportedKeyFields,
  LookedUpFields,
} from "./referred-fields.tsx";
import { FoundSection } from "./found-section.tsx";
import { Section, type SectionProps } from "./section.tsx";
import { StackSection } from "./stack-section.tsx";

/** The settings of a key that exists already, and that a stack refers to. */
export function ReferredSettings(props: SectionProps<ReferredKey>) {
  const { sections } = settingsText;
  return (
    <>
      <Section title={sections.existing}>
        <FieldsOfKind {...props} />
      </Section>
      {props.keyOfForm.kind === "imported" &&
        props.keyOfForm.found !== undefined && (
          <FoundSection keyOfForm={props.keyOfForm} index={props.index} />
        )}
      <Section title={sections.names}>
        <AliasesField {...props} />
      </Section>
      <Section title={grantsText.section}>
        <GrantsSection {...props} />
      </Section>
      <Section title={sections.stack}>
        <StackSection {...props} />
      </Section>
    </>
  );
}

function FieldsOfKind({ keyOfForm: key, index }: SectionProps<ReferredKey>) {
  switch (key.kind) {
    case "imported":
      return <ImportedKeyFields keyOfForm={key} index={index} />;
    case "imported-alias":
      return <ImportedAliasFields keyOfForm={key} index={index} />;
    case "looked-up":
      return <LookedUpFields keyOfForm={key} index={index} />;
  }
}
