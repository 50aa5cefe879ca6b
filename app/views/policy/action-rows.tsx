import { useState } from "react";
import {
  expandAction,
  kmsActionNames,
  ok,
  type StructuredStatement,
} from "../../../core/index.ts";
import { draftId } from "../../state/draft-id.ts";
import {
  replaceStatement,
  statementsChange,
} from "../../state/statement-edits.ts";
import { statementNumber } from "../../state/statement-number.ts";
import { useApp } from "../../state/store.ts";
import { policyText } from "../../text/policy.ts";
import { Button } from "../../ui/button.tsx";
import { coverage, isPattern } from "./action-facts.ts";
import { ActionPicker } from "./action-picker.tsx";
import { Adder } from "./adder.tsx";
import { ElementForm } from "./element-form.tsx";
import { Members } from "./members.tsx";
import type { StatementProps } from "./statement-editor.tsx";

/** What the statement lets them do, or everything but that. */
export function ActionRows(props: StatementProps) {
  const { actions, notActions, effect } = props.statement;
  return (
    <>
      {(actions !== undefined || notActions === undefined) && (
        <ActionRow
          {...props}
          part="actions"
          label={effect === "Deny" ? policyText.mayNever : policyText.mayDo}
        />
      )}
      {notActions !== undefined && (
        <ActionRow {...props} part="notActions" label={policyText.allBut} />
      )}
    </>
  );
}

function ActionRow({
  part,
  label,
  ...props
}: StatementProps & {
  readonly part: "actions" | "notActions";
  readonly label: string;
}) {
  const { keyOfStatement: key, at, path, statement } = props;
  const [picking, setPicking] = useState(false);
  const readOnly = useApp(({ session }) => session.readOnly);
  const members = statement[part] ?? [];
  const withMembers = (next: readonly string[]): StructuredStatement => ({
    ...statement,
    [part]: next,
  });
  const set = (next: readonly string[]) =>
    replaceStatement(key, at, withMembers(next));
  return (
    <>
      <Members
        title={
          statement.effect === "Deny" ? policyText.mayNever : policyText.mayDo
        }
        label={label}
        form={<ElementForm {...props} element="actions" />}
        path={[...path, part]}
        members={members}
        detail={(action) => coverage(action, key)}
        onRemove={(index) => set(members.toSpliced(index, 1))}
      >
        <div className="editor-adders">
          <Adder
            id={draftId(key.id, "statements", at, part)}
            label={policyText.actionField}
            path={[...path, part]}
            button={policyText.addAction}
            suggestions={kmsActionNames}
            title={(text) =>
              `Add ${text} to statement ${statementNumber(key, at)}`
            }
            read={(text) =>
              ok(
                statementsChange(
                  key,
                  key.policy.statements.with(
                    at,
                    withMembers([...new Set([...members, withPrefix(text)])]),
                  ),
                ),
              )
            }
          />
          <Button
            variant="link"
            expanded={picking}
            disabled={readOnly}
            onClick={() => setPicking(!picking)}
          >
            {picking ? policyText.hideActions : policyText.showActions}
          </Button>
        </div>
      </Members>
      <PatternDetails members={members} />
      {picking && (
        <ActionPicker keyOfActions={key} chosen={members} onChange={set} />
      )}
    </>
  );
}

/** People write `Decrypt` and mean `kms:Decrypt`. */
function withPrefix(action: string): string {
  return action.includes(":") || action === "*" ? action : `kms:${action}`;
}

/** The patterns of a statement, each with every action it stands for. */
function PatternDetails({ members }: { readonly members: readonly string[] }) {
  const patterns = members.filter(isPattern);
  if (patterns.length === 0) return null;
  return (
    <details className="patterns">
      <summary>{policyText.patterns}</summary>
      <dl>
        {patterns.map((pattern) => (
          <div key={pattern}>
            <dt className="mono">{pattern}</dt>
            <dd>
              {expandAction(pattern)
                .map((action) => action.replace("kms:", ""))
                .join(", ") || policyText.coversNone}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
