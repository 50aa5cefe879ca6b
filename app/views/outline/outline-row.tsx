import type { Path } from "../../../core/index.ts";
import { countBySeverity, findingsAt } from "../../state/findings.ts";
import { isSelected } from "../../state/selectors.ts";
import { useApp, type AppState } from "../../state/store.ts";
import { classNames } from "../../ui/class-names.ts";
import { Counts } from "../../ui/count.tsx";
import { Icon, type IconName } from "../../ui/icons.tsx";

/** A row of the outline: what it is, its name, and how much is wrong with it. */
export function OutlineRow({
  path,
  name,
  icon,
  kind,
  more,
  depth = 0,
  current,
  onClick,
}: {
  readonly path: Path;
  readonly name: string;
  readonly icon: IconName;
  /** What it is, for whoever does not see the icon. */
  readonly kind?: string;
  readonly more?: string | undefined;
  readonly depth?: 0 | 1 | 2;
  /** @default what stands at the path is selected */
  readonly current?: boolean;
  readonly onClick: () => void;
}) {
  const selected = useApp((state) => current ?? isSelected(state, path));
  return (
    <button
      type="button"
      className={classNames("outline-row", depth > 0 && `outline-in-${depth}`)}
      aria-current={selected ? "true" : undefined}
      data-focus-first={selected && current === true ? true : undefined}
      onClick={onClick}
    >
      <Icon name={icon} size={depth === 2 ? 14 : 15} />
      {kind !== undefined && <span className="visually-hidden">{kind} </span>}
      <span className="outline-name">{name}</span>
      {more !== undefined && <span className="outline-more">{more}</span>}
      <RowCounts path={path} />
    </button>
  );
}

function RowCounts({ path }: { readonly path: Path }) {
  const errors = useApp((state) => countsAt(state, path).error);
  const warnings = useApp((state) => countsAt(state, path).warning);
  return (
    <span className="outline-counts">
      <Counts errors={errors} warnings={warnings} />
    </span>
  );
}

function countsAt(state: AppState, path: Path) {
  return countBySeverity(findingsAt(state, path));
}
