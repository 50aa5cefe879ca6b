import type { OwnedKey } from "../../../core/index.ts";
import { isDefined, isOwned, ok } from "../../../core/index.ts";
import { draftId } from "../../state/draft-id.ts";
import { keyChange, moveKeyTo } from "../../state/key-edits.ts";
import { designOf } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { settingsText } from "../../text/settings.ts";
import { StackChoice } from "../fields/stack-choice.tsx";
import { TextField } from "../fields/text-field.tsx";
import { EnvironmentFields } from "../stack/environment-fields.tsx";
import { ConstructField } from "./construct-field.tsx";
import { KeySetting } from "./key-setting.tsx";
import { MetadataField } from "./metadata-field.tsx";
import type { SectionProps } from "./section.tsx";

/** Where the key lives: its stack, which is shared by all its keys, and its place in it. */
export function StackSection(props: SectionProps) {
  const { keyOfForm: key, index } = props;
  const { stacks } = useApp(designOf);
  const at = stacks.findIndex(({ id }) => id === key.stack);
  const stack = stacks[at];
  return (
    <>
      <StackChoice
        path={["keys", index, "stack"]}
        value={key.stack}
        onChange={(next) => moveKeyTo(key, next)}
      />
      {isOwned(key) && <LogicalIdField keyOfForm={key} index={index} />}
      {isDefined(key) && <ConstructField keyOfForm={key} index={index} />}
      {isDefined(key) && (
        <KeySetting keyOfForm={key} index={index} name="metadata">
          <MetadataField keyOfForm={key} index={index} />
        </KeySetting>
      )}
      {stack && <EnvironmentFields stack={stack} index={at} />}
    </>
  );
}

function LogicalIdField({ keyOfForm: key, index }: SectionProps<OwnedKey>) {
  return (
    <TextField
      control={{
        id: draftId(key.id, "logical ID"),
        path: ["keys", index, "logicalId"],
        label: settingsText.logicalId,
        value: key.logicalId ?? "",
        title: `Set logical ID of ${key.id}`,
        read: (text) =>
          ok(keyChange(key, { logicalId: text === "" ? null : text })),
      }}
      help={settingsText.logicalIdHelp}
      fixed
    />
  );
}
