import { memo } from "react";
import type { Key } from "../../../core/index.ts";
import { commands } from "../../commands/registry.ts";
import { selectKey, selectPath } from "../../state/select.ts";
import {
  countBySeverity,
  designOf,
  findingsAt,
  isSelected,
  keyOf,
} from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { keysText } from "../../text/keys.ts";
import { Counts } from "../../ui/count.tsx";
import { Icon } from "../../ui/icons.tsx";
import { RowMenu, type RowCommand } from "./row-menu.tsx";

const keyEntries: readonly RowCommand[] = [
  { text: keysText.rename, command: commands.renameKey },
  { text: keysText.duplicate, command: commands.duplicateKey },
  { text: keysText.delete, command: commands.deleteKey },
];

interface Props {
  readonly keyOfRow: Key;
  readonly index: number;
}

/** A key with how much is wrong with it, its menu when it is selected, and its aliases. */
export const KeyRow = memo(function KeyRow({ keyOfRow, index }: Props) {
  const selected = useApp((state) => keyOf(state) === keyOfRow);
  return (
    <li className="outline-key">
      <div className="outline-line">
        <button
          type="button"
          className="outline-row outline-in-1"
          aria-current={selected ? "true" : undefined}
          data-focus-first={selected || undefined}
          onClick={() => selectKey(keyOfRow.id)}
        >
          <Icon name="key" size={15} />
          <span className="outline-name">{keyOfRow.id}</span>
          <KeyCounts index={index} />
        </button>
        {selected && <RowMenu name={keyOfRow.id} entries={keyEntries} />}
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

function KeyCounts({ index }: { readonly index: number }) {
  const errors = useApp((state) => countsAt(designOf(state), index).error);
  const warnings = useApp((state) => countsAt(designOf(state), index).warning);
  return (
    <span className="outline-counts">
      <Counts errors={errors} warnings={warnings} />
    </span>
  );
}

function countsAt(design: ReturnType<typeof designOf>, index: number) {
  return countBySeverity(findingsAt(design, ["keys", index]));
}

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
