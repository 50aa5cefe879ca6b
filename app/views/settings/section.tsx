import type { ReactNode } from "react";
import type { Key } from "../../../core/index.ts";

/** What a section of the settings edits. */
export interface SectionProps<Kind extends Key = Key> {
  readonly keyOfForm: Kind;
  /** Where the key stands in the design. */
  readonly index: number;
}

/** Settings that belong together, under a title. */
export function Section({
  title,
  lead,
  children,
}: {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {lead !== undefined && <p className="settings-lead">{lead}</p>}
      <div className="settings-grid">{children}</div>
    </section>
  );
}
