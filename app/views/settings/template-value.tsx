import Textarea from "@cloudscape-design/components/textarea";
import { useId, useState } from "react";
import type { Path, ResourcePart } from "../../../core/index.ts";
import { draftOf, type TextControl } from "../../state/drafts.ts";
import { sealEdit } from "../../state/edit.ts";
import { overrideControl, type Resource } from "../../state/override-edits.ts";
import { useApp } from "../../state/store.ts";
import { templateText } from "../../text/template.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icons.tsx";
import { keyed } from "../../ui/keyed.ts";
import { ControlProblem, problemProps } from "../fields/control-problem.tsx";
import { Field } from "../fields/field.tsx";
import { useJsonText } from "../fields/json-text.ts";
import "./template-value.css";

/** What is written as a part of a resource, in words. */
export interface TemplateLine {
  /** The part, where it does not go without saying. */
  readonly name?: string;
  readonly text: string;
}

interface Props {
  readonly resource: Resource;
  readonly path: Path;
  readonly label: string;
  /** What the template says, in words. */
  readonly lines: readonly TemplateLine[];
  /** The parts that something is written in place of. */
  readonly parts: readonly ResourcePart[];
  readonly fixed?: boolean;
  readonly drop: { readonly text: string; readonly onClick: () => void };
}

/** What the template says in place of a setting, in words and as JSON, and the way back. */
export function TemplateValue({
  resource,
  path,
  label,
  lines,
  parts,
  fixed = false,
  drop,
}: Props) {
  const readOnly = useApp(({ session }) => session.readOnly);
  const [asked, setAsked] = useState(false);
  const controls = parts.map((part) =>
    overrideControl(resource, part, {
      label: templateText.json(
        lines[0]?.name === undefined ? label : part.name,
      ),
      path,
    }),
  );
  const unfinished = useApp(({ drafts }) =>
    controls.some((control) => draftOf(drafts, control) !== undefined),
  );
  const open = asked || unfinished;
  return (
    <Field path={path} label={label} fixed={fixed}>
      <div className="template-value" role="group" aria-label={label}>
        <p className="template-value-mark">
          <Icon name="code" size={12} />
          {templateText.value}
        </p>
        <ul className="template-value-words">
          {keyed(lines, ({ text }) => text).map(({ key, item }) => (
            <li key={key}>
              {item.name !== undefined && (
                <span className="template-value-name">{item.name} </span>
              )}
              {item.text}
            </li>
          ))}
        </ul>
        {open &&
          controls.map((control) => (
            <JsonEditor key={control.id} control={control} />
          ))}
        <div className="template-value-actions">
          <Button
            variant="link"
            expanded={open}
            disabled={unfinished}
            onClick={() => setAsked(!open)}
          >
            {templateText.editJson}
          </Button>
          <Button variant="link" disabled={readOnly} onClick={drop.onClick}>
            {drop.text}
          </Button>
        </div>
      </div>
    </Field>
  );
}

/** JSON on its way into the design; what is wrong with it is said below. */
export function JsonEditor({ control }: { readonly control: TextControl }) {
  const id = useId();
  const labelId = useId();
  const problemId = useId();
  const { text, draft, enter } = useJsonText(control);
  const readOnly = useApp(({ session }) => session.readOnly);
  const problem = draft?.problems[0];
  return (
    <div className="json-editor">
      <label id={labelId} htmlFor={id}>
        {control.label}
      </label>
      <div className="mono">
        <Textarea
          controlId={id}
          ariaLabelledby={labelId}
          value={text}
          rows={Math.min(20, text.split("\n").length + 1)}
          {...problemProps(problemId, problem)}
          readOnly={readOnly}
          spellcheck={false}
          onBlur={sealEdit}
          onChange={({ detail }) => enter(detail.value)}
        />
      </div>
      <ControlProblem id={problemId} problem={problem} />
    </div>
  );
}
