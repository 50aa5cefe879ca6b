import type { KeyboardEvent } from "react";
import { commands } from "../../commands/registry.ts";
import { CommandButton } from "../../commands/command-button.tsx";
import { designOf } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { keysText } from "../../text/keys.ts";
import { moveFocus } from "../../ui/roving.ts";
import { KeyRow } from "./key-row.tsx";
import { PrincipalRow } from "./principal-row.tsx";
import { StackRow } from "./stack-row.tsx";
import "./outline.css";

/** What the design holds: the stack with its keys and their aliases, and the principals they name. */
export function Outline() {
  const { keys, principals, stacks } = useApp(designOf);
  return (
    <section
      className="outline"
      aria-label={keysText.outline}
      data-region="outline"
    >
      <div className="outline-head">
        <h2>{keysText.design}</h2>
      </div>
      <div
        className="outline-list"
        role="presentation"
        onKeyDown={(event: KeyboardEvent<HTMLElement>) =>
          moveFocus(event, "vertical", ".outline-row")
        }
      >
        {stacks.map((stack, index) => (
          <div key={stack.id}>
            <StackRow stack={stack} index={index} />
            <ul>
              {keys.map((key, at) =>
                key.stack === stack.id ? (
                  <KeyRow key={key.id} keyOfRow={key} index={at} />
                ) : null,
              )}
            </ul>
          </div>
        ))}
        <h3 className="outline-group">{keysText.principals}</h3>
        {principals.length === 0 && (
          <p className="outline-none">{keysText.noPrincipals}</p>
        )}
        <ul>
          {principals.map((principal, index) => (
            <PrincipalRow
              key={principal.id}
              principal={principal}
              index={index}
            />
          ))}
        </ul>
      </div>
      <div className="outline-foot">
        <CommandButton command={commands.addKey} icon="plus" />
      </div>
    </section>
  );
}
