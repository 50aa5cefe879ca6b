import type { KeyboardEvent } from "react";
import { commands } from "../../commands/registry.ts";
import { CommandButton } from "../../commands/command-button.tsx";
import { designOf } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { keysText } from "../../text/keys.ts";
import { moveFocus } from "../../ui/roving.ts";
import { AccountsRow } from "./accounts-row.tsx";
import { AddMenu } from "./add-menu.tsx";
import { DesignRow } from "./design-row.tsx";
import { PrincipalList } from "./principal-row.tsx";
import { StackPart } from "./stack-part.tsx";
import "./outline.css";

/** What the design holds: its stacks with all that lives in them, and the principals they name. */
export function Outline() {
  const stacks = useApp((state) => designOf(state).stacks);
  return (
    <section
      className="outline"
      aria-label={keysText.outline}
      data-region="outline"
    >
      <div className="outline-head">
        <h2>{keysText.design}</h2>
      </div>
      <div className="outline-design">
        <DesignRow />
        <AccountsRow />
      </div>
      <div
        className="outline-list"
        role="presentation"
        onKeyDown={(event: KeyboardEvent<HTMLElement>) =>
          moveFocus(event, "vertical", ".outline-row")
        }
      >
        {stacks.map((stack, index) => (
          <StackPart key={stack.id} stack={stack} index={index} />
        ))}
        <h3 className="outline-group">{keysText.principals}</h3>
        <PrincipalList />
      </div>
      <div className="outline-foot">
        <CommandButton command={commands.addKey} icon="plus" />
        <AddMenu />
        <CommandButton command={commands.addUse} icon="service" />
      </div>
    </section>
  );
}
