import type { OwnedKey } from "../../../core/index.ts";
import { ok } from "../../../core/index.ts";
import { draftId } from "../../state/draft-id.ts";
import { keyChange } from "../../state/key-edits.ts";
import { settingsText } from "../../text/settings.ts";
import { TextField } from "../fields/text-field.tsx";
import { AdministratorsField } from "./administrators-field.tsx";
import { AliasesField } from "./aliases-field.tsx";
import { KeySetting } from "./key-setting.tsx";
import type { SectionProps } from "./section.tsx";
import { TagsField } from "./tags-field.tsx";

/** What the key is called and who administers it. */
export function PeopleSection(props: SectionProps<OwnedKey>) {
  const { keyOfForm: key, index } = props;
  return (
    <>
      <AliasesField {...props} />
      <AdministratorsField {...props} />
      <KeySetting {...props} name="description">
        <TextField
          control={{
            id: draftId(key.id, "description"),
            path: ["keys", index, "description"],
            label: settingsText.description,
            value: key.description ?? "",
            title: `Describe ${key.id}`,
            read: (text) =>
              ok(keyChange(key, { description: text === "" ? null : text })),
          }}
        />
      </KeySetting>
      <KeySetting {...props} name="tags">
        <TagsField
          path={["keys", index, "tags"]}
          scope={[key.id, "tags"]}
          owner={key.id}
          tags={key.tags}
          change={(tags) => keyChange(key, { tags })}
        />
      </KeySetting>
    </>
  );
}
