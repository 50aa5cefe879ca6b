import type { KeptMember, Path, Stack } from "../../../core/index.ts";
import {
  assumeCondition,
  assumeParameter,
  intrinsicText,
  isJsonObject,
  isOneText,
  ok,
} from "../../../core/index.ts";
import { draftId } from "../../state/draft-id.ts";
import type { TextControl } from "../../state/drafts.ts";
import { edit } from "../../state/edit.ts";
import { templateText } from "../../text/template.ts";
import { LinesField } from "../fields/lines-field.tsx";
import { linesOf } from "../fields/lines.ts";
import { SegmentsField } from "../fields/segments-field.tsx";
import { TextField } from "../fields/text-field.tsx";
import { stackChange, type StackProps } from "./stack-control.ts";

/** A parameter or a condition of a template, and where it stands. */
export interface AssumedProps extends StackProps, KeptMember {
  readonly path: Path;
}

const { assumed: words, kept } = templateText;

/** What a parameter is assumed to be; of a list, a line for each member. */
export function AssumedParameter(props: AssumedProps) {
  const { stack, name, type } = props;
  const value = stack.assumed?.parameters?.[name];
  const isList = typeof value === "object" || !isOneText(type ?? "String");
  return (
    <div role="group" aria-label={kept.parameter(name)}>
      {isList ? (
        <LinesField
          control={parameterControl(props, linesIn(value).join("\n"), linesOf)}
          help={words.listHelp}
          placeholder={defaultOf(props)
            .split(/\s*,\s*/)
            .join("\n")}
        />
      ) : (
        <TextField
          control={parameterControl(props, value ?? "", (text) => text)}
          placeholder={defaultOf(props)}
        />
      )}
    </div>
  );
}

/** A field for what a parameter is assumed to be; the empty text assumes nothing. */
function parameterControl(
  { stack, name, path }: AssumedProps,
  value: string,
  read: (text: string) => string | readonly string[],
): TextControl {
  return {
    id: draftId("stacks", stack.id, "assumed", "parameters", name),
    label: words.label,
    path,
    value,
    title: words.set(name),
    read: (text) => {
      const given = read(text);
      const assumed = given.length === 0 ? undefined : given;
      return ok(
        assumedChange(stack, assumeParameter(stack.assumed, name, assumed)),
      );
    },
  };
}

/** What a condition is assumed to be. */
export function AssumedCondition({ stack, name, path }: AssumedProps) {
  const value = stack.assumed?.conditions?.[name];
  return (
    <div role="group" aria-label={kept.condition(name)}>
      <SegmentsField<keyof typeof truths>
        path={path}
        label={words.label}
        value={value === undefined ? "none" : nameOf(value)}
        options={[
          { id: "true", text: words.true },
          { id: "false", text: words.false },
          { id: "none", text: words.none },
        ]}
        onChange={(chosen) =>
          edit({
            title: words.set(name),
            change: assumedChange(
              stack,
              assumeCondition(stack.assumed, name, truths[chosen]),
            ),
          })
        }
      />
    </div>
  );
}

const truths = { true: true, false: false, none: undefined } as const;

function nameOf(value: boolean) {
  return value ? "true" : "false";
}

function assumedChange(stack: Stack, assumed: Stack["assumed"]) {
  return stackChange(stack, { assumed: assumed ?? null });
}

function defaultOf({ json }: AssumedProps): string {
  const value = isJsonObject(json) ? json["Default"] : undefined;
  return value === undefined ? "" : intrinsicText(value);
}

function linesIn(value: string | readonly string[] = []): readonly string[] {
  return typeof value === "string" ? [value] : value;
}
