import ButtonDropdown, {
  type ButtonDropdownProps,
} from "@cloudscape-design/components/button-dropdown";
import type { Command } from "../../commands/command.ts";
import { useApp } from "../../state/store.ts";
import { keysText } from "../../text/keys.ts";

/** An entry of the menu of a row. */
export interface RowCommand {
  readonly text: string;
  readonly command: Command;
  /** Why it cannot be done now. */
  readonly disabledReason?: string | undefined;
}

/** What can be done with what a row of the outline stands for. */
export function RowMenu({
  name,
  entries,
}: {
  readonly name: string;
  readonly entries: readonly RowCommand[];
}) {
  const readOnly = useApp(({ session }) => session.readOnly);
  return (
    <ButtonDropdown
      variant="icon"
      ariaLabel={keysText.menu(name)}
      disabled={readOnly}
      expandToViewport
      items={entries.map(menuItem)}
      onItemClick={({ detail: { id } }) =>
        entries.find(({ command }) => command.id === id)?.command.run()
      }
    />
  );
}

function menuItem({
  text,
  command,
  disabledReason,
}: RowCommand): ButtonDropdownProps.Item {
  const item = { id: command.id, text };
  return disabledReason === undefined
    ? item
    : { ...item, disabled: true, disabledReason };
}
