import Input, { type InputProps } from "@cloudscape-design/components/input";
import { useId } from "react";
import type {
  DesignChange,
  Path,
  Problem,
  Result,
} from "../../../core/index.ts";
import { dropDraft, setDraft } from "../../state/drafts.ts";
import { edit } from "../../state/edit.ts";
import { newProblems } from "../../state/new-problems.ts";
import { designOf } from "../../state/selectors.ts";
import { getState, useApp } from "../../state/store.ts";
import { Button } from "../../ui/button.tsx";
import { useFocus } from "../../ui/use-focus.ts";

/** A field for the next member of a list. */
export interface ListEntryProps {
  /** Names the unfinished text; unique on the page. */
  readonly id: string;
  /** The name of the field, where the frame around it does not give it. */
  readonly label?: string;
  readonly path: Path;
  readonly button: string;
  readonly placeholder?: string;
  readonly suggestions?: readonly string[];
  /** The edit that adds what was typed. */
  readonly read: (text: string) => Result<DesignChange>;
  readonly title: (text: string) => string;
  /** Takes the focus when it appears. */
  readonly focus?: boolean;
  /** What was typed is wrong, where the frame around it does not say so. */
  readonly invalid?: boolean;
  /** The element that helps or says what is wrong, where it is not the frame around it. */
  readonly describedBy?: string;
}

const noSuggestions: readonly string[] = [];

/** Enter or the button adds the text; what cannot be added stays, with the reason. */
export function ListEntry({
  id,
  label,
  button,
  placeholder = "",
  suggestions = noSuggestions,
  focus = false,
  invalid,
  describedBy,
  ...entry
}: ListEntryProps) {
  const list = useId();
  const input = useFocus<InputProps.Ref>(focus);
  const text = useApp(({ drafts }) => drafts[id]?.text ?? "");
  const readOnly = useApp(({ session }) => session.readOnly);
  const type = (next: string) =>
    next === ""
      ? dropDraft(id)
      : keepText({ id, label: label ?? button, path: entry.path, text: next });
  const add = () => addText({ id, label: label ?? button, ...entry }, text);
  return (
    <form
      className="field-row"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <Input
        value={text}
        ref={input}
        placeholder={placeholder}
        readOnly={readOnly}
        autoComplete={false}
        spellcheck={false}
        {...(label !== undefined && { ariaLabel: label })}
        {...(invalid !== undefined && { invalid })}
        {...(describedBy !== undefined && { ariaDescribedby: describedBy })}
        {...(suggestions.length > 0 && {
          nativeInputAttributes: { list },
        })}
        onChange={({ detail }) => type(detail.value)}
      />
      <Button submit disabled={readOnly}>
        {button}
      </Button>
      {suggestions.length > 0 && (
        <datalist id={list}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion}>
              {suggestion}
            </option>
          ))}
        </datalist>
      )}
    </form>
  );
}

function addText(
  entry: Pick<ListEntryProps, "id" | "path" | "read" | "title"> & {
    readonly label: string;
  },
  text: string,
): void {
  const wish = text.trim();
  if (wish === "") return;
  const change = entry.read(wish);
  const problems = change.ok
    ? newProblems(designOf(getState()), change.value)
    : change.problems;
  const made =
    change.ok && problems.length === 0
      ? edit({ title: entry.title(wish), change: change.value })
      : undefined;
  if (made?.ok === true) return dropDraft(entry.id);
  keepText({ ...entry, text, problems: made?.problems ?? problems });
}

function keepText({
  id,
  label,
  path,
  text,
  problems = [],
}: {
  readonly id: string;
  readonly label: string;
  readonly path: Path;
  readonly text: string;
  readonly problems?: readonly Problem[];
}): void {
  setDraft(id, { text, base: null, path, label, problems });
}
