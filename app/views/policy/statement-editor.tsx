import Input from "@cloudscape-design/components/input";
import { useId } from "react";
import type {
  OwnedKey,
  Path,
  StructuredStatement,
} from "../../../core/index.ts";
import { isDisabled, ok } from "../../../core/index.ts";
import { draftId } from "../../state/draft-id.ts";
import { draftOf, enterText, type TextControl } from "../../state/drafts.ts";
import { sealEdit } from "../../state/edit.ts";
import {
  replaceStatement,
  statementsChange,
} from "../../state/statement-edits.ts";
import { statementNumber } from "../../state/statement-number.ts";
import { useApp } from "../../state/store.ts";
import { policyText } from "../../text/policy.ts";
import { Segments } from "../../ui/segments.tsx";
import { ControlProblem, problemProps } from "../fields/control-problem.tsx";
import { ActionRows } from "./action-rows.tsx";
import { ConditionRows } from "./condition-rows.tsx";
import { DisabledNote } from "./disabled-note.tsx";
import { FindingsAt } from "./findings-at.tsx";
import { PrincipalRows } from "./principal-rows.tsx";
import { ResourceRows } from "./resource-rows.tsx";
import { StatementMenu } from "./statement-menu.tsx";
import { WhenRow } from "./when-row.tsx";

/** A statement in parts and where it stands. */
export interface StatementProps {
  readonly keyOfStatement: OwnedKey;
  /** The place among the own statements. */
  readonly at: number;
  readonly path: Path;
  readonly statement: StructuredStatement;
}

/** Everything a statement says, each part with its own control. */
export function StatementEditor(props: StatementProps) {
  return (
    <div
      className="statement-editor"
      role="group"
      aria-label={policyText.number(
        statementNumber(props.keyOfStatement, props.at),
      )}
      onBlurCapture={sealEdit}
    >
      {isDisabled(props.statement) && (
        <DisabledNote keyOfStatement={props.keyOfStatement} at={props.at} />
      )}
      <EffectRow {...props} />
      <WhenRow {...props} />
      <PrincipalRows {...props} />
      <ActionRows {...props} />
      <ResourceRows {...props} />
      <ConditionRows {...props} />
      <FindingsAt path={props.path} />
    </div>
  );
}

function EffectRow(props: StatementProps) {
  const { keyOfStatement: key, at, statement } = props;
  const readOnly = useApp(({ session }) => session.readOnly);
  return (
    <div className="editor-row">
      <span className="editor-label">{policyText.effect}</span>
      <Segments<"Allow" | "Deny">
        label={policyText.effect}
        value={statement.effect}
        options={[
          { id: "Allow", text: "Allow" },
          { id: "Deny", text: "Deny" },
        ]}
        disabled={readOnly}
        onChange={(effect) =>
          replaceStatement(key, at, { ...statement, effect })
        }
      />
      <SidInput {...props} />
      <span className="grow" />
      <StatementMenu keyOfStatement={key} at={at} />
    </div>
  );
}

function SidInput({
  keyOfStatement: key,
  at,
  path,
  statement,
}: StatementProps) {
  const problemId = useId();
  const control: TextControl = {
    id: draftId(key.id, "statements", at, "sid"),
    label: policyText.sid,
    path: [...path, "sid"],
    value: statement.sid ?? "",
    title: `Edit statement ${statementNumber(key, at)} of ${key.id}`,
    read: (text) => {
      const { sid: _, ...rest } = statement;
      const next = text === "" ? rest : { ...rest, sid: text };
      return ok(statementsChange(key, key.policy.statements.with(at, next)));
    },
  };
  const draft = useApp(({ drafts }) => draftOf(drafts, control));
  const readOnly = useApp(({ session }) => session.readOnly);
  const problem = draft?.problems[0];
  return (
    <>
      <span className="editor-label editor-label-2">{policyText.sid}</span>
      <div className="editor-sid">
        <Input
          ariaLabel={policyText.sid}
          placeholder={policyText.sidPlaceholder}
          value={draft?.text ?? control.value}
          {...problemProps(problemId, problem)}
          readOnly={readOnly}
          autoComplete={false}
          spellcheck={false}
          onChange={({ detail }) => enterText(control, detail.value)}
        />
        <ControlProblem id={problemId} problem={problem} />
      </div>
    </>
  );
}
