import type { ReactNode } from "react";
import { Icon, type IconName } from "../../ui/icons.tsx";

/** The name of what is shown and what it is, in a line. */
export function PartHead({
  icon,
  name,
  more,
  facts,
}: {
  readonly icon?: IconName;
  readonly name: string;
  /** What stands beside the name. */
  readonly more?: ReactNode;
  readonly facts: readonly string[];
}) {
  return (
    <div className="key-head">
      <div className="key-title">
        <h2>
          {icon && <Icon name={icon} size={18} />}
          {name}
        </h2>
        {more}
      </div>
      <ul className="key-facts">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </div>
  );
}
