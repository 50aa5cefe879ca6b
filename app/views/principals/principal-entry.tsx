import type { DesignChange, Path, Principal } from "../../../core/index.ts";
import { dropDraft, setDraft } from "../../state/drafts.ts";
import {
  changeWithPicked,
  makeUnlessWrong,
  type PickedPrincipal,
} from "../../state/principal-edits.ts";
import { designOf } from "../../state/selectors.ts";
import { getState, useApp } from "../../state/store.ts";
import {
  PrincipalCombobox,
  type PrincipalComboboxProps,
} from "./principal-combobox.tsx";

/** A field that adds a principal to a list of the design. */
export interface PrincipalEntryProps extends Pick<
  PrincipalComboboxProps,
  "label" | "button" | "exclude" | "invalid" | "describedBy" | "focus"
> {
  /** Names the unfinished text; unique on the page. */
  readonly id: string;
  readonly path: Path;
  /** The name of the edit. */
  readonly title: (principal: Principal) => string;
  /** The edit that uses the principal, which the design has by then. */
  readonly change: (principal: Principal) => DesignChange;
}

/** Adds a principal to a list of the design; what cannot be added stays in the field with the reason. */
export function PrincipalEntry({
  id,
  path,
  title,
  change,
  ...field
}: PrincipalEntryProps) {
  const design = useApp(designOf);
  const text = useApp(({ drafts }) => drafts[id]?.text ?? "");
  const label = field.label ?? field.button;
  const keep = { base: null, path, label };
  return (
    <PrincipalCombobox
      {...field}
      design={design}
      text={text}
      onText={(next) =>
        next === ""
          ? dropDraft(id)
          : setDraft(id, { ...keep, text: next, problems: [] })
      }
      onPick={(picked) => use(picked, title, change)}
      onProblem={(wish, problem) =>
        setDraft(id, { ...keep, text: wish, problems: [problem] })
      }
    />
  );
}

function use(
  picked: PickedPrincipal,
  title: PrincipalEntryProps["title"],
  change: PrincipalEntryProps["change"],
) {
  const { principal } = picked;
  return makeUnlessWrong(
    title(principal),
    changeWithPicked(designOf(getState()), picked, change(principal)),
  );
}
