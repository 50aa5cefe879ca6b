import { useId, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { isEnabled } from "../../commands/command.ts";
import { commandList, commands } from "../../commands/registry.ts";
import { selectKey, selectMember } from "../../state/select.ts";
import { designOf } from "../../state/selectors.ts";
import { getState, setSession, useApp } from "../../state/store.ts";
import { paletteText } from "../../text/palette.ts";
import { Dialog } from "../../ui/dialog.tsx";
import "./palette.css";

interface Choice {
  readonly id: string;
  readonly title: string;
  readonly shortcut?: string | undefined;
  readonly run: () => void;
}

/** One field to find every command and every key. */
export function Palette() {
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  const list = useId();
  const options = useRef<HTMLDivElement>(null);
  const all = useChoices();
  const found = useMemo(
    () => all.filter(({ title }) => matches(title, query)),
    [all, query],
  );
  const move = (step: number) => {
    const next = (active + step + found.length) % Math.max(1, found.length);
    setActive(next);
    options.current?.children[next]?.scrollIntoView({ block: "nearest" });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) move(step);
    else if (event.key === "Enter") pick(found[active]);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title={paletteText.title} onClose={close} bare>
      <input
        className="palette-field"
        role="combobox"
        aria-label={paletteText.field}
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={found[active] && `${list}-${active}`}
        placeholder={paletteText.field}
        value={query}
        autoComplete="off"
        onChange={({ target }) => {
          setQuery(target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div
        className="palette-list"
        role="listbox"
        id={list}
        ref={options}
        aria-label={paletteText.title}
      >
        {found.map((choice, index) => (
          <div
            key={choice.id}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => pick(choice)}
            onKeyDown={onKeyDown}
          >
            <span>{choice.title}</span>
            {choice.shortcut && <kbd>{choice.shortcut}</kbd>}
          </div>
        ))}
      </div>
      {found.length === 0 && <p className="palette-none">{paletteText.none}</p>}
    </Dialog>
  );
}

function useChoices(): readonly Choice[] {
  const { keys, stacks } = useApp(designOf);
  return useMemo(
    () => [
      ...commandList
        .filter(
          (command) =>
            command.id !== commands.palette.id &&
            isEnabled(command, getState()),
        )
        .map(({ id, title, run, shortcuts }) => ({
          id,
          title,
          run,
          shortcut: shortcuts?.[0],
        })),
      ...keys.map(({ id }) => ({
        id: `key/${id}`,
        title: paletteText.key(id),
        run: () => selectKey(id),
      })),
      ...stacks.map(({ id }) => ({
        id: `stack/${id}`,
        title: paletteText.stack(id),
        run: () => selectMember("stacks", id),
      })),
    ],
    [keys, stacks],
  );
}

function matches(title: string, query: string): boolean {
  const text = title.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function pick(choice: Choice | undefined): void {
  if (choice === undefined) return;
  close();
  // The window gives the focus back first, so that the command may move it.
  setTimeout(choice.run, 0);
}

function close(): void {
  setSession({ dialog: null });
}
