import { accessText } from "../../text/access.ts";
import { StateIcon } from "./state-icon.tsx";
import type { AccessRow } from "./lines.ts";

const kinds = [
  "allowed",
  "conditional",
  "needs-iam",
  "delegated",
  "denied",
  "none",
  "unknown",
] as const;

/** What the signs mean; those that nobody has are left out. */
export function Legend({ rows }: { readonly rows: readonly AccessRow[] }) {
  const cells = rows.flatMap((row) => row.cells ?? []);
  const there = new Set(cells.map(({ kind }) => kind));
  return (
    <ul className="legend">
      {kinds
        .filter((kind) => there.has(kind))
        .map((kind) => (
          <li key={kind} className={`legend-${kind}`}>
            <StateIcon kind={kind} />
            {accessText.legend[kind]}
          </li>
        ))}
      {cells.some(({ binds }) => !binds) && (
        <li className="legend-open">
          <span className="legend-dash" />
          {accessText.notBindingLegend}
        </li>
      )}
    </ul>
  );
}
