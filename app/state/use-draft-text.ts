import type { Path } from "../../core/index.ts";
import { dropDraft, setDraft } from "./drafts.ts";
import { useApp } from "./store.ts";

/** Text on its way into the design: kept when the control goes away, forgotten when it is as it was. */
export function useDraftText({
  id,
  label,
  path,
  value = "",
}: {
  readonly id: string;
  readonly label: string;
  readonly path: Path;
  /** What the control shows while nothing was typed. */
  readonly value?: string;
}): readonly [string, (text: string) => void] {
  const text = useApp(({ drafts }) => drafts[id]?.text ?? value);
  return [
    text,
    (next) =>
      next === value
        ? dropDraft(id)
        : setDraft(id, { text: next, base: null, path, label, problems: [] }),
  ];
}
