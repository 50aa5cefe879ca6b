import Checkbox from "@cloudscape-design/components/checkbox";
import { edit } from "../../state/edit.ts";
import { orNone } from "../../state/removal.ts";
import { designOf } from "../../state/selectors.ts";
import { dependsOn } from "../../state/stack-order.ts";
import { useApp } from "../../state/store.ts";
import { stackText } from "../../text/stack.ts";
import { Field } from "../fields/field.tsx";
import { ToggleField } from "../fields/toggle-field.tsx";
import { TagsField } from "../settings/tags-field.tsx";
import { stackChange, type StackProps } from "./stack-control.ts";

/** How the stack is deployed: after which others, with which tags, and whether it can be deleted. */
export function DeploymentFields({ stack, index }: StackProps) {
  return (
    <>
      <DependenciesField stack={stack} index={index} />
      <ToggleField
        path={["stacks", index, "terminationProtection"]}
        label={stackText.protection}
        text={stackText.protectionToggle}
        checked={stack.terminationProtection ?? false}
        onChange={(on) =>
          edit({
            title: `Turn termination protection of ${stack.id} ${on ? "on" : "off"}`,
            change: stackChange(stack, {
              terminationProtection: on ? true : null,
            }),
          })
        }
      />
      <TagsField
        path={["stacks", index, "tags"]}
        scope={["stacks", stack.id, "tags"]}
        owner={stack.id}
        tags={stack.tags ?? []}
        change={(tags) => stackChange(stack, { tags: orNone(tags) })}
      />
    </>
  );
}

function DependenciesField({ stack, index }: StackProps) {
  const { stacks } = useApp(designOf);
  const readOnly = useApp(({ session }) => session.readOnly);
  const { dependencies = [] } = stack;
  const others = stacks.filter(({ id }) => id !== stack.id);
  return (
    <Field
      path={["stacks", index, "dependencies"]}
      label={stackText.dependencies}
      help={others.length > 0 ? stackText.dependenciesHelp : undefined}
    >
      {others.length === 0 && (
        <p className="settings-none">{stackText.noOthers}</p>
      )}
      {others.map((other) => {
        const isCircle = dependsOn(stacks, other.id, stack.id);
        return (
          <Checkbox
            key={other.id}
            checked={dependencies.includes(other.id)}
            disabled={isCircle}
            readOnly={readOnly}
            {...(isCircle && { description: stackText.dependsOnThis })}
            onChange={({ detail }) =>
              setDependency({ stack, index }, other.id, detail.checked)
            }
          >
            {other.id}
          </Checkbox>
        );
      })}
    </Field>
  );
}

function setDependency(
  { stack }: StackProps,
  other: string,
  on: boolean,
): void {
  const { dependencies = [] } = stack;
  const next = on
    ? [...dependencies, other]
    : dependencies.filter((id) => id !== other);
  edit({
    title: stackText.setDependency(stack.id, other, on),
    change: stackChange(stack, { dependencies: orNone(next) }),
  });
}
