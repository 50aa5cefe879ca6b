import type { Output, Patch } from "../../../core/index.ts";
import { addOutputTo } from "../../state/additions.ts";
import type { TextControl } from "../../state/drafts.ts";
import { edit } from "../../state/edit.ts";
import { orNone } from "../../state/removal.ts";
import { designOf } from "../../state/selectors.ts";
import { getState, useApp } from "../../state/store.ts";
import { stackText } from "../../text/stack.ts";
import { Button } from "../../ui/button.tsx";
import { keyed } from "../../ui/keyed.ts";
import { TextField } from "../fields/text-field.tsx";
import { outputChange, type OutputProps } from "./output-change.ts";
import { OutputValueFields } from "./output-value.tsx";
import { PartBox } from "./part-box.tsx";
import { partControl } from "./part-control.ts";
import { stackChange, type StackProps } from "./stack-control.ts";

/** The outputs of a stack. */
export function OutputList({ stack, index }: StackProps) {
  const readOnly = useApp(({ session }) => session.readOnly);
  return (
    <div className="part-list">
      {keyed(stack.outputs ?? [], () => "output").map(
        ({ key, item, index: at }) => (
          <OutputBox
            key={key}
            stack={stack}
            index={index}
            at={at}
            output={item}
          />
        ),
      )}
      <Button
        icon="plus"
        disabled={readOnly}
        onClick={() => addOutputTo(stack.id, keyForOutput(stack.id))}
      >
        {stackText.addOutput}
      </Button>
    </div>
  );
}

function OutputBox(props: OutputProps) {
  const { stack, index, output, at } = props;
  return (
    <PartBox
      path={["stacks", index, "outputs", at]}
      title={stackText.output(output.id)}
      removeLabel={stackText.removeOutput(output.id)}
      onRemove={() =>
        edit({
          title: `Remove output ${output.id}`,
          change: stackChange(stack, {
            outputs: orNone((stack.outputs ?? []).toSpliced(at, 1)),
          }),
        })
      }
    >
      <TextField control={nameControl(props)} />
      <OutputValueFields {...props} />
      <TextField
        control={textControl(props, "exportName", stackText.exportName)}
        placeholder={stackText.optional}
      />
      <TextField
        control={textControl(props, "description", stackText.description)}
      />
    </PartBox>
  );
}

function nameControl(props: OutputProps): TextControl {
  const { stack, index, output, at } = props;
  return partControl(stack, index, {
    list: "outputs",
    at,
    part: "id",
    label: stackText.partName,
    value: output.id,
    patch: (id) => outputChange(props, { id: id ?? "" }).patch,
  });
}

function textControl(
  props: OutputProps,
  part: "exportName" | "description",
  label: string,
): TextControl {
  const { stack, index, output, at } = props;
  const patch = (text: string | null): Patch<Output> => ({ [part]: text });
  return partControl(stack, index, {
    list: "outputs",
    at,
    part,
    label,
    value: output[part],
    patch: (text) => outputChange(props, patch(text)).patch,
  });
}

/** A key of the stack, else any. */
function keyForOutput(stack: string): string | undefined {
  const { keys } = designOf(getState());
  return (keys.find((key) => key.stack === stack) ?? keys[0])?.id;
}
