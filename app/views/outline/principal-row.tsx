import type { Principal } from "../../../core/index.ts";
import { principalText } from "../../../core/index.ts";
import { commands } from "../../commands/registry.ts";
import { usersOfPrincipal } from "../../state/principal-edits.ts";
import { selectPath } from "../../state/select.ts";
import { isSelected } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { keysText } from "../../text/keys.ts";
import { Icon } from "../../ui/icons.tsx";
import { principalIcon } from "../fields/principal-icon.ts";
import { RowMenu } from "./row-menu.tsx";

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
    <li className="outline-line">
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
      {selected && <PrincipalMenu name={principal.id} />}
    </li>
  );
}

function PrincipalMenu({ name }: { readonly name: string }) {
  const disabledReason = useApp((state) => {
    const users = usersOfPrincipal(state);
    return users.length > 0 ? keysText.usedBy(users) : undefined;
  });
  return (
    <RowMenu
      name={name}
      entries={[
        { text: keysText.rename, command: commands.editPrincipal },
        {
          text: keysText.remove,
          command: commands.removePrincipal,
          disabledReason,
        },
      ]}
    />
  );
}
