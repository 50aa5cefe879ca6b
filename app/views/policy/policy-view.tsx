import { useMemo, type KeyboardEvent } from "react";
import type { Key, KeyPolicy, PolicyEntry } from "../../../core/index.ts";
import { policyEntries } from "../../../core/index.ts";
import { showPlace } from "../../commands/problems.ts";
import { setView } from "../../state/select.ts";
import { designOf } from "../../state/selectors.ts";
import { addNewStatement, setPolicyMode } from "../../state/statement-edits.ts";
import { useApp } from "../../state/store.ts";
import { policyText } from "../../text/policy.ts";
import { Button } from "../../ui/button.tsx";
import { moveFocus } from "../../ui/roving.ts";
import { Segments } from "../../ui/segments.tsx";
import { SegmentsField } from "../fields/segments-field.tsx";
import { StatementItem } from "./statement-item.tsx";
import "./policy-view.css";

/** The key policy: every statement as a sentence, and where it comes from. */
export function PolicyView({
  keyOfPolicy: key,
  index,
}: {
  readonly keyOfPolicy: Key;
  readonly index: number;
}) {
  const design = useApp(designOf);
  const filter = useApp(({ view }) => view.statementFilter);
  const readOnly = useApp(({ session }) => session.readOnly);
  const entries = useMemo(() => policyEntries(design, key), [design, key]);
  const shown = entries
    .map((entry, number) => ({ entry, number: number + 1 }))
    .filter(({ entry }) => filter === "all" || entry.effect === filter);
  return (
    <div className="policy">
      <div className="policy-bar">
        <Button
          icon="plus"
          disabled={readOnly}
          onClick={() => {
            const place = addNewStatement(key);
            if (place !== undefined) showPlace(place);
          }}
        >
          {policyText.add}
        </Button>
        <span className="grow" />
        <EffectFilter entries={entries} />
      </div>
      <div className="policy-scroll">
        <ModeField keyOfPolicy={key} index={index} />
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
              />
            ))}
          </ol>
        </div>
      </div>
    </div>
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

function ModeField({
  keyOfPolicy: key,
  index,
}: {
  readonly keyOfPolicy: Key;
  readonly index: number;
}) {
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
