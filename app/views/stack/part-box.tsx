import type { ReactNode } from "react";
import { printPath, type Path } from "../../../core/index.ts";
import { isSelected } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { Button } from "../../ui/button.tsx";
import { classNames } from "../../ui/class-names.ts";
import { PartProblems } from "../settings/part-problems.tsx";

/** A parameter or an output: its fields in a frame, with the button that removes it. */
export function PartBox({
  path,
  title,
  removeLabel,
  whyKept,
  onRemove,
  children,
}: {
  readonly path: Path;
  readonly title: string;
  readonly removeLabel: string;
  /** Why it cannot be removed now. */
  readonly whyKept?: string | undefined;
  readonly onRemove: () => void;
  readonly children: ReactNode;
}) {
  const selected = useApp((state) => isSelected(state, path));
  const readOnly = useApp(({ session }) => session.readOnly);
  return (
    <div
      className={classNames("part-box", selected && "part-box-selected")}
      role="group"
      aria-label={title}
      data-path={printPath(path)}
    >
      <div className="part-box-fields">{children}</div>
      <PartProblems path={path} />
      <div className="part-box-foot">
        {whyKept !== undefined && <span>{whyKept}</span>}
        <Button
          variant="link"
          icon="trash"
          disabled={readOnly || whyKept !== undefined}
          onClick={onRemove}
        >
          {removeLabel}
        </Button>
      </div>
    </div>
  );
}
