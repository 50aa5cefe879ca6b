import FormField from "@cloudscape-design/components/form-field";
import Textarea from "@cloudscape-design/components/textarea";
import { useDeferredValue, useMemo, useState } from "react";
import type { Imported, Result } from "../../../core/index.ts";
import { importText, sourceTitle } from "../../../core/index.ts";
import { openNew } from "../../state/storage/open.ts";
import { getState } from "../../state/store.ts";
import { kept, openTextText, recognised } from "../../text/open-text.ts";
import { problemLines } from "../../text/storage.ts";
import { keyed } from "../../ui/keyed.ts";
import { TextWithCode } from "../fields/problem-text.tsx";
import { closeDialog, DialogForm } from "./dialog-form.tsx";
import "./open-text.css";

/** Reads a text that is pasted, dropped or typed, and says what would be opened before it is. */
export function OpenText() {
  const [given] = useState(() => getState().session.given);
  const [text, setText] = useState(given?.text ?? "");
  const reading = useDeferredValue(text);
  const name = given?.name ?? openTextText.designName;
  const read = useMemo(
    () => (reading.trim() === "" ? undefined : importText(reading, name)),
    [reading, name],
  );
  const open = () => {
    // What is on the screen may be a keystroke behind.
    const now = importText(text, name);
    if (!now.ok) return;
    const { design, source } = now.value;
    closeDialog();
    openNew(design, source === "design" ? {} : { view: { tab: "policy" } });
  };
  return (
    <DialogForm
      title={openTextText.title}
      button={openTextText.open}
      size="middle"
      onSubmit={open}
    >
      <FormField
        stretch
        label={openTextText.field}
        constraintText={openTextText.help}
      >
        <div className="mono">
          <Textarea
            value={text}
            rows={12}
            spellcheck={false}
            onChange={({ detail }) => setText(detail.value)}
          />
        </div>
      </FormField>
      <div role="status" className="open-text-review">
        <Review read={read} text={reading} />
      </div>
    </DialogForm>
  );
}

function Review({
  read,
  text,
}: {
  readonly read: Result<Imported> | undefined;
  readonly text: string;
}) {
  if (read === undefined) return <p>{openTextText.nothing}</p>;
  const problems = read.ok ? read.value.warnings : read.problems;
  return (
    <>
      {read.ok ? (
        <Recognised imported={read.value} />
      ) : (
        <p className="dialog-problem">{openTextText.refused}</p>
      )}
      {problems.length > 0 && (
        <ul>
          {keyed(problemLines(text, problems), String).map(({ key, item }) => (
            <li key={key}>
              <TextWithCode text={item} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Recognised({ imported }: { readonly imported: Imported }) {
  const { source, keptAsText } = imported;
  return (
    <>
      <p>{recognised(sourceTitle(source), imported)}</p>
      {keptAsText > 0 && <p>{kept(keptAsText)}</p>}
    </>
  );
}
