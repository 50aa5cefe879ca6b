import type { ReactNode } from "react";
import type { Path } from "../../../core/index.ts";
import { findingsAt } from "../../state/findings.ts";
import { isSelected } from "../../state/selectors.ts";
import { selectPath } from "../../state/select.ts";
import { useApp } from "../../state/store.ts";
import { keyed } from "../../ui/keyed.ts";
import { Token } from "../../ui/token.tsx";

/** More members than this leave no room for what each stands for: it moves into the tooltip. */
const roomy = 6;

/** A list of a statement: its members, and what adds one. */
export function Members({
  title,
  label,
  form,
  path,
  members,
  detail,
  onRemove,
  children,
}: {
  /** What stands before the members. */
  readonly title: string;
  /** The name of the list. */
  readonly label: string;
  /** Whether the members are meant, or all others. */
  readonly form: ReactNode;
  readonly path: Path;
  readonly members: readonly string[];
  readonly detail?: (member: string) => string | undefined;
  readonly onRemove: (at: number) => void;
  readonly children: ReactNode;
}) {
  return (
    <div className="editor-row">
      <span className="editor-label">{title}</span>
      <div className="editor-members">
        {form}
        <ul className="tokens" aria-label={label}>
          {keyed(members, String).map(({ key, item: member, index: at }) => (
            <Member
              key={key}
              name={member}
              detail={detail?.(member)}
              compact={members.length > roomy}
              path={[...path, at]}
              onRemove={() => onRemove(at)}
            />
          ))}
        </ul>
        {children}
      </div>
    </div>
  );
}

function Member({
  name,
  compact,
  detail,
  path,
  onRemove,
}: {
  readonly name: string;
  readonly compact: boolean;
  readonly detail: string | undefined;
  readonly path: Path;
  readonly onRemove: () => void;
}) {
  const selected = useApp((state) => isSelected(state, path));
  const readOnly = useApp(({ session }) => session.readOnly);
  const invalid = useApp((state) =>
    findingsAt(state, path).some(({ severity }) => severity === "error"),
  );
  return (
    <Token
      name={name}
      {...(compact ? { title: detail } : { detail })}
      selected={selected}
      invalid={invalid}
      disabled={readOnly}
      onRemove={onRemove}
      onFocus={() => selectPath(path, "control")}
    >
      {name}
    </Token>
  );
}
