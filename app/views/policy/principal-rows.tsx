import type { Principal, StructuredStatement } from "../../../core/index.ts";
import { draftId } from "../../state/draft-id.ts";
import { designOf } from "../../state/selectors.ts";
import {
  replaceStatement,
  statementsChange,
} from "../../state/statement-edits.ts";
import { statementNumber } from "../../state/statement-number.ts";
import { useApp } from "../../state/store.ts";
import { policyText } from "../../text/policy.ts";
import { PrincipalAdder } from "../principals/principal-adder.tsx";
import { whatItIs } from "../principals/principal-options.tsx";
import { ElementForm } from "./element-form.tsx";
import { Members } from "./members.tsx";
import type { StatementProps } from "./statement-editor.tsx";

/** Who the statement is about, or who it is not about. */
export function PrincipalRows(props: StatementProps) {
  const { principals, notPrincipals, effect } = props.statement;
  return (
    <>
      {(principals !== undefined || notPrincipals === undefined) && (
        <PrincipalRow {...props} part="principals" label={policyText.who} />
      )}
      {notPrincipals !== undefined && (
        <>
          <PrincipalRow
            {...props}
            part="notPrincipals"
            label={policyText.whoNot}
          />
          <p className="editor-note">{policyText.notPrincipalHelp[effect]}</p>
        </>
      )}
    </>
  );
}

type Part = "principals" | "notPrincipals";

function PrincipalRow({
  part,
  label,
  ...props
}: StatementProps & { readonly part: Part; readonly label: string }) {
  const { keyOfStatement: key, at, path, statement } = props;
  const { principals } = useApp(designOf);
  const members = statement[part] ?? [];
  const withMembers = (next: readonly string[]): StructuredStatement => ({
    ...statement,
    [part]: next,
  });
  const add = (principal: Principal) =>
    statementsChange(
      key,
      key.policy.statements.with(
        at,
        withMembers([...new Set([...members, principal.id])]),
      ),
    );
  return (
    <Members
      title={policyText.who}
      label={label}
      form={<ElementForm {...props} element="principals" />}
      path={[...path, part]}
      members={members}
      detail={(id) => {
        const principal = principals.find((other) => other.id === id);
        return principal && whatItIs(principal);
      }}
      onRemove={(index) =>
        replaceStatement(key, at, withMembers(members.toSpliced(index, 1)))
      }
    >
      <PrincipalAdder
        id={draftId(key.id, "statements", at, part)}
        label={policyText.principal}
        path={[...path, part]}
        button={policyText.addPrincipal}
        help={policyText.principalHelp}
        exclude={members}
        title={({ id }) => `Add ${id} to statement ${statementNumber(key, at)}`}
        change={add}
      />
    </Members>
  );
}
