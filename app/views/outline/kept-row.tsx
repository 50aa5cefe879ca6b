import type { Path } from "../../../core/index.ts";
import { goTo } from "../../state/select.ts";
import { isSelected } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { templateText } from "../../text/template.ts";
import { Icon } from "../../ui/icons.tsx";

/** How many resources the template of a stack has besides, and the way to them. */
export function KeptRow({
  count,
  index,
}: {
  readonly count: number;
  /** Where the stack stands in the design. */
  readonly index: number;
}) {
  const path: Path = ["stacks", index, "template"];
  const selected = useApp((state) => isSelected(state, path));
  const { kept } = templateText;
  return (
    <button
      type="button"
      className="outline-row outline-in-1"
      aria-current={selected ? "true" : undefined}
      onClick={() => goTo(path)}
    >
      <Icon name="code" size={12} />
      <span className="outline-name outline-soft">
        {count === 0 ? kept.none : kept.others(count)}
      </span>
    </button>
  );
}
