import Textarea from "@cloudscape-design/components/textarea";
import type { TextControl } from "../../state/drafts.ts";
import { useApp } from "../../state/store.ts";
import { Field, type FieldProps } from "./field.tsx";
import { linesOf } from "./lines.ts";
import { useTypedText } from "./typed-text.ts";

type LinesFieldProps = {
  /** Its value has one text a line. */
  readonly control: TextControl;
  readonly placeholder?: string;
  readonly disabled?: boolean;
} & Pick<FieldProps, "help">;

const MOST_ROWS = 8;

/** Texts of the design, one a line; lines of nothing but spaces do not count. */
export function LinesField({
  control,
  placeholder = "",
  disabled = false,
  help,
}: LinesFieldProps) {
  const readOnly = useApp(({ session }) => session.readOnly);
  const { text, draft, enter } = useTypedText(
    control,
    (typed) => linesOf(typed).join("\n") === control.value,
  );
  const shown = text === "" ? placeholder : text;
  return (
    <Field path={control.path} label={control.label} help={help} draft={draft}>
      <Textarea
        value={text}
        placeholder={placeholder}
        rows={Math.min(MOST_ROWS, shown.split("\n").length)}
        disabled={disabled}
        readOnly={readOnly}
        spellcheck={false}
        onChange={({ detail }) => enter(detail.value)}
      />
    </Field>
  );
}
