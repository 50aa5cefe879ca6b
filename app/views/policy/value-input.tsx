import type { Path } from "../../../core/index.ts";
import type { ConditionRow } from "../../state/conditions.ts";
import { dropDraft } from "../../state/drafts.ts";
import { useDraftText } from "../../state/use-draft-text.ts";
import { useApp } from "../../state/store.ts";
import { policyText } from "../../text/policy.ts";
import { Button } from "../../ui/button.tsx";
import { ValueField } from "./value-field.tsx";

/** A field for one more value of a condition. */
export function ValueInput({
  draft,
  path,
  comparison,
  onAdd,
}: {
  /** Names the unfinished text. */
  readonly draft: string;
  readonly path: Path;
  readonly comparison: Pick<ConditionRow, "key" | "operator">;
  readonly onAdd: (value: string) => boolean;
}) {
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
        add();
      }}
    >
      <ValueField comparison={comparison} value={text} onChange={setText} />
      <Button submit disabled={readOnly}>
        {policyText.addValue}
      </Button>
    </form>
  );
}
