import type { Consumer, SeparateAlias } from "../../../core/index.ts";
import { consumerKinds, fullAliasName } from "../../../core/index.ts";
import { commands } from "../../commands/registry.ts";
import { selectMember } from "../../state/select.ts";
import { isShown } from "../../state/selectors.ts";
import { useApp, type ShownList } from "../../state/store.ts";
import { keysText } from "../../text/keys.ts";
import type { IconName } from "../../ui/icons.tsx";
import { OutlineRow } from "./outline-row.tsx";
import { RowMenu } from "./row-menu.tsx";

const entries = [
  { text: keysText.rename, command: commands.rename },
  { text: keysText.delete, command: commands.delete },
];

/** An alias that is a construct of its own. */
export function SeparateAliasRow({
  alias: { id, name },
  index,
}: {
  readonly alias: SeparateAlias;
  readonly index: number;
}) {
  return (
    <UserRow
      list="aliases"
      id={id}
      index={index}
      icon="alias"
      kind={keysText.alias}
      more={fullAliasName(name).replace(/^alias\//, "")}
    />
  );
}

/** A resource that uses a key. */
export function ConsumerRow({
  consumer: { id, kind },
  index,
}: {
  readonly consumer: Consumer;
  readonly index: number;
}) {
  return (
    <UserRow
      list="consumers"
      id={id}
      index={index}
      icon="bucket"
      more={consumerKinds[kind].label}
    />
  );
}

function UserRow({
  list,
  id,
  index,
  ...look
}: {
  readonly list: Exclude<ShownList, "stacks">;
  readonly id: string;
  readonly index: number;
  readonly icon: IconName;
  readonly kind?: string;
  readonly more: string;
}) {
  const shown = useApp((state) => isShown(state, { list, id }));
  return (
    <li className="outline-key outline-line">
      <OutlineRow
        {...look}
        path={[list, index]}
        name={id}
        depth={1}
        current={shown}
        onClick={() => selectMember(list, id)}
      />
      {shown && <RowMenu name={id} entries={entries} />}
    </li>
  );
}
