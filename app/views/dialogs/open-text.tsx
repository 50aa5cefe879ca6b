import FormField from "@cloudscape-design/components/form-field";
import Textarea from "@cloudscape-design/components/textarea";
import { useDeferredValue, useMemo, useState } from "react";
import type { Imported, Result, TextFile } from "../../../core/index.ts";
import { importFiles, sourceTitle } from "../../../core/index.ts";
import { openNew } from "../../state/storage/open.ts";
import { getState } from "../../state/store.ts";
import {
  kept,
  keptLines,
  openTextText,
  recognised,
} from "../../text/open-text.ts";
import { problemLines } from "../../text/storage.ts";
import { keyed } from "../../ui/keyed.ts";
import { TextWithCode } from "../fields/problem-text.tsx";
import { closeDialog, DialogForm } from "./dialog-form.tsx";
import "./open-text.css";

/** Longer texts are not shown: a field with them would be slow, and nobody reads them there. */
const longestShown = 200_000;

const nothing: readonly TextFile[] = [{ name: "", text: "" }];

/** Reads a text that is pasted, dropped or typed, or files, and says what would be opened before it is. */
export function OpenText() {
  const [given] = useState(() => getState().session.given);
  const [files, setFiles] = useState(given?.files ?? nothing);
  const reading = useDeferredValue(files);
  const name = given?.name ?? openTextText.designName;
  const read = useMemo(() => readFiles(reading, name), [reading, name]);
  const open = () => {
    // What is on the screen may be a keystroke behind.
    const now = readFiles(files, name);
    if (now?.ok !== true) return;
    const { design, source } = now.value;
    closeDialog();
    openNew(
      design,
      source === "design"
        ? {}
        : { view: { tab: "policy" }, baseline: { name, design } },
    );
  };
  return (
    <DialogForm
      title={openTextText.title}
      button={openTextText.open}
      size="middle"
      onSubmit={open}
    >
      {isListed(files, read) ? (
        <FileList files={files} />
      ) : (
        <TextEntry
          text={textOf(files)}
          onChange={(text) => setFiles([{ name: files[0]?.name ?? "", text }])}
        />
      )}
      <div role="status" className="open-text-review">
        <Review read={read} text={textOf(reading)} />
      </div>
    </DialogForm>
  );
}

function textOf(files: readonly TextFile[]): string {
  return files.map(({ text }) => text).join("\n");
}

function readFiles(
  files: readonly TextFile[],
  name: string,
): Result<Imported> | undefined {
  return textOf(files).trim() === "" ? undefined : importFiles(files, name);
}

/** Several templates cannot be edited as one text, and long texts not at all. */
function isListed(
  files: readonly TextFile[],
  read: Result<Imported> | undefined,
): boolean {
  const isOfTemplates =
    read?.ok === true && read.value.source === "cloudformation";
  return (
    (files.length > 1 && isOfTemplates) || textOf(files).length > longestShown
  );
}

function FileList({ files }: { readonly files: readonly TextFile[] }) {
  return (
    <ul className="open-text-files" aria-label={openTextText.files}>
      {keyed(files, ({ name }) => name).map(({ key, item }) => (
        <li key={key}>{item.name}</li>
      ))}
    </ul>
  );
}

function TextEntry({
  text,
  onChange,
}: {
  readonly text: string;
  readonly onChange: (text: string) => void;
}) {
  return (
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
          onChange={({ detail }) => onChange(detail.value)}
        />
      </div>
    </FormField>
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
      {problems.length > 0 && <Lines lines={problemLines(text, problems)} />}
    </>
  );
}

function Recognised({ imported }: { readonly imported: Imported }) {
  const { source, keptAsText } = imported;
  const lines = keptLines(imported);
  return (
    <>
      <p>{recognised(sourceTitle(source), imported)}</p>
      {keptAsText > 0 && <p>{kept(keptAsText)}</p>}
      {lines.length > 0 && (
        <>
          <p>{openTextText.keptLead}</p>
          <Lines lines={lines} />
        </>
      )}
    </>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul>
      {keyed(lines, String).map(({ key, item }) => (
        <li key={key}>
          <TextWithCode text={item} />
        </li>
      ))}
    </ul>
  );
}
