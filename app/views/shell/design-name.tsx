import { useState } from "react";
import { edit } from "../../state/edit.ts";
import { designOf } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { shellText } from "../../text/shell.ts";
import { Icon } from "../../ui/icons.tsx";

/** The name of the design; a click makes it a field. */
export function DesignName() {
  const name = useApp((state) => designOf(state).name);
  const readOnly = useApp(({ session }) => session.readOnly);
  const [text, setText] = useState<string | null>(null);
  const commit = () => {
    const wish = text?.trim() ?? "";
    if (wish !== "" && wish !== name)
      edit({
        title: "Rename design",
        change: { type: "edit-design", patch: { name: wish } },
      });
    setText(null);
  };
  if (text === null)
    return (
      <button
        type="button"
        className="design-name"
        aria-label={shellText.rename(name)}
        disabled={readOnly}
        onClick={() => setText(name)}
      >
        <span>{name}</span>
        <Icon name="pencil" size={12} />
      </button>
    );
  return (
    <input
      className="design-name-field"
      aria-label={shellText.designName}
      value={text}
      ref={(field) => field?.focus()}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setText(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === "Enter") commit();
        if (event.key === "Escape") setText(null);
      }}
    />
  );
}
