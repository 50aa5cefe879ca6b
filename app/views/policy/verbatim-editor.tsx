import Textarea from "@cloudscape-design/components/textarea";
import { useId } from "react";
import type { OwnedKey, Path, VerbatimStatement } from "../../../core/index.ts";
import { isDisabled, ok } from "../../../core/index.ts";
import { draftId } from "../../state/draft-id.ts";
import type { TextControl } from "../../state/drafts.ts";
import { sealEdit } from "../../state/edit.ts";
import { statementsChange } from "../../state/statement-edits.ts";
import { statementNumber } from "../../state/statement-number.ts";
import { useApp } from "../../state/store.ts";
import { policyText } from "../../text/policy.ts";
import { ControlProblem, problemProps } from "../fields/control-problem.tsx";
import { readObject } from "../../state/json-object.ts";
import { printedJson, useJsonText } from "../fields/json-text.ts";
import { DisabledNote } from "./disabled-note.tsx";
import { FindingsAt } from "./findings-at.tsx";
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
  const control: TextControl = {
    id: draftId(key.id, "statements", at, "json"),
    label: policyText.json,
    path,
    value: printedJson(statement.verbatim),
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
  const { text, draft, enter } = useJsonText(control);
  const readOnly = useApp(({ session }) => session.readOnly);
  const problem = draft?.problems[0];
  return (
    <div className="statement-editor" role="group" aria-label={policyText.json}>
      {isDisabled(statement) && <DisabledNote keyOfStatement={key} at={at} />}
      <div className="editor-row">
        <p className="editor-help">{policyText.jsonLead}</p>
        <span className="grow" />
        <StatementMenu keyOfStatement={key} at={at} />
      </div>
      <div className="mono">
        <Textarea
          ariaLabel={policyText.json}
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
      <FindingsAt path={path} />
    </div>
  );
}
