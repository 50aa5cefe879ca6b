import ButtonDropdown, {
  type ButtonDropdownProps,
} from "@cloudscape-design/components/button-dropdown";
import { consumerKinds, keysOf } from "../../../core/index.ts";
import { isEnabled, type Command } from "../../commands/command.ts";
import { commandList, commands } from "../../commands/registry.ts";
import { useApp, type AppState } from "../../state/store.ts";
import { commandsText } from "../../text/commands.ts";

const { menu } = commandsText;

interface Entry {
  readonly command: Command;
  readonly text: string;
  /** What is missing where it cannot be added. */
  readonly needs?: string;
}

const keyEntries: readonly Entry[] = [
  { command: commands.addKey, text: menu.key },
  {
    command: commands.addReplica,
    text: menu.replica,
    needs: menu.noMultiRegion,
  },
  { command: commands.importKey, text: commandsText.importKey },
  { command: commands.importAlias, text: commandsText.importAlias },
  { command: commands.lookUpKey, text: commandsText.lookUpKey },
  { command: commands.addAlias, text: menu.alias, needs: menu.noKey },
];

const partEntries: readonly Entry[] = [
  { command: commands.addOutput, text: menu.output },
  { command: commands.addParameter, text: menu.parameter },
];

/** Everything that can be added to the design. */
export function AddMenu() {
  const readOnly = useApp(({ session }) => session.readOnly);
  const off = useApp(idsOfDisabled).split(" ");
  const item = ({ command, text, needs }: Entry): ButtonDropdownProps.Item => {
    const disabled = off.includes(command.id);
    return {
      id: command.id,
      text,
      disabled,
      ...(disabled && needs !== undefined && { disabledReason: needs }),
    };
  };
  const consumers = keysOf(consumerKinds).map((kind) => ({
    id: `add-${kind}`,
    text: consumerKinds[kind].label,
  }));
  return (
    <ButtonDropdown
      disabled={readOnly}
      items={[
        item({ command: commands.addStack, text: menu.stack }),
        ...keyEntries.map(item),
        {
          text: menu.consumer,
          items: consumers,
          disabled: off.includes(commands.addAlias.id),
        },
        ...partEntries.map(item),
      ]}
      onItemClick={({ detail: { id } }) =>
        commandList.find((command) => command.id === id)?.run()
      }
    >
      {commandsText.add}
    </ButtonDropdown>
  );
}

/** As one text, which is the same while the answer is. */
function idsOfDisabled(state: AppState): string {
  return [...keyEntries, ...partEntries]
    .filter(({ command }) => !isEnabled(command, state))
    .map(({ command }) => command.id)
    .join(" ");
}
