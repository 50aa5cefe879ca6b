import type { ReplicaKey } from "../../../core/index.ts";
import { isDefined } from "../../../core/index.ts";
import { editKey } from "../../state/key-edits.ts";
import { designOf } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { settingsText } from "../../text/settings.ts";
import { loadable } from "../../ui/loadable.tsx";
import { KeyChoice } from "../fields/key-choice.tsx";
import { KeySetting } from "./key-setting.tsx";
import { TemplateSection } from "./template-section.tsx";
import { CostSection } from "./cost-section.tsx";
import { EnabledField, WindowField } from "./life-fields.tsx";
import { PeopleSection } from "./people-section.tsx";
import { PolicyDocumentFields } from "./policy-section.tsx";
import { RemovalField, writtenBy } from "./removal-field.tsx";
import { Section, type SectionProps } from "./section.tsx";
import { SharedFacts } from "./shared-facts.tsx";
import { StackSection } from "./stack-section.tsx";

const UsedBy = loadable(() =>
  import("../recipes/used-by.tsx").then((m) => m.UsedBy),
);

/** The settings of a replica: what it shares with its primary is shown, the rest is its own. */
export function ReplicaSettings(props: SectionProps<ReplicaKey>) {
  const { sections } = settingsText;
  return (
    <>
      <Section title={sections.replica}>
        <KeySetting {...props} name="primary">
          <PrimaryField {...props} />
        </KeySetting>
        <SharedFacts replica={props.keyOfForm} />
      </Section>
      <Section title={sections.deletion}>
        <WindowField {...props} />
        <KeySetting
          {...props}
          name="removalPolicy"
          writes={writtenBy(props.keyOfForm.removalPolicy)}
        >
          <ReplicaRemoval {...props} />
        </KeySetting>
        <EnabledField {...props} />
      </Section>
      <Section title={sections.people}>
        <PeopleSection {...props} />
      </Section>
      <UsedBy keyOfUse={props.keyOfForm} />
      <Section title={sections.policy}>
        <PolicyDocumentFields {...props} />
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
