import type { SelectProps } from "@cloudscape-design/components/select";
import type { Design, OutputValue } from "../../../core/index.ts";
import { keysOf } from "../../../core/index.ts";
import { edit } from "../../state/edit.ts";
import { designOf } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { stackText } from "../../text/stack.ts";
import { ChoiceField } from "../fields/choice-field.tsx";
import { TextField } from "../fields/text-field.tsx";
import { outputChange, type OutputProps } from "./output-change.ts";
import { partControl } from "./part-control.ts";

/** What an output can show, as an option of a list. */
interface Choice {
  /** The value as a text, which no other value has. */
  readonly name: string;
  readonly label: string;
  readonly value: OutputValue;
}

const textChoice: Choice = {
  name: nameOf({ text: "" }),
  label: stackText.aText,
  value: { text: "" },
};

/** What an output shows: an attribute of a key or an alias, or a text. */
export function OutputValueFields(props: OutputProps) {
  const { index, output, at } = props;
  const { value } = output;
  const choices = choicesOf(useApp(designOf));
  const chosen = nameOf(value);
  return (
    <>
      <ChoiceField<string>
        path={["stacks", index, "outputs", at, "value"]}
        label={stackText.value}
        filter={choices.length > 12}
        value={chosen}
        valueLabel={labelOf(choices, chosen)}
        names={choices.map(({ name }) => name)}
        options={optionsOf(choices)}
        onChange={(name) => {
          const next = choices.find((one) => one.name === name)?.value;
          if (next !== undefined)
            edit({
              title: `Set value of output ${output.id}`,
              change: outputChange(props, { value: next }),
            });
        }}
      />
      {"text" in value && (
        <TextField control={textControl(props, value.text)} />
      )}
    </>
  );
}

function textControl(props: OutputProps, text: string) {
  const { stack, index, at } = props;
  return partControl(stack, index, {
    list: "outputs",
    at,
    part: "value",
    label: stackText.text,
    value: text,
    patch: (next) => outputChange(props, { value: { text: next ?? "" } }).patch,
  });
}

function choicesOf({ keys, aliases = [] }: Design): readonly Choice[] {
  const { attributes, aliasAttributes } = stackText;
  return [
    ...keys.flatMap(({ id: key, aliases: names }) =>
      keysOf(attributes)
        .filter((attribute) => names.length > 0 || !isOfAlias(attribute))
        .map((attribute) =>
          choice(key, attributes[attribute], { key, attribute }),
        ),
    ),
    ...aliases.flatMap(({ id: alias }) =>
      keysOf(aliasAttributes).map((attribute) =>
        choice(alias, aliasAttributes[attribute], { alias, attribute }),
      ),
    ),
    textChoice,
  ];
}

function isOfAlias(attribute: string): boolean {
  return attribute.startsWith("alias-");
}

function choice(owner: string, attribute: string, value: OutputValue): Choice {
  return { name: nameOf(value), label: `${owner}: ${attribute}`, value };
}

function nameOf(value: OutputValue): string {
  if ("key" in value) return `key ${value.attribute} ${value.key}`;
  return "alias" in value ? `alias ${value.attribute} ${value.alias}` : "text";
}

function labelOf(choices: readonly Choice[], name: string): string {
  return choices.find((one) => one.name === name)?.label ?? name;
}

function optionsOf(choices: readonly Choice[]): SelectProps.Options {
  return choices.map(({ name, label }) => ({ value: name, label }));
}
