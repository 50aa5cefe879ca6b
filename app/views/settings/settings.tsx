import type { Key } from "../../../core/index.ts";
import { settingsText } from "../../text/settings.ts";
import { CostSection } from "./cost-section.tsx";
import { KeySection } from "./key-section.tsx";
import { LifeSection } from "./life-section.tsx";
import { PeopleSection } from "./people-section.tsx";
import { StackSection } from "./stack-section.tsx";
import "./settings.css";

/** What a section of the settings edits. */
export interface SectionProps {
  readonly keyOfForm: Key;
  /** Where the key stands in the design. */
  readonly index: number;
}

/** Every property of a key, and of the stack it lives in. */
export function Settings({ keyOfForm, index }: SectionProps) {
  const { sections } = settingsText;
  return (
    <div className="settings" key={keyOfForm.id}>
      <Section title={sections.key}>
        <KeySection keyOfForm={keyOfForm} index={index} />
      </Section>
      <Section title={sections.life}>
        <LifeSection keyOfForm={keyOfForm} index={index} />
      </Section>
      <Section title={sections.people}>
        <PeopleSection keyOfForm={keyOfForm} index={index} />
      </Section>
      <Section title={sections.cost}>
        <CostSection keyOfForm={keyOfForm} />
      </Section>
      <Section title={sections.stack}>
        <StackSection keyOfForm={keyOfForm} />
      </Section>
    </div>
  );
}

function Section({
  title,
  children,
}: {
  readonly title: string;
  readonly children: React.ReactNode;
}) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <div className="settings-grid">{children}</div>
    </section>
  );
}
