import Textarea from "@cloudscape-design/components/textarea";
import type { DefinedKey, DesignChange } from "../../../core/index.ts";
import { ok } from "../../../core/index.ts";
import { draftId } from "../../state/draft-id.ts";
import type { TextControl } from "../../state/drafts.ts";
import { keyChange } from "../../state/key-edits.ts";
import { useApp } from "../../state/store.ts";
import { settingsText } from "../../text/settings.ts";
import { Field } from "../fields/field.tsx";
import { readObject } from "../../state/json-object.ts";
import { printedJson, useJsonText } from "../fields/json-text.ts";
import type { SectionProps } from "./section.tsx";

/** `Metadata` of the resource, as JSON. */
export function MetadataField({
  keyOfForm: key,
  index,
}: SectionProps<DefinedKey>) {
  const readOnly = useApp(({ session }) => session.readOnly);
  const control: TextControl = {
    id: draftId(key.id, "metadata"),
    path: ["keys", index, "metadata"],
    label: settingsText.metadata,
    value: key.metadata === undefined ? "" : printedJson(key.metadata),
    title: `Set metadata of ${key.id}`,
    read: (text) => readMetadata(key, text),
  };
  const { text, draft, enter } = useJsonText(control);
  return (
    <Field
      path={control.path}
      label={control.label}
      draft={draft}
      help={settingsText.metadataHelp}
    >
      <div className="mono">
        <Textarea
          value={text}
          rows={Math.min(12, text.split("\n").length + 1)}
          readOnly={readOnly}
          spellcheck={false}
          onChange={({ detail }) => enter(detail.value)}
        />
      </div>
    </Field>
  );
}

function readMetadata(key: DefinedKey, text: string) {
  if (text.trim() === "")
    return ok<DesignChange>(keyChange(key, { metadata: null }));
  const json = readObject(text);
  return json.ok ? ok(keyChange(key, { metadata: json.value })) : json;
}
