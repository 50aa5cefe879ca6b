import ButtonDropdown from "@cloudscape-design/components/button-dropdown";
import { isDisabled, type OwnedKey } from "../../../core/index.ts";
import {
  duplicateStatement,
  moveStatement,
  removeStatement,
  toggleStatement,
} from "../../state/statement-edits.ts";
import { statementNumber } from "../../state/statement-number.ts";
import { useApp } from "../../state/store.ts";
import { policyText } from "../../text/policy.ts";

/** What can be done with a whole statement, and the keys that do it on its row. */
export function StatementMenu({
  keyOfStatement: key,
  at,
}: {
  readonly keyOfStatement: OwnedKey;
  readonly at: number;
}) {
  const readOnly = useApp(({ session }) => session.readOnly);
  const { statements } = key.policy;
  const statement = statements[at];
  const isOff = statement !== undefined && isDisabled(statement);
  const run = (id: string) => {
    if (id === "duplicate") duplicateStatement(key, at);
    if (id === "toggle") toggleStatement(key, at);
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
        { id: "duplicate", text: policyText.duplicate, secondaryText: "D" },
        {
          id: "toggle",
          text: isOff ? policyText.enable : policyText.disable,
          secondaryText: "E",
        },
        {
          id: "up",
          text: policyText.up,
          secondaryText: "Alt+↑",
          disabled: at === 0,
        },
        {
          id: "down",
          text: policyText.down,
          secondaryText: "Alt+↓",
          disabled: at === statements.length - 1,
        },
        { id: "remove", text: policyText.remove, secondaryText: "Delete" },
      ]}
      onItemClick={({ detail }) => run(detail.id)}
    />
  );
}
