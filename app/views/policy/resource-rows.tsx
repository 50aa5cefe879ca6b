import { ok, type Result, type DesignChange } from "../../../core/index.ts";
import { draftId } from "../../state/draft-id.ts";
import {
  replaceStatement,
  statementsChange,
} from "../../state/statement-edits.ts";
import { statementNumber } from "../../state/statement-number.ts";
import { policyText } from "../../text/policy.ts";
import { Adder } from "./adder.tsx";
import { ElementForm } from "./element-form.tsx";
import { Members } from "./members.tsx";
import type { StatementProps } from "./statement-editor.tsx";

/** Resources: in a key policy `*` is the key itself, and little else does anything. */
export function ResourceRows(props: StatementProps) {
  const { resources, notResources } = props.statement;
  return (
    <>
      {(resources !== undefined || notResources === undefined) && (
        <ResourceRow {...props} part="resources" label={policyText.on} />
      )}
      {notResources !== undefined && (
        <ResourceRow {...props} part="notResources" label={policyText.onNot} />
      )}
    </>
  );
}

function ResourceRow({
  part,
  label,
  ...props
}: StatementProps & {
  readonly part: "resources" | "notResources";
  readonly label: string;
}) {
  const { keyOfStatement: key, at, path, statement } = props;
  const members = statement[part] ?? [];
  const withMembers = (next: readonly string[]) => ({
    ...statement,
    [part]: next,
  });
  const read = (text: string): Result<DesignChange> =>
    ok(
      statementsChange(
        key,
        key.policy.statements.with(
          at,
          withMembers([...new Set([...members, text])]),
        ),
      ),
    );
  return (
    <Members
      title={policyText.on}
      label={label}
      form={<ElementForm {...props} element="resources" />}
      path={[...path, part]}
      members={members}
      detail={(member) => (member === "*" ? policyText.thisKey : undefined)}
      onRemove={(index) =>
        replaceStatement(key, at, withMembers(members.toSpliced(index, 1)))
      }
    >
      <Adder
        id={draftId(key.id, "statements", at, part)}
        label={policyText.resource}
        path={[...path, part]}
        button={policyText.addResource}
        help={policyText.resourceHelp}
        suggestions={["*"]}
        title={(text) => `Add ${text} to statement ${statementNumber(key, at)}`}
        read={read}
      />
    </Members>
  );
}
