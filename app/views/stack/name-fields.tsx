import { stackText } from "../../text/stack.ts";
import { TextField } from "../fields/text-field.tsx";
import { stackControl, type StackProps } from "./stack-control.ts";

/** What CloudFormation calls the stack and says about it. */
export function NameFields({ stack, index }: StackProps) {
  return (
    <>
      <TextField
        control={stackControl(stack, index, {
          part: "name",
          label: stackText.name,
        })}
        help={stackText.nameHelp(stack.id)}
      />
      <TextField
        control={stackControl(stack, index, {
          part: "description",
          label: stackText.description,
        })}
      />
    </>
  );
}
