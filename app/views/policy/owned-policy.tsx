import { useMemo, useState, type KeyboardEvent } from "react";
import type {
  KeyPolicy,
  OwnedKey,
  PolicyEntry,
  Subject,
} from "../../../core/index.ts";
import {
  mergedEntries,
  policyEntries,
  printPath,
} from "../../../core/index.ts";
import { CommandButton } from "../../commands/command-button.tsx";
import { showPlace } from "../../commands/problems.ts";
import { commands } from "../../commands/registry.ts";
import { listedEntries } from "../../state/policy-places.ts";
import { setView } from "../../state/select.ts";
import { designOf } from "../../state/selectors.ts";
import { addNewStatement, setPolicyMode } from "../../state/statement-edits.ts";
import { useApp } from "../../state/store.ts";
import { policyText, type StatementMark } from "../../text/policy.ts";
import { Button } from "../../ui/button.tsx";
import { moveFocus } from "../../ui/roving.ts";
import { Segments } from "../../ui/segments.tsx";
import { SegmentsField } from "../fields/segments-field.tsx";
import { AsWrittenNote } from "./as-written-note.tsx";
import { ElsewhereGrants } from "./elsewhere-grants.tsx";
import { MergedList } from "./merged-list.tsx";
import { mergedWith, numbered, rendersOtherwise } from "./numbered-entries.ts";
import { useSubject } from "../access/use-access.ts";
import { StatementItem } from "./statement-item.tsx";
import { useStatementMarks, type StatementMarks } from "./statement-marks.ts";

type Form = "written" | "merged";

interface Props {
  readonly keyOfPolicy: OwnedKey;
  readonly index: number;
}

/** The policy of a key that a stack creates: as it is written, or as the CDK merges it. */
export function OwnedPolicy({ keyOfPolicy: key, index }: Props) {
  const design = useApp(designOf);
  const readOnly = useApp(({ session }) => session.readOnly);
  const [wanted, setWanted] = useState<Form>("written");
  const all = useMemo(() => policyEntries(design, key), [design, key]);
  const merged = useMemo(() => mergedEntries(design, key), [design, key]);
  const entries = listedEntries(all);
  const differs = rendersOtherwise(entries, merged);
  const form = differs ? wanted : "written";
  return (
    <>
      <div className="policy-bar">
        <Button
          icon="plus"
          disabled={readOnly}
          onClick={() => {
            setWanted("written");
            const place = addNewStatement(key);
            if (place !== undefined) showPlace(place);
          }}
        >
          {policyText.add}
        </Button>
        <CommandButton command={commands.addUse} icon="service" />
        <span className="grow" />
        {differs && <FormSegments form={form} onChange={setWanted} />}
        {form === "written" && <EffectFilter entries={entries} />}
      </div>
      <div className="policy-scroll">
        <ModeField keyOfPolicy={key} index={index} />
        <AsWrittenNote keyOfPolicy={key} />
        {form === "written" ? (
          <MarkedList keyOfPolicy={key} entries={entries} merged={merged} />
        ) : (
          <MergedList
            keyOfPolicy={key}
            entries={entries}
            merged={merged}
            onOpen={() => setWanted("written")}
          />
        )}
        <ElsewhereGrants entries={all} index={index} />
      </div>
    </>
  );
}

interface ListProps extends Pick<Props, "keyOfPolicy"> {
  readonly entries: readonly PolicyEntry[];
  readonly merged: ReturnType<typeof mergedEntries>;
}

const noMarks: StatementMarks = new Map();
const unmarked: readonly StatementMark[] = [];

function MarkedList(props: ListProps) {
  const subject = useSubject(props.keyOfPolicy);
  return subject === undefined ? (
    <WrittenList {...props} marks={noMarks} />
  ) : (
    <ListOfSubject {...props} subject={subject} />
  );
}

function ListOfSubject({
  subject,
  ...props
}: ListProps & { readonly subject: Subject }) {
  const marks = useStatementMarks(props.keyOfPolicy, subject);
  return <WrittenList {...props} marks={marks} />;
}

function WrittenList({
  keyOfPolicy: key,
  entries,
  merged,
  marks,
}: ListProps & { readonly marks: StatementMarks }) {
  const filter = useApp(({ view }) => view.statementFilter);
  const shown = numbered(entries).filter(
    ({ entry }) => filter === "all" || entry.effect === filter,
  );
  return (
    <div
      role="presentation"
      onKeyDown={(event: KeyboardEvent<HTMLElement>) =>
        moveFocus(event, "vertical", ".statement-main")
      }
    >
      <ol className="statements" aria-label={policyText.statements(key.id)}>
        {shown.map(({ entry, number }) => (
          <StatementItem
            key={entry.path.join("/")}
            keyOfItem={key}
            entry={entry}
            number={number}
            mergedWith={mergedWith(entry, entries, merged)}
            marks={marks.get(printPath(entry.path)) ?? unmarked}
          />
        ))}
      </ol>
    </div>
  );
}

function FormSegments({
  form,
  onChange,
}: {
  readonly form: Form;
  readonly onChange: (form: Form) => void;
}) {
  return (
    <Segments<Form>
      label={policyText.form}
      value={form}
      options={[
        {
          id: "written",
          text: policyText.asWritten,
          title: policyText.formHelp.written,
        },
        {
          id: "merged",
          text: policyText.asMerged,
          title: policyText.formHelp.merged,
        },
      ]}
      onChange={onChange}
    />
  );
}

function EffectFilter({
  entries,
}: {
  readonly entries: readonly PolicyEntry[];
}) {
  const filter = useApp(({ view }) => view.statementFilter);
  const denied = entries.filter(({ effect }) => effect === "Deny").length;
  return (
    <Segments<typeof filter>
      label={policyText.filter}
      value={filter}
      options={[
        { id: "all", text: policyText.all(entries.length) },
        { id: "Allow", text: policyText.allow(entries.length - denied) },
        { id: "Deny", text: policyText.deny(denied) },
      ]}
      onChange={(statementFilter) => setView({ statementFilter })}
    />
  );
}

function ModeField({ keyOfPolicy: key, index }: Props) {
  const { mode } = key.policy;
  return (
    <div className="policy-mode">
      <SegmentsField<KeyPolicy["mode"]>
        path={["keys", index, "policy", "mode"]}
        label={policyText.mode}
        help={policyText.modeHelp[mode]}
        value={mode}
        options={[
          { id: "amend", text: policyText.amend },
          { id: "replace", text: policyText.replace },
        ]}
        onChange={(next) => setPolicyMode(key, next)}
      />
    </div>
  );
}
