import { useEffect, useId, useRef, useState, type ReactNode } from "react";
import type { KeptMember, Path } from "../../../core/index.ts";
import { printPath } from "../../../core/index.ts";
import { selectPath } from "../../state/select.ts";
import { isSelected } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { templateText } from "../../text/template.ts";
import { classNames } from "../../ui/class-names.ts";
import { Icon } from "../../ui/icons.tsx";

interface Props extends KeptMember {
  readonly path: Path;
  /** The keys and aliases of the design that it names. */
  readonly refersTo?: readonly string[];
  /** The control of what is assumed of it. */
  readonly children?: ReactNode;
}

const nothing: readonly string[] = [];

/** A part of a template that is kept: its name, and opened its JSON. */
export function KeptPart({
  path,
  name,
  type,
  json,
  refersTo = nothing,
  children,
}: Props) {
  const [open, setOpen] = useState(false);
  const text = useId();
  const { ref, ...place } = usePlace(path, children === undefined);
  return (
    <li
      ref={ref}
      className={classNames(
        "kept-part",
        children !== undefined && "kept-part-assumed",
        place.selected && "kept-part-selected",
      )}
      {...place.props}
    >
      <button
        type="button"
        className="kept-name"
        aria-expanded={open}
        aria-controls={open ? text : undefined}
        onClick={() => setOpen(!open)}
      >
        <Icon name={open ? "down" : "right"} size={12} />
        <span>
          {name} {type !== undefined && <i>{type} </i>}
          {refersTo.length > 0 && <b>{templateText.kept.refersTo(refersTo)}</b>}
        </span>
      </button>
      {children}
      {open && (
        <pre id={text} className="mono kept-json">
          {JSON.stringify(json, null, 2)}
        </pre>
      )}
    </li>
  );
}

/** Links the part with its lines in the code; one with a control of its own is linked by that. */
function usePlace(path: Path, isOwn: boolean) {
  const ref = useRef<HTMLLIElement>(null);
  const selected = useApp((state) => isOwn && isSelected(state, path));
  const fromCode = useApp(({ selection }) => selection.origin !== "control");
  useEffect(() => {
    if (selected && fromCode) ref.current?.scrollIntoView({ block: "nearest" });
  }, [selected, fromCode]);
  const props = isOwn
    ? {
        "data-path": printPath(path),
        onFocusCapture: () => selectPath(path, "control"),
      }
    : {};
  return { ref, selected, props };
}
