import type { KeyboardEvent, ReactNode } from "react";
import "./strip-tabs.css";
import { classNames } from "./class-names.ts";
import { moveFocus } from "./roving.ts";

/** One tab of a strip. */
export interface StripTab<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly extra?: ReactNode;
}

/** A slim row of tabs; arrow keys move between them. */
export function StripTabs<Id extends string>({
  tabs,
  active,
  label,
  panel,
  onPick,
  className,
}: {
  readonly tabs: readonly StripTab<Id>[];
  readonly active: Id | null;
  readonly label: string;
  /** The id of the element that shows the tab. */
  readonly panel: string;
  readonly onPick: (id: Id) => void;
  readonly className?: string;
}) {
  return (
    <div
      role="tablist"
      aria-label={label}
      className={classNames("strip", className)}
      onKeyDown={(event: KeyboardEvent<HTMLElement>) =>
        moveFocus(event, "horizontal", "[role=tab]")
      }
    >
      {tabs.map((tab, index) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={`${panel}-tab-${index}`}
          aria-selected={active === tab.id}
          aria-controls={active === tab.id ? panel : undefined}
          tabIndex={
            active === tab.id || (active === null && index === 0) ? 0 : -1
          }
          className="strip-tab"
          onClick={() => onPick(tab.id)}
        >
          {tab.label}
          {tab.extra}
        </button>
      ))}
    </div>
  );
}
