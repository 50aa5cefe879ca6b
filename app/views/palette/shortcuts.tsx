import { commandList } from "../../commands/registry.ts";
import { setSession } from "../../state/store.ts";
import { paletteText } from "../../text/palette.ts";
import { Dialog } from "../../ui/dialog.tsx";
import "./palette.css";

/** Every shortcut, from the table of commands. */
export function Shortcuts() {
  const rows = commandList.flatMap(({ title, shortcuts }) =>
    shortcuts === undefined ? [] : [[shortcuts.join(", "), title] as const],
  );
  return (
    <Dialog
      title={paletteText.shortcuts}
      isText
      onClose={() => setSession({ dialog: null })}
    >
      <dl className="shortcuts">
        {[...rows, ...paletteText.more].map(([keys, what]) => (
          <div key={what}>
            <dt>
              {keys.split(", ").map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <p className="shortcuts-note">{paletteText.inEditor}</p>
    </Dialog>
  );
}
