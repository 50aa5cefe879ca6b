import { ok } from "../../../core/index.ts";
import { draftId } from "../../state/draft-id.ts";
import {
  replaceStatement,
  statementsChange,
} from "../../state/statement-edits.ts";
import { statementNumber } from "../../state/statement-number.ts";
import { policyText } from "../../text/policy.ts";
import { Adder } from "./adder.tsx";
import { Members } from "./members.tsx";
import type { StatementProps } from "./statement-editor.tsx";

/** Resources, where they say anything: in a key policy `*` is the key itself. */
export function ResourceRows(props: StatementProps) {
  const { resources, notResources } = props.statement;
  const usual = resources?.length === 1 && resources[0] === "*";
  return (
    <>
      {resources !== undefined && !usual && (
        <ResourceRow {...props} part="resources" label={policyText.on} />
      )}
      {notResources !== undefined && (
        <ResourceRow {...props} part="notResources" label={policyText.onNot} />
      )}
    </>
  );
}

function ResourceRow({
  keyOfStatement: key,
  at,
  path,
  statement,
  part,
  label,
}: StatementProps & {
  readonly part: "resources" | "notResources";
  readonly label: string;
}) {
  const members = statement[part] ?? [];
  const withMembers = (next: readonly string[]) => ({
    ...statement,
    [part]: next,
  });
  return (
    <Members
      label={label}
      path={[...path, part]}
      members={members}
      onRemove={(index) =>
        replaceStatement(key, at, withMembers(members.toSpliced(index, 1)))
      }
    >
      <Adder
        id={draftId(key.id, "statements", at, part)}
        label={policyText.resource}
        path={[...path, part]}
        button={policyText.addResource}
        suggestions={["*"]}
        title={(text) => `Add ${text} to statement ${statementNumber(key, at)}`}
        read={(text) =>
          ok(
            statementsChange(
              key,
              key.policy.statements.with(at, withMembers([...members, text])),
            ),
          )
        }
      />
    </Members>
  );
}
