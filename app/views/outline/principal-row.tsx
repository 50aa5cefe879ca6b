import type { Principal } from "../../../core/index.ts";
import { principalText } from "../../../core/index.ts";
import { selectPath } from "../../state/select.ts";
import { isSelected } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { Icon } from "../../ui/icons.tsx";
import { principalIcon } from "../fields/principal-icon.ts";

/** A principal of the design; choosing it tints the code that names it. */
export function PrincipalRow({
  principal,
  index,
}: {
  readonly principal: Principal;
  readonly index: number;
}) {
  const selected = useApp((state) => isSelected(state, ["principals", index]));
  return (
    <li>
      <button
        type="button"
        className="outline-row"
        aria-current={selected ? "true" : undefined}
        title={principalText(principal)}
        onClick={() => selectPath(["principals", index], "list")}
      >
        <Icon name={principalIcon(principal.kind)} />
        <span className="outline-name">{principal.id}</span>
      </button>
    </li>
  );
}
