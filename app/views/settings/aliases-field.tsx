import type { Path } from "../../../core/index.ts";
import { fullAliasName, ok } from "../../../core/index.ts";
import { draftId } from "../../state/draft-id.ts";
import { editKey, keyChange } from "../../state/key-edits.ts";
import { useApp } from "../../state/store.ts";
import { settingsText } from "../../text/settings.ts";
import { Field } from "../fields/field.tsx";
import { ListEntry } from "../fields/list-entry.tsx";
import { MemberToken } from "./member-token.tsx";
import type { SectionProps } from "./section.tsx";

/** The aliases that the stack gives to the key. */
export function AliasesField({ keyOfForm: key, index }: SectionProps) {
  const path: Path = ["keys", index, "aliases"];
  const id = draftId(key.id, "new alias");
  const draft = useApp(({ drafts }) => drafts[id]);
  const { aliases } = key;
  return (
    <Field path={path} label={settingsText.newAlias} draft={draft}>
      <ListEntry
        id={id}
        path={path}
        button={settingsText.addAlias}
        placeholder="alias/"
        title={(text) => `Add ${fullAliasName(text)}`}
        read={(text) =>
          ok(keyChange(key, { aliases: [...aliases, fullAliasName(text)] }))
        }
      />
      <ul className="tokens" aria-label={settingsText.aliases}>
        {aliases.map((alias, at) => (
          <MemberToken
            key={alias}
            name={fullAliasName(alias)}
            path={[...path, at]}
            onRemove={() =>
              editKey(`Remove ${fullAliasName(alias)}`, key, {
                aliases: aliases.toSpliced(at, 1),
              })
            }
          />
        ))}
      </ul>
    </Field>
  );
}
