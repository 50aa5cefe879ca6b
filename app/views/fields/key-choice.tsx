import type { SelectProps } from "@cloudscape-design/components/select";
import type { Key } from "../../../core/index.ts";
import { fullAliasName } from "../../../core/index.ts";
import { keyKinds } from "../../text/key-kinds.ts";
import { ChoiceField } from "./choice-field.tsx";
import type { FieldProps } from "./field.tsx";

/** One of the keys of the design. */
export function KeyChoice({
  value,
  keys,
  onChange,
  ...field
}: {
  readonly value: string;
  readonly keys: readonly Key[];
  readonly onChange: (id: string) => void;
} & Omit<FieldProps, "children" | "draft">) {
  return (
    <ChoiceField<string>
      {...field}
      filter={keys.length > 12}
      value={value}
      valueLabel={value}
      names={keys.map(({ id }) => id)}
      options={keys.map(keyOption)}
      onChange={onChange}
    />
  );
}

/** A key as an option of a list: its name, and what else tells it from others. */
export function keyOption(key: Key): SelectProps.Option {
  const [alias] = key.aliases;
  const description = [
    ...(key.kind === "defined" ? [] : [keyKinds[key.kind].label]),
    ...(alias === undefined ? [] : [fullAliasName(alias)]),
    key.stack,
  ].join(", ");
  return { value: key.id, label: key.id, description };
}
