import { memo } from "react";
import type { Stack } from "../../../core/index.ts";
import { countOfOthers } from "../../state/kept-template.ts";
import { designOf } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { keysText } from "../../text/keys.ts";
import { ConsumerRow, SeparateAliasRow } from "./user-rows.tsx";
import { KeptRow } from "./kept-row.tsx";
import { KeyRow } from "./key-row.tsx";
import { PartGroup } from "./part-group.tsx";
import { StackRow } from "./stack-row.tsx";

/** A stack and all that lives in it. */
export const StackPart = memo(function StackPart({
  stack,
  index,
}: {
  readonly stack: Stack;
  readonly index: number;
}) {
  const { keys, aliases = [], consumers = [] } = useApp(designOf);
  const { outputs = [], parameters = [] } = stack;
  return (
    <div className="outline-stack">
      <StackRow stack={stack} index={index} />
      <ul>
        {keys.map((key, at) =>
          key.stack === stack.id ? (
            <KeyRow key={key.id} keyOfRow={key} index={at} />
          ) : null,
        )}
        {aliases.map((alias, at) =>
          alias.stack === stack.id ? (
            <SeparateAliasRow key={alias.id} alias={alias} index={at} />
          ) : null,
        )}
        {consumers.map((consumer, at) =>
          consumer.stack === stack.id ? (
            <ConsumerRow key={consumer.id} consumer={consumer} index={at} />
          ) : null,
        )}
      </ul>
      <PartGroup
        title={keysText.parameters(parameters.length)}
        icon="parameter"
        parts={parameters}
        path={["stacks", index, "parameters"]}
      />
      <PartGroup
        title={keysText.outputs(outputs.length)}
        icon="output"
        parts={outputs}
        path={["stacks", index, "outputs"]}
      />
      {stack.template && <KeptRow count={countOfOthers(stack)} index={index} />}
    </div>
  );
});
