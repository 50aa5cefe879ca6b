import type { Parameter, Patch } from "../../../core/index.ts";
import { ok, parameterUses, patched } from "../../../core/index.ts";
import { addParameterTo } from "../../state/additions.ts";
import { draftId } from "../../state/draft-id.ts";
import type { TextControl } from "../../state/drafts.ts";
import { edit } from "../../state/edit.ts";
import { orNone } from "../../state/removal.ts";
import { designOf } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { stackText } from "../../text/stack.ts";
import { Button } from "../../ui/button.tsx";
import { keyed } from "../../ui/keyed.ts";
import { TextField } from "../fields/text-field.tsx";
import { PartBox } from "./part-box.tsx";
import { partControl } from "./part-control.ts";
import { stackChange, type StackProps } from "./stack-control.ts";

/** The parameters of a stack. */
export function ParameterList({ stack, index }: StackProps) {
  const readOnly = useApp(({ session }) => session.readOnly);
  return (
    <div className="part-list">
      {keyed(stack.parameters ?? [], () => "parameter").map(
        ({ key, item, index: at }) => (
          <ParameterBox
            key={key}
            stack={stack}
            index={index}
            at={at}
            parameter={item}
          />
        ),
      )}
      <Button
        icon="plus"
        disabled={readOnly}
        onClick={() => addParameterTo(stack.id)}
      >
        {stackText.addParameter}
      </Button>
    </div>
  );
}

interface BoxProps extends StackProps {
  readonly parameter: Parameter;
  readonly at: number;
}

function ParameterBox(props: BoxProps) {
  const { stack, index, parameter, at } = props;
  const { id } = parameter;
  const uses = useApp((state) => parameterUses(designOf(state), id).length);
  return (
    <PartBox
      path={["stacks", index, "parameters", at]}
      title={stackText.parameter(id)}
      removeLabel={stackText.removeParameter(id)}
      whyKept={uses > 0 ? stackText.inUse(uses) : undefined}
      onRemove={() =>
        edit({
          title: `Remove parameter ${id}`,
          change: stackChange(stack, {
            parameters: orNone((stack.parameters ?? []).toSpliced(at, 1)),
          }),
        })
      }
    >
      <TextField control={nameControl(props)} />
      <TextField
        control={textControl(props, "type", stackText.type)}
        placeholder="String"
      />
      <TextField control={textControl(props, "default", stackText.default)} />
      <TextField
        control={textControl(props, "allowedPattern", stackText.pattern)}
      />
      <TextField
        control={textControl(props, "description", stackText.description)}
      />
    </PartBox>
  );
}

/** A new name is followed by every text that uses the old one. */
function nameControl({ stack, index, parameter, at }: BoxProps): TextControl {
  return {
    id: draftId("stacks", stack.id, "parameters", at, "id"),
    path: ["stacks", index, "parameters", at, "id"],
    label: stackText.partName,
    value: parameter.id,
    title: `Rename parameter ${parameter.id}`,
    read: (to) => ok({ type: "rename-parameter", parameter: parameter.id, to }),
  };
}

type TextPart = "type" | "default" | "allowedPattern" | "description";

function textControl(
  { stack, index, parameter, at }: BoxProps,
  part: TextPart,
  label: string,
): TextControl {
  const patch = (text: string | null): Patch<Parameter> => ({ [part]: text });
  return partControl(stack, index, {
    list: "parameters",
    at,
    part,
    label,
    value: parameter[part],
    patch: (text) => ({
      parameters: (stack.parameters ?? []).with(
        at,
        patched(parameter, patch(text)),
      ),
    }),
  });
}
