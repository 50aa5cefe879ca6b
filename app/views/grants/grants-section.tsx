import { useMemo } from "react";
import type { Grant, Path, PolicyEntry } from "../../../core/index.ts";
import { grantsOf, isDefined, policyEntries } from "../../../core/index.ts";
import { draftId } from "../../state/draft-id.ts";
import { grantChange, type GrantableKey } from "../../state/grant-edits.ts";
import { designOf } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { grantsText } from "../../text/grants.ts";
import { Field } from "../fields/field.tsx";
import { PrincipalEntry } from "../principals/principal-entry.tsx";
import { GrantRow } from "./grant-row.tsx";
import "./grants.css";

/** Who may use the key: each with a permission, and where the CDK puts it. */
export function GrantsSection({
  keyOfForm: key,
  index,
}: {
  readonly keyOfForm: GrantableKey;
  readonly index: number;
}) {
  const path: Path = ["keys", index, "grants"];
  const id = draftId(key.id, "new grant");
  const draft = useApp(({ drafts }) => drafts[id]);
  return (
    <div className="grants">
      <Field
        path={path}
        label={grantsText.label}
        help={isDefined(key) ? grantsText.lead : grantsText.leadExisting}
        draft={draft}
        own
      >
        <PrincipalEntry
          id={id}
          path={path}
          button={grantsText.add}
          title={(principal) => grantsText.added(principal.id, key.id)}
          change={(principal) => grantChange(key, principal)}
        />
      </Field>
      <GrantList keyOfList={key} index={index} />
    </div>
  );
}

function GrantList({
  keyOfList: key,
  index,
}: {
  readonly keyOfList: GrantableKey;
  readonly index: number;
}) {
  const design = useApp(designOf);
  const entries = useMemo(() => grantEntries(design, key), [design, key]);
  const grants = grantsOf(key);
  if (grants.length === 0)
    return <p className="editor-none">{grantsText.none}</p>;
  return (
    <ul className="grant-list" aria-label={grantsText.list(key.id)}>
      {grants.map((grant: Grant, at) => (
        <GrantRow
          // The rows are drawn by place: what is moved finds its neighbour's row there.
          // oxlint-disable-next-line react/no-array-index-key -- a grant has no name of its own
          key={at}
          keyOfRow={key}
          index={index}
          at={at}
          grant={grant}
          landing={entries[at]?.landing}
        />
      ))}
    </ul>
  );
}

function grantEntries(
  design: ReturnType<typeof designOf>,
  key: GrantableKey,
): readonly PolicyEntry[] {
  return policyEntries(design, key).filter(
    ({ provenance }) => provenance === "grant",
  );
}
