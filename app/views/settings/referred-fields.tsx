import type {
  ImportedAlias,
  ImportedKey,
  LookedUpKey,
} from "../../../core/index.ts";
import { flagsOf, isDefined, ok } from "../../../core/index.ts";
import { draftId } from "../../state/draft-id.ts";
import { editKey, keyChange } from "../../state/key-edits.ts";
import { designOf } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { settingsText } from "../../text/settings.ts";
import { ChoiceField } from "../fields/choice-field.tsx";
import { keyOption } from "../fields/key-choice.tsx";
import { Note } from "../fields/note.tsx";
import { TextField } from "../fields/text-field.tsx";
import { ToggleField } from "../fields/toggle-field.tsx";
import type { SectionProps } from "./section.tsx";

const { notes } = settingsText;

/** A key named by its ARN. */
export function ImportedKeyFields({
  keyOfForm: key,
  index,
}: SectionProps<ImportedKey>) {
  return (
    <>
      <Note>{notes.imported}</Note>
      <div className="settings-wide">
        <TextField
          control={{
            id: draftId(key.id, "arn"),
            path: ["keys", index, "arn"],
            label: settingsText.arn,
            value: key.arn,
            title: `Set ARN of ${key.id}`,
            read: (arn) => ok(keyChange(key, { arn })),
          }}
        />
      </div>
    </>
  );
}

/** A key named by an alias. */
export function ImportedAliasFields(props: SectionProps<ImportedAlias>) {
  const { keyOfForm: key } = props;
  const { cdk } = useApp(designOf);
  const reaches =
    flagsOf(cdk)["@aws-cdk/aws-kms:applyImportedAliasPermissionsToPrincipal"];
  const grants = reaches ? notes.aliasByResource : notes.aliasNothing;
  const isManaged = key.alias.startsWith("alias/aws/");
  return (
    <>
      <Note>{isManaged ? `${notes.managed} ${grants}` : grants}</Note>
      <AliasField {...props} />
      <TargetField {...props} />
    </>
  );
}

const noTarget = "";

function TargetField({ keyOfForm: key, index }: SectionProps<ImportedAlias>) {
  const { keys } = useApp(designOf);
  const targets = keys.filter(
    (other) => isDefined(other) || other.kind === "imported",
  );
  return (
    <ChoiceField<string>
      path={["keys", index, "target"]}
      label={settingsText.target}
      help={settingsText.targetHelp}
      value={key.target ?? noTarget}
      valueLabel={key.target ?? settingsText.noTarget}
      names={[noTarget, ...targets.map(({ id }) => id)]}
      options={[
        { value: noTarget, label: settingsText.noTarget },
        ...targets.map(keyOption),
      ]}
      onChange={(target) =>
        editKey(`Set key behind ${key.id}`, key, {
          target: target === noTarget ? null : target,
        })
      }
    />
  );
}

/** A key that the CDK finds by an alias. */
export function LookedUpFields(props: SectionProps<LookedUpKey>) {
  const { keyOfForm: key, index } = props;
  return (
    <>
      <Note>{notes.lookedUp}</Note>
      <AliasField {...props} />
      <TextField
        control={{
          id: draftId(key.id, "key ID"),
          path: ["keys", index, "keyId"],
          label: settingsText.keyId,
          value: key.keyId ?? "",
          title: `Set key ID of ${key.id}`,
          read: (text) =>
            ok(keyChange(key, { keyId: text === "" ? null : text })),
        }}
        help={settingsText.keyIdHelp}
      />
      <ToggleField
        path={["keys", index, "dummyWhenMissing"]}
        label={settingsText.dummy}
        text={settingsText.dummyToggle}
        help={settingsText.dummyHelp}
        checked={key.dummyWhenMissing ?? false}
        onChange={(on) =>
          editKey(`Set what happens without ${key.alias}`, key, {
            dummyWhenMissing: on ? true : null,
          })
        }
      />
    </>
  );
}

function AliasField({
  keyOfForm: key,
  index,
}: SectionProps<ImportedAlias | LookedUpKey>) {
  return (
    <TextField
      control={{
        id: draftId(key.id, "alias"),
        path: ["keys", index, "alias"],
        label: settingsText.alias,
        value: key.alias,
        title: `Set alias of ${key.id}`,
        read: (alias) => ok(keyChange(key, { alias })),
      }}
    />
  );
}
