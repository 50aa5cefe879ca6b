import { useApp } from "../state/store.ts";
import { Button, type ButtonProps } from "../ui/button.tsx";
import { isEnabled, type Command } from "./command.ts";
import { ariaShortcut } from "./shortcut.ts";

/** A button that runs a command and knows when it cannot. */
export function CommandButton({
  command,
  label,
  ...look
}: {
  readonly command: Command;
  /** @default the title of the command */
  readonly label?: string;
} & Pick<ButtonProps, "variant" | "icon" | "title">) {
  const enabled = useApp((state) => isEnabled(command, state));
  const shortcut = command.shortcuts?.[0];
  return (
    <Button
      {...look}
      onClick={command.run}
      disabled={!enabled}
      {...(shortcut !== undefined && { shortcut: ariaShortcut(shortcut) })}
    >
      {label ?? command.title}
    </Button>
  );
}
