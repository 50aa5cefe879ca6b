import { useState } from "react";
import type { Path } from "../../../core/index.ts";
import { goTo } from "../../state/select.ts";
import { isSelected } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { Icon, type IconName } from "../../ui/icons.tsx";
import { OutlineRow } from "./outline-row.tsx";

/** The outputs or the parameters of a stack, behind one row that opens them. */
export function PartGroup({
  title,
  icon,
  parts,
  path,
}: {
  readonly title: string;
  readonly icon: IconName;
  readonly parts: readonly { readonly id: string }[];
  readonly path: Path;
}) {
  const [opened, setOpened] = useState(false);
  const selected = useApp((state) => isSelected(state, path));
  if (parts.length === 0) return null;
  const open = opened || selected;
  return (
    <>
      <button
        type="button"
        className="outline-row outline-in-1"
        aria-expanded={open}
        onClick={() => setOpened(!open)}
      >
        <Icon name={open ? "down" : "right"} size={12} />
        <span className="outline-name outline-soft">{title}</span>
      </button>
      {open && (
        <ul>
          {parts.map(({ id }, index) => (
            <li key={id}>
              <OutlineRow
                path={[...path, index]}
                name={id}
                icon={icon}
                depth={2}
                onClick={() => goTo([...path, index])}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
