import ButtonDropdown from "@cloudscape-design/components/button-dropdown";
import Input from "@cloudscape-design/components/input";
import { useId } from "react";
import type { Key, Path, StructuredStatement } from "../../../core/index.ts";
import { ok } from "../../../core/index.ts";
import { draftId } from "../../state/draft-id.ts";
import { draftOf, enterText, type TextControl } from "../../state/drafts.ts";
import { sealEdit } from "../../state/edit.ts";
import {
  duplicateStatement,
  moveStatement,
  removeStatement,
  replaceStatement,
  statementsChange,
} from "../../state/statement-edits.ts";
import { statementNumber } from "../../state/statement-number.ts";
import { useApp } from "../../state/store.ts";
import { useFindings } from "../../state/use-findings.ts";
import { policyText } from "../../text/policy.ts";
import { Segments } from "../../ui/segments.tsx";
import { ControlProblem, problemProps } from "../fields/control-problem.tsx";
import { Fixes } from "../fields/field.tsx";
import { ProblemText } from "../fields/problem-text.tsx";
import { ActionRows } from "./action-rows.tsx";
import { ConditionRows } from "./condition-rows.tsx";
import { PrincipalRows } from "./principal-rows.tsx";
import { ResourceRows } from "./resource-rows.tsx";

/** A statement in parts and where it stands. */
export interface StatementProps {
  readonly keyOfStatement: Key;
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
      <EffectRow {...props} />
      <PrincipalRows {...props} />
      <ActionRows {...props} />
      <ResourceRows {...props} />
      <ConditionRows {...props} />
      <StatementFindings path={props.path} />
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

/** What can be done with a whole statement. */
export function StatementMenu({
  keyOfStatement: key,
  at,
}: {
  readonly keyOfStatement: Key;
  readonly at: number;
}) {
  const readOnly = useApp(({ session }) => session.readOnly);
  const run = (id: string) => {
    if (id === "duplicate") duplicateStatement(key, at);
    if (id === "up") moveStatement(key, at, at - 1);
    if (id === "down") moveStatement(key, at, at + 1);
    if (id === "remove") removeStatement(key, at);
  };
  return (
    <ButtonDropdown
      variant="icon"
      ariaLabel={`Actions for ${policyText.number(statementNumber(key, at)).toLowerCase()}`}
      disabled={readOnly}
      expandToViewport
      items={[
        { id: "duplicate", text: policyText.duplicate },
        { id: "up", text: policyText.up, disabled: at === 0 },
        {
          id: "down",
          text: policyText.down,
          disabled: at === key.policy.statements.length - 1,
        },
        { id: "remove", text: policyText.remove },
      ]}
      onItemClick={({ detail }) => run(detail.id)}
    />
  );
}

/** What is wrong with the statement, with a way out where there is one. */
export function StatementFindings({ path }: { readonly path: Path }) {
  const findings = useFindings(path);
  if (findings.length === 0) return null;
  return (
    <ul className="statement-findings">
      {findings.map((finding) => (
        <li
          key={`${finding.code} ${finding.path.join("/")} ${finding.message}`}
          className={`statement-finding finding-${finding.severity}`}
        >
          <span>
            <ProblemText problem={finding} />
          </span>
          <Fixes findings={[finding]} />
        </li>
      ))}
    </ul>
  );
}
