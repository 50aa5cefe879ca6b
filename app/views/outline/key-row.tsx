import { memo } from "react";
import type { Key } from "../../../core/index.ts";
import { commands } from "../../commands/registry.ts";
import { selectKey, selectPath } from "../../state/select.ts";
import { designOf, isSelected, shownKeyOf } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { keyKinds } from "../../text/key-kinds.ts";
import { keysText } from "../../text/keys.ts";
import { Icon } from "../../ui/icons.tsx";
import { OutlineRow } from "./outline-row.tsx";
import { RowMenu } from "./row-menu.tsx";

interface Props {
  readonly keyOfRow: Key;
  readonly index: number;
}

/** A key of any kind with its menu when it is selected, and its aliases. */
export const KeyRow = memo(function KeyRow({ keyOfRow, index }: Props) {
  const shown = useApp((state) => shownKeyOf(state) === keyOfRow);
  const { icon, short } = keyKinds[keyOfRow.kind];
  return (
    <li className="outline-key">
      <div className="outline-line">
        <OutlineRow
          path={["keys", index]}
          name={keyOfRow.id}
          icon={icon}
          more={short}
          depth={1}
          current={shown}
          onClick={() => selectKey(keyOfRow.id)}
        />
        {shown && <KeyMenu name={keyOfRow.id} />}
      </div>
      {keyOfRow.aliases.length > 0 && (
        <ul>
          {keyOfRow.aliases.map((alias, at) => (
            <AliasRow
              key={alias}
              alias={alias}
              path={["keys", index, "aliases", at]}
            />
          ))}
        </ul>
      )}
    </li>
  );
});

const KeyMenu = memo(function KeyMenu({ name }: { readonly name: string }) {
  const isOnlyStack = useApp((state) => designOf(state).stacks.length === 1);
  return (
    <RowMenu
      name={name}
      entries={[
        { text: keysText.rename, command: commands.rename },
        { text: keysText.duplicate, command: commands.duplicateKey },
        {
          text: keysText.moveToStack,
          command: commands.moveKey,
          disabledReason: isOnlyStack ? keysText.noOtherStack : undefined,
        },
        { text: keysText.delete, command: commands.delete },
      ]}
    />
  );
});

function AliasRow({
  alias,
  path,
}: {
  readonly alias: string;
  readonly path: readonly ["keys", number, "aliases", number];
}) {
  const selected = useApp((state) => isSelected(state, path));
  return (
    <li>
      <button
        type="button"
        className="outline-row outline-in-2"
        aria-current={selected ? "true" : undefined}
        onClick={() => selectPath(path, "list")}
      >
        <Icon name="alias" />
        <span className="visually-hidden">Alias </span>
        <span className="outline-name">{alias.replace(/^alias\//, "")}</span>
      </button>
    </li>
  );
}
