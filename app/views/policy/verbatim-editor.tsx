import Textarea from "@cloudscape-design/components/textarea";
import { useId, useState } from "react";
import type {
  JsonObject,
  OwnedKey,
  Path,
  Problem,
  Result,
  VerbatimStatement,
} from "../../../core/index.ts";
import { failed, isDisabled, ok, readJson } from "../../../core/index.ts";
import { draftId } from "../../state/draft-id.ts";
import { draftOf, enterText, type TextControl } from "../../state/drafts.ts";
import { sealEdit } from "../../state/edit.ts";
import { statementsChange } from "../../state/statement-edits.ts";
import { statementNumber } from "../../state/statement-number.ts";
import { useApp } from "../../state/store.ts";
import { policyText } from "../../text/policy.ts";
import { ControlProblem, problemProps } from "../fields/control-problem.tsx";
import { DisabledNote } from "./disabled-note.tsx";
import { FindingsAt } from "./finding-list.tsx";
import { StatementMenu } from "./statement-menu.tsx";

/** A statement that is kept as text; valid JSON goes into the design, other text stays here with its error. */
export function VerbatimEditor({
  keyOfStatement: key,
  at,
  path,
  statement,
}: {
  readonly keyOfStatement: OwnedKey;
  readonly at: number;
  readonly path: Path;
  readonly statement: VerbatimStatement;
}) {
  const problemId = useId();
  const [typed, setTyped] = useState("");
  const control: TextControl = {
    id: draftId(key.id, "statements", at, "json"),
    label: policyText.json,
    path,
    value: printed(statement.verbatim),
    title: `Edit statement ${statementNumber(key, at)} of ${key.id}`,
    read: (text) => {
      const json = readObject(text);
      return json.ok
        ? ok(
            statementsChange(
              key,
              key.policy.statements.with(at, {
                ...statement,
                verbatim: json.value,
              }),
            ),
          )
        : json;
    },
  };
  const draft = useApp(({ drafts }) => draftOf(drafts, control));
  const readOnly = useApp(({ session }) => session.readOnly);
  const json = readObject(typed);
  // The JSON is not laid out anew under the cursor of the person who types it.
  const same = json.ok && printed(json.value) === control.value;
  const text = draft?.text ?? (same ? typed : control.value);
  const problem = draft?.problems[0];
  return (
    <div className="statement-editor" role="group" aria-label={policyText.json}>
      {isDisabled(statement) && <DisabledNote keyOfStatement={key} at={at} />}
      <div className="editor-row">
        <p className="editor-help">{policyText.jsonLead}</p>
        <span className="grow" />
        <StatementMenu keyOfStatement={key} at={at} />
      </div>
      <div className="editor-json">
        <Textarea
          ariaLabel={policyText.json}
          value={text}
          rows={Math.min(20, text.split("\n").length + 1)}
          {...problemProps(problemId, problem)}
          readOnly={readOnly}
          spellcheck={false}
          onBlur={sealEdit}
          onChange={({ detail }) => {
            setTyped(detail.value);
            enterText(control, detail.value);
          }}
        />
      </div>
      <ControlProblem id={problemId} problem={problem} />
      <FindingsAt path={path} />
    </div>
  );
}

function printed(json: JsonObject): string {
  return JSON.stringify(json, null, 2);
}

function readObject(text: string): Result<JsonObject> {
  const json = readJson(text);
  if (!json.ok) return json;
  const { value } = json.value;
  return isObject(value) ? ok(value) : failed(notAnObject);
}

const notAnObject: Problem = {
  code: "app/not-an-object",
  severity: "error",
  path: [],
  message: policyText.notObject,
  help: policyText.notObjectHelp,
};

/** JSON holds nothing but JSON values. */
function isObject(json: unknown): json is JsonObject {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}
