import Input from "@cloudscape-design/components/input";
import { useId, useState } from "react";
import { useApp } from "../../state/store.ts";
import { policyText } from "../../text/policy.ts";
import { Button } from "../../ui/button.tsx";

/** A field for one more value of a condition. */
export function ValueInput({
  allowed,
  onAdd,
}: {
  readonly allowed: readonly string[];
  readonly onAdd: (value: string) => void;
}) {
  const list = useId();
  const [text, setText] = useState("");
  const readOnly = useApp(({ session }) => session.readOnly);
  const add = () => {
    if (text === "") return;
    onAdd(text);
    setText("");
  };
  return (
    <form
      className="value-input"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <Input
        ariaLabel={policyText.value}
        placeholder={policyText.value}
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
