import type { Stack } from "../../../core/index.ts";
import { showPlace } from "../../commands/problems.ts";
import { isSelected } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { keysText } from "../../text/keys.ts";
import { Icon } from "../../ui/icons.tsx";

/** The stack; choosing it shows its settings. */
export function StackRow({
  stack,
  index,
}: {
  readonly stack: Stack;
  readonly index: number;
}) {
  const selected = useApp((state) => isSelected(state, ["stacks", index]));
  return (
    <button
      type="button"
      className="outline-row"
      aria-current={selected ? "true" : undefined}
      onClick={() => showPlace(["stacks", index, "id"])}
    >
      <Icon name="stack" size={15} />
      <span className="visually-hidden">{keysText.stack} </span>
      <span className="outline-name">{stack.id}</span>
      <span className="outline-more">{stack.region}</span>
    </button>
  );
}
