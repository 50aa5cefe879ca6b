import { CommandButton } from "../../commands/command-button.tsx";
import { commands } from "../../commands/registry.ts";
import { useApp } from "../../state/store.ts";
import { shellText } from "../../text/shell.ts";
import { useTheme } from "../../theme/theme.ts";
import { Button } from "../../ui/button.tsx";
import { Icon, Mark } from "../../ui/icons.tsx";
import { DesignName } from "./design-name.tsx";
import { SaveStatusText } from "./save-status.tsx";
import "./top-bar.css";

/** The dark bar: what is open on the left, what can be done with it on the right. */
export function TopBar() {
  const open = useApp(({ document }) => document !== null);
  return (
    <header className="top-bar">
      <button
        type="button"
        className="brand"
        aria-label={shellText.home}
        onClick={commands.home.run}
      >
        <Mark />
        <b>Keywright</b>
      </button>
      {open && (
        <>
          <span className="top-line" />
          <DesignName />
          <SaveStatusText />
        </>
      )}
      <span className="grow" />
      <PaletteButton />
      {open && <HistoryButtons />}
      <span className="top-line top-line-wide" />
      <CommandButton command={commands.open} variant="quiet" icon="folder" />
      <ThemeButton />
      {open && (
        <>
          <CommandButton
            command={commands.saveFile}
            variant="quiet"
            icon="download"
          />
          <CommandButton
            command={commands.exportProject}
            variant="quiet"
            icon="service"
            title={shellText.exportProject}
          />
        </>
      )}
    </header>
  );
}

function PaletteButton() {
  const { title, run } = commands.palette;
  return (
    <button
      type="button"
      className="palette-button"
      aria-keyshortcuts="Control+K"
      onClick={run}
    >
      <Icon name="search" size={13} />
      <span>{title}</span>
      <kbd>Ctrl K</kbd>
    </button>
  );
}

function HistoryButtons() {
  const undone = useApp(({ document }) => document?.history.past.at(-1)?.title);
  const redone = useApp(
    ({ document }) => document?.history.future.at(-1)?.title,
  );
  return (
    <>
      <CommandButton
        command={commands.undo}
        variant="icon"
        icon="undo"
        title={shellText.undo(undone)}
      />
      <CommandButton
        command={commands.redo}
        variant="icon"
        icon="redo"
        title={shellText.redo(redone)}
      />
    </>
  );
}

function ThemeButton() {
  const dark = useTheme() === "dark";
  return (
    <Button
      variant="icon"
      icon={dark ? "sun" : "moon"}
      onClick={commands.theme.run}
    >
      {dark ? shellText.toLight : shellText.toDark}
    </Button>
  );
}
