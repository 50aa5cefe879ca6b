import Input from "@cloudscape-design/components/input";
import { useId } from "react";
import type { Path } from "../../../core/index.ts";
import { dropDraft } from "../../state/drafts.ts";
import { useDraftText } from "../../state/use-draft-text.ts";
import { useApp } from "../../state/store.ts";
import { policyText } from "../../text/policy.ts";
import { Button } from "../../ui/button.tsx";

/** A field for one more value of a condition. */
export function ValueInput({
  draft,
  path,
  allowed,
  placeholder,
  onAdd,
}: {
  /** Names the unfinished text. */
  readonly draft: string;
  readonly path: Path;
  readonly allowed: readonly string[];
  readonly placeholder: string;
  readonly onAdd: (value: string) => boolean;
}) {
  const list = useId();
  const [text, setText] = useDraftText({
    id: draft,
    label: policyText.value,
    path,
  });
  const readOnly = useApp(({ session }) => session.readOnly);
  const add = () => {
    if (text !== "" && onAdd(text)) dropDraft(draft);
  };
  return (
    <form
      className="value-input"
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        add();
      }}
    >
      <Input
        ariaLabel={policyText.value}
        placeholder={placeholder}
        value={text}
        readOnly={readOnly}
        autoComplete={false}
        nativeInputAttributes={{ list }}
        onChange={({ detail }) => setText(detail.value)}
      />
      <datalist id={list}>
        {allowed.map((value) => (
          <option key={value} value={value}>
            {value}
          </option>
        ))}
      </datalist>
      <Button submit disabled={readOnly}>
        {policyText.addValue}
      </Button>
    </form>
  );
}
