import Autosuggest, {
  type AutosuggestProps,
} from "@cloudscape-design/components/autosuggest";
import { memo, useRef, useState } from "react";
import type { Design, Principal, Problem } from "../../../core/index.ts";
import {
  pickByText,
  type PickedPrincipal,
} from "../../state/principal-edits.ts";
import { useApp } from "../../state/store.ts";
import { principalsText } from "../../text/principals.ts";
import { Button } from "../../ui/button.tsx";
import { sameProps } from "../../ui/same-props.ts";
import { useLatest } from "../../ui/use-latest.ts";
import { useExpandToViewport } from "../../ui/in-dialog.ts";
import { loadable } from "../../ui/loadable.tsx";
import { Tunnel } from "../../ui/tunnel.tsx";
import { useFocus } from "../../ui/use-focus.ts";
import { optionsFor } from "./principal-options.tsx";
import "./principals.css";

const PrincipalDialog = loadable(() =>
  import("./principal-dialog.tsx").then((m) => m.PrincipalDialog),
);

/** What a field for a principal is given; a frame around it or `label` gives its name. */
export interface PrincipalComboboxProps {
  /** The design, with the principals that wait to be added. */
  readonly design: Design;
  readonly label?: string;
  readonly button: string;
  readonly text: string;
  /** The ids that were chosen already. */
  readonly exclude?: readonly string[];
  readonly invalid?: boolean;
  readonly describedBy?: string;
  /** Takes the focus when it appears. */
  readonly focus?: boolean;
  readonly onText: (text: string) => void;
  /** Uses who was chosen, or says why not. */
  readonly onPick: (picked: PickedPrincipal) => readonly Problem[];
  /** What was typed is nobody, or cannot be used. */
  readonly onProblem: (text: string, problem: Problem) => void;
}

const nobody: readonly string[] = [];

/** A field that finds the design's principals, adds what its text names, and opens the window for all others. */
export function PrincipalCombobox(props: PrincipalComboboxProps) {
  const { design, button, onPick, onProblem: _, ...suggestions } = props;
  const { label, text, onText } = suggestions;
  const inDialog = !useExpandToViewport();
  const [creating, setCreating] = useState(false);
  const readOnly = useApp(({ session }) => session.readOnly);
  const pick = useLatest((wish: string) => pickText(props, wish));
  const enter = useLatest(onText);
  return (
    <>
      <div className="field-row principal-field">
        <Suggestions
          {...suggestions}
          principals={design.principals}
          onText={enter}
          onEnter={pick}
        />
        <Button disabled={readOnly} onClick={() => pick(text)}>
          {button}
        </Button>
        <Button
          variant="quiet"
          icon="plus"
          disabled={readOnly}
          onClick={() => setCreating(true)}
        >
          {principalsText.newPrincipal}
        </Button>
      </div>
      {creating && (
        <Tunnel>
          <PrincipalDialog
            title={
              inDialog && label !== undefined
                ? principalsText.newFor(label)
                : principalsText.newPrincipal
            }
            button={principalsText.add}
            design={design}
            onClose={() => setCreating(false)}
            onDone={(picked) => {
              const problems = onPick(picked);
              if (problems.length === 0) onText("");
              return problems;
            }}
          />
        </Tunnel>
      )}
    </>
  );
}

type SuggestionsProps = Pick<
  PrincipalComboboxProps,
  "label" | "text" | "exclude" | "invalid" | "describedBy" | "focus" | "onText"
> & {
  readonly principals: readonly Principal[];
  readonly onEnter: (text: string) => void;
};

/** The field and its list, drawn again only when the principals change or the text. */
const Suggestions = memo(function Suggestions({
  principals,
  label,
  text,
  exclude = nobody,
  invalid,
  describedBy,
  focus = false,
  onText,
  onEnter,
}: SuggestionsProps) {
  const input = useFocus<AutosuggestProps.Ref>(focus);
  const readOnly = useApp(({ session }) => session.readOnly);
  const expandToViewport = useExpandToViewport();
  const chosen = useRef(false);
  return (
    <Autosuggest
      ref={input}
      value={text}
      options={optionsFor(principals, text, exclude)}
      filteringType="manual"
      hideEnteredTextOption
      enteredTextLabel={principalsText.addWhat}
      placeholder={principalsText.pickHelp}
      empty={principalsText.none}
      readOnly={readOnly}
      expandToViewport={expandToViewport}
      {...(label !== undefined && { ariaLabel: label })}
      {...(invalid !== undefined && { invalid })}
      {...(describedBy !== undefined && { ariaDescribedby: describedBy })}
      onChange={({ detail }) => onText(detail.value)}
      onSelect={({ detail }) => {
        // The Enter that chose from the list is reported as a key as well.
        chosen.current = true;
        queueMicrotask(() => (chosen.current = false));
        onEnter(detail.value);
      }}
      onKeyDown={(event) => {
        if (event.detail.key !== "Enter") return;
        event.preventDefault();
        if (!chosen.current) onEnter(text);
      }}
    />
  );
}, sameProps);

function pickText(
  { design, onPick, onText, onProblem }: PrincipalComboboxProps,
  wish: string,
): void {
  const text = wish.trim();
  if (text === "") return;
  const picked = pickByText(design, text);
  const problems = picked.ok ? onPick(picked.value) : picked.problems;
  const [problem] = problems;
  if (problem === undefined) onText("");
  else onProblem(wish, problem);
}
