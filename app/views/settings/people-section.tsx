import type { Key, Path } from "../../../core/index.ts";
import { fullAliasName, ok, principalText } from "../../../core/index.ts";
import { draftId } from "../../state/draft-id.ts";
import {
  changeWithPrincipal,
  editKey,
  keyChange,
  keyChangeWithoutUnused,
} from "../../state/key-edits.ts";
import { edit } from "../../state/edit.ts";
import { selectPath } from "../../state/select.ts";
import { designOf, findingsAt, isSelected } from "../../state/selectors.ts";
import { getState, useApp } from "../../state/store.ts";
import { settingsText } from "../../text/settings.ts";
import { Token } from "../../ui/token.tsx";
import { Field } from "../fields/field.tsx";
import { ListEntry } from "../fields/list-entry.tsx";
import { TextField } from "../fields/text-field.tsx";
import type { SectionProps } from "./settings.tsx";
import { TagsField } from "./tags-field.tsx";

/** What the key is called and who administers it. */
export function PeopleSection(props: SectionProps) {
  const { keyOfForm: key, index } = props;
  return (
    <>
      <AliasesField {...props} />
      <AdministratorsField {...props} />
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
      <TagsField {...props} />
    </>
  );
}

function AliasesField({ keyOfForm: key, index }: SectionProps) {
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

function AdministratorsField({ keyOfForm: key, index }: SectionProps) {
  const path: Path = ["keys", index, "administrators"];
  const id = draftId(key.id, "administrators");
  const draft = useApp(({ drafts }) => drafts[id]);
  const { principals } = useApp(designOf);
  const { administrators } = key;
  return (
    <Field
      path={path}
      label={settingsText.administrators}
      help={settingsText.administratorsHelp}
      draft={draft}
    >
      <ListEntry
        id={id}
        path={path}
        button={settingsText.addAdministrator}
        suggestions={principals
          .map((principal) => principal.id)
          .filter((name) => !administrators.includes(name))}
        title={(text) => `Add administrator ${text}`}
        read={(text) =>
          changeWithPrincipal(designOf(getState()), text, (principal) =>
            keyChange(key, {
              administrators: administrators.includes(principal.id)
                ? administrators
                : [...administrators, principal.id],
            }),
          )
        }
      />
      <ul className="tokens" aria-label={settingsText.added}>
        {administrators.map((name, at) => (
          <MemberToken
            key={name}
            name={name}
            detail={detailOf(principals.find((p) => p.id === name))}
            path={[...path, at]}
            onRemove={() => removeAdministrator(key, at)}
          />
        ))}
      </ul>
    </Field>
  );
}

function MemberToken({
  name,
  path,
  ...token
}: {
  readonly name: string;
  readonly detail?: string | undefined;
  readonly path: Path;
  readonly onRemove: () => void;
}) {
  const selected = useApp((state) => isSelected(state, path));
  const readOnly = useApp(({ session }) => session.readOnly);
  const invalid = useApp(
    (state) => findingsAt(designOf(state), path).length > 0,
  );
  return (
    <Token
      {...token}
      name={name}
      selected={selected}
      invalid={invalid}
      disabled={readOnly}
      onFocus={() => selectPath(path, "control")}
    >
      {name}
    </Token>
  );
}

function removeAdministrator(key: Key, at: number): void {
  const administrators = key.administrators.toSpliced(at, 1);
  edit({
    title: `Remove administrator ${key.administrators[at] ?? ""}`,
    change: keyChangeWithoutUnused(designOf(getState()), key, {
      administrators,
    }),
  });
}

function detailOf(
  principal: Parameters<typeof principalText>[0] | undefined,
): string | undefined {
  return principal && principalText(principal);
}
