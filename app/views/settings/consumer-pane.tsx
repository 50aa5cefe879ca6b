import type { Consumer, ConsumerKind } from "../../../core/index.ts";
import { consumerKinds, keysOf } from "../../../core/index.ts";
import { edit } from "../../state/edit.ts";
import { designOf } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { keysText } from "../../text/keys.ts";
import { settingsText } from "../../text/settings.ts";
import { ChoiceField } from "../fields/choice-field.tsx";
import { KeyChoice } from "../fields/key-choice.tsx";
import { Note } from "../fields/note.tsx";
import { StackChoice } from "../fields/stack-choice.tsx";
import { PartHead } from "../key/part-head.tsx";
import { PartProblems } from "./part-problems.tsx";
import { Section } from "./section.tsx";
import "./settings.css";

interface Props {
  readonly consumer: Consumer;
  /** Where the resource stands in the design. */
  readonly index: number;
}

const kinds = keysOf(consumerKinds);

/** The settings of a resource that uses a key. */
export function ConsumerPane(props: Props) {
  const { consumer, index } = props;
  const { label } = consumerKinds[consumer.kind];
  return (
    <>
      <PartHead
        icon="bucket"
        name={consumer.id}
        facts={[label, consumer.stack]}
      />
      <div className="settings" key={consumer.id}>
        <PartProblems path={["consumers", index]} />
        <Section title={keysText.consumer}>
          <Note>{keysText.consumerNote}</Note>
          <ConsumerFields {...props} />
        </Section>
      </div>
    </>
  );
}

function ConsumerFields({ consumer, index }: Props) {
  const { keys } = useApp(designOf);
  const { id } = consumer;
  return (
    <>
      <ChoiceField<ConsumerKind>
        path={["consumers", index, "kind"]}
        label={settingsText.resourceKind}
        value={consumer.kind}
        valueLabel={consumerKinds[consumer.kind].label}
        names={kinds}
        options={kinds.map((kind) => ({
          value: kind,
          label: consumerKinds[kind].label,
        }))}
        onChange={(kind) =>
          edit({
            title: `Make ${id} a ${consumerKinds[kind].label}`,
            change: { type: "edit-consumer", consumer: id, patch: { kind } },
          })
        }
      />
      <KeyChoice
        path={["consumers", index, "key"]}
        label={settingsText.key}
        value={consumer.key}
        keys={keys}
        onChange={(key) =>
          edit({
            title: `Set key of ${id}`,
            change: { type: "edit-consumer", consumer: id, patch: { key } },
          })
        }
      />
      <StackChoice
        path={["consumers", index, "stack"]}
        value={consumer.stack}
        onChange={(stack) =>
          edit({
            title: `Move ${id} to ${stack}`,
            change: { type: "edit-consumer", consumer: id, patch: { stack } },
          })
        }
      />
    </>
  );
}
