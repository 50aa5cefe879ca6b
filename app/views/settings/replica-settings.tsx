import type { ReplicaKey } from "../../../core/index.ts";
import { isDefined } from "../../../core/index.ts";
import { editKey } from "../../state/key-edits.ts";
import { designOf } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { settingsText } from "../../text/settings.ts";
import { KeyChoice } from "../fields/key-choice.tsx";
import { CostSection } from "./cost-section.tsx";
import { EnabledField, WindowField } from "./life-fields.tsx";
import { PeopleSection } from "./people-section.tsx";
import { PolicyIdField } from "./policy-section.tsx";
import { RemovalField } from "./removal-field.tsx";
import { Section, type SectionProps } from "./section.tsx";
import { SharedFacts } from "./shared-facts.tsx";
import { StackSection } from "./stack-section.tsx";

/** The settings of a replica: what it shares with its primary is shown, the rest is its own. */
export function ReplicaSettings(props: SectionProps<ReplicaKey>) {
  const { sections } = settingsText;
  return (
    <>
      <Section title={sections.replica}>
        <PrimaryField {...props} />
        <SharedFacts replica={props.keyOfForm} />
      </Section>
      <Section title={sections.deletion}>
        <WindowField {...props} />
        <ReplicaRemoval {...props} />
        <EnabledField {...props} />
      </Section>
      <Section title={sections.people}>
        <PeopleSection {...props} />
      </Section>
      <Section title={sections.policy}>
        <PolicyIdField {...props} />
      </Section>
      <Section title={sections.cost}>
        <CostSection {...props} />
      </Section>
      <Section title={sections.stack}>
        <StackSection {...props} />
      </Section>
    </>
  );
}

function PrimaryField({ keyOfForm: key, index }: SectionProps<ReplicaKey>) {
  const { keys } = useApp(designOf);
  return (
    <KeyChoice
      path={["keys", index, "primary"]}
      label={settingsText.primary}
      fixed
      value={key.primary}
      keys={keys.filter(isDefined)}
      onChange={(primary) =>
        editKey(`Set primary of ${key.id}`, key, { primary })
      }
    />
  );
}

function ReplicaRemoval({ keyOfForm: key, index }: SectionProps<ReplicaKey>) {
  return (
    <RemovalField
      path={["keys", index, "removalPolicy"]}
      value={key.removalPolicy}
      texts={settingsText.replicaRemoval}
      onChange={(removalPolicy) =>
        editKey(`Set removal policy of ${key.id}`, key, { removalPolicy })
      }
    />
  );
}
