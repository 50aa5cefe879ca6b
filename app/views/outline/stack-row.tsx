import type { Stack } from "../../../core/index.ts";
import { commands } from "../../commands/registry.ts";
import { selectMember } from "../../state/select.ts";
import { designOf, isShown } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { keysText } from "../../text/keys.ts";
import { OutlineRow } from "./outline-row.tsx";
import { RowMenu } from "./row-menu.tsx";

/** A stack with its environment; choosing it shows its settings. */
export function StackRow({
  stack,
  index,
}: {
  readonly stack: Stack;
  readonly index: number;
}) {
  const shown = useApp((state) =>
    isShown(state, { list: "stacks", id: stack.id }),
  );
  const { account, region } = stack;
  const environment = [account, region].filter((part) => part !== undefined);
  return (
    <>
      <div className="outline-line">
        <OutlineRow
          path={["stacks", index]}
          name={stack.id}
          icon="stack"
          kind={keysText.stack}
          current={shown}
          more={account === undefined ? region : undefined}
          onClick={() => selectMember("stacks", stack.id)}
        />
        {shown && <StackMenu name={stack.id} />}
      </div>
      {account !== undefined && (
        <p className="outline-environment">{environment.join(" ")}</p>
      )}
    </>
  );
}

function StackMenu({ name }: { readonly name: string }) {
  const isOnly = useApp((state) => designOf(state).stacks.length === 1);
  return (
    <RowMenu
      name={name}
      entries={[
        { text: keysText.rename, command: commands.rename },
        { text: keysText.addKeyHere, command: commands.addKey },
        {
          text: keysText.delete,
          command: commands.delete,
          disabledReason: isOnly ? keysText.onlyStack : undefined,
        },
      ]}
    />
  );
}
