import { useId, useState } from "react";
import { edit } from "../../state/edit.ts";
import { designOf } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { shellText } from "../../text/shell.ts";
import { Icon } from "../../ui/icons.tsx";
import { ProblemText } from "../fields/problem-text.tsx";

const problem = { message: shellText.nameNeeded, help: shellText.nameHelp };

/** The name of the design; a click makes it a field, which stays one until it has a name. */
export function DesignName() {
  const name = useApp((state) => designOf(state).name);
  const readOnly = useApp(({ session }) => session.readOnly);
  const [text, setText] = useState<string | null>(null);
  const problemId = useId();
  const wish = text?.trim();
  const commit = () => {
    if (wish === undefined || wish === "") return;
    if (wish !== name)
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
    <span className="design-name-edit">
      <input
        className="design-name-field"
        aria-label={shellText.designName}
        aria-invalid={wish === ""}
        aria-describedby={problemId}
        value={text}
        ref={focus}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setText(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === "Enter") commit();
          if (event.key === "Escape") setText(null);
        }}
      />
      <span id={problemId} className="design-name-problem" role="status">
        {wish === "" && <ProblemText problem={problem} />}
      </span>
    </span>
  );
}

function focus(field: HTMLInputElement | null): void {
  field?.focus();
}
