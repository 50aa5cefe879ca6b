import {
  principalText,
  type Principal,
  type StructuredStatement,
} from "../../../core/index.ts";
import { draftId } from "../../state/draft-id.ts";
import { changeWithPrincipal } from "../../state/key-edits.ts";
import { designOf } from "../../state/selectors.ts";
import {
  replaceStatement,
  statementsChange,
} from "../../state/statement-edits.ts";
import { statementNumber } from "../../state/statement-number.ts";
import { getState, useApp } from "../../state/store.ts";
import { policyText } from "../../text/policy.ts";
import { Adder } from "./adder.tsx";
import { Members } from "./members.tsx";
import type { StatementProps } from "./statement-editor.tsx";

/** Who the statement is about, or who it is not about. */
export function PrincipalRows(props: StatementProps) {
  const { principals, notPrincipals } = props.statement;
  return (
    <>
      {(principals !== undefined || notPrincipals === undefined) && (
        <PrincipalRow {...props} part="principals" label={policyText.who} />
      )}
      {notPrincipals !== undefined && (
        <PrincipalRow
          {...props}
          part="notPrincipals"
          label={policyText.whoNot}
        />
      )}
    </>
  );
}

type Part = "principals" | "notPrincipals";

function PrincipalRow({
  keyOfStatement: key,
  at,
  path,
  statement,
  part,
  label,
}: StatementProps & { readonly part: Part; readonly label: string }) {
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
      label={label}
      path={[...path, part]}
      members={members}
      detail={(id) => shortText(principals.find((other) => other.id === id))}
      onRemove={(index) =>
        replaceStatement(key, at, withMembers(members.toSpliced(index, 1)))
      }
    >
      <Adder
        id={draftId(key.id, "statements", at, part)}
        label={policyText.principal}
        path={[...path, part]}
        button={policyText.addPrincipal}
        help={policyText.principalHelp}
        suggestions={principals.map(({ id }) => id)}
        title={(text) => `Add ${text} to statement ${statementNumber(key, at)}`}
        read={(text) => changeWithPrincipal(designOf(getState()), text, add)}
      />
    </Members>
  );
}

function shortText(principal: Principal | undefined): string | undefined {
  if (principal === undefined) return undefined;
  const text = principalText(principal);
  return text === principal.id ? undefined : text;
}
