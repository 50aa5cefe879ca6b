import { designOf } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { settingsText } from "../../text/settings.ts";
import { ChoiceField } from "./choice-field.tsx";
import type { FieldProps } from "./field.tsx";

/** The stack that something lives in. */
export function StackChoice({
  value,
  onChange,
  ...field
}: {
  readonly value: string;
  readonly onChange: (id: string) => void;
} & Pick<FieldProps, "path" | "help">) {
  const { stacks } = useApp(designOf);
  return (
    <ChoiceField<string>
      {...field}
      label={settingsText.inStack}
      filter={stacks.length > 12}
      value={value}
      valueLabel={value}
      names={stacks.map(({ id }) => id)}
      options={stacks.map(({ id, account, region }) => ({
        value: id,
        label: id,
        description: [account, region].filter(Boolean).join(" "),
      }))}
      onChange={onChange}
    />
  );
}
