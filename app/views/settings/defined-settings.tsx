import type { DefinedKey } from "../../../core/index.ts";
import { grantsText } from "../../text/grants.ts";
import { replicasText } from "../../text/replicas.ts";
import { settingsText } from "../../text/settings.ts";
import { GrantsSection } from "../grants/grants-section.tsx";
import { CostSection } from "./cost-section.tsx";
import { KeySection } from "./key-section.tsx";
import { LifeSection } from "./life-section.tsx";
import { PeopleSection } from "./people-section.tsx";
import { PolicySection } from "./policy-section.tsx";
import { ReplicasSection } from "./replicas-section.tsx";
import { Section, type SectionProps } from "./section.tsx";
import { StackSection } from "./stack-section.tsx";
import { loadable } from "../../ui/loadable.tsx";
import { TemplateSection } from "./template-section.tsx";

const ImportSection = loadable(() =>
  import("./import-section.tsx").then((m) => m.ImportSection),
);

const UsedBy = loadable(() =>
  import("../recipes/used-by.tsx").then((m) => m.UsedBy),
);

/** The settings of a key that a stack creates. */
export function DefinedSettings(props: SectionProps<DefinedKey>) {
  const { sections } = settingsText;
  return (
    <>
      {props.keyOfForm.existing !== undefined && <ImportSection {...props} />}
      <Section title={sections.key}>
        <KeySection {...props} />
      </Section>
      {props.keyOfForm.multiRegion === true && (
        <Section title={replicasText.section} lead={replicasText.lead}>
          <ReplicasSection {...props} />
        </Section>
      )}
      <Section title={sections.life}>
        <LifeSection {...props} />
      </Section>
      <Section title={sections.people}>
        <PeopleSection {...props} />
      </Section>
      <Section title={grantsText.section}>
        <GrantsSection {...props} />
      </Section>
      <UsedBy keyOfUse={props.keyOfForm} />
      <Section title={sections.policy}>
        <PolicySection {...props} />
      </Section>
      <Section title={sections.cost}>
        <CostSection {...props} />
      </Section>
      <Section title={sections.stack}>
        <StackSection {...props} />
      </Section>
      <TemplateSection
        resource={{ list: "keys", part: props.keyOfForm, index: props.index }}
      />
    </>
  );
}
