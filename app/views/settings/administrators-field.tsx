import type { OwnedKey, Path, PolicyEntry } from "../../../core/index.ts";
import { isInKeyPolicy, policyEntries } from "../../../core/index.ts";
import { draftId } from "../../state/draft-id.ts";
import { edit } from "../../state/edit.ts";
import { keyChange, keyChangeWithoutUnused } from "../../state/key-edits.ts";
import { designOf } from "../../state/selectors.ts";
import { getState, useApp } from "../../state/store.ts";
import { grantsText } from "../../text/grants.ts";
import { settingsText } from "../../text/settings.ts";
import { Field } from "../fields/field.tsx";
import { PrincipalEntry } from "../principals/principal-entry.tsx";
import { whatItIs } from "../principals/principal-options.tsx";
import { MemberToken } from "./member-token.tsx";
import type { SectionProps } from "./section.tsx";

/** Who administers the key. */
export function AdministratorsField({
  keyOfForm: key,
  index,
}: SectionProps<OwnedKey>) {
  const path: Path = ["keys", index, "administrators"];
  const id = draftId(key.id, "administrators");
  const draft = useApp(({ drafts }) => drafts[id]);
  const { administrators } = key;
  return (
    <Field
      path={path}
      label={settingsText.administrators}
      help={settingsText.administratorsHelp}
      draft={draft}
    >
      <PrincipalEntry
        id={id}
        path={path}
        button={settingsText.addAdministrator}
        exclude={administrators}
        title={(principal) => `Add administrator ${principal.id}`}
        change={(principal) =>
          keyChange(key, {
            administrators: administrators.includes(principal.id)
              ? administrators
              : [...administrators, principal.id],
          })
        }
      />
      <Administrators keyOfList={key} path={path} />
    </Field>
  );
}

function Administrators({
  keyOfList: key,
  path,
}: {
  readonly keyOfList: OwnedKey;
  readonly path: Path;
}) {
  const design = useApp(designOf);
  const entries = policyEntries(design, key).filter(
    ({ provenance }) => provenance === "administrators",
  );
  return (
    <ul className="tokens" aria-label={settingsText.added}>
      {key.administrators.map((name, at) => {
        const principal = design.principals.find((one) => one.id === name);
        return (
          <MemberToken
            key={name}
            name={name}
            detail={[
              ...(principal ? [whatItIs(principal)] : []),
              ...whereOf(entries[at]),
            ].join(", ")}
            path={[...path, at]}
            onRemove={() => removeAdministrator(key, at)}
          />
        );
      })}
    </ul>
  );
}

/** Where the permission is, where it is not in the key policy as one expects. */
function whereOf(entry: PolicyEntry | undefined): readonly string[] {
  return entry === undefined || isInKeyPolicy(entry)
    ? []
    : [grantsText.where.identity];
}

function removeAdministrator(key: OwnedKey, at: number): void {
  const administrators = key.administrators.toSpliced(at, 1);
  edit({
    title: `Remove administrator ${key.administrators[at] ?? ""}`,
    change: keyChangeWithoutUnused(designOf(getState()), key, {
      administrators,
    }),
  });
}
