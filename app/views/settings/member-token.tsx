import type { Finding, Path } from "../../../core/index.ts";
import { selectPath } from "../../state/select.ts";
import { findingsAt } from "../../state/findings.ts";
import { isSelected } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { Token } from "../../ui/token.tsx";

/** A member of a list of the design, which can be removed. */
export function MemberToken({
  name,
  path,
  ...token
}: {
  readonly name: string;
  readonly detail?: string | undefined;
  readonly path: Path;
  readonly onRemove: () => void;
}) {
  const selected = useApp((state) => isSelected(state, path));
  const readOnly = useApp(({ session }) => session.readOnly);
  const invalid = useApp((state) => findingsAt(state, path).some(isWrong));
  return (
    <Token
      {...token}
      name={name}
      selected={selected}
      invalid={invalid}
      disabled={readOnly}
      onFocus={() => selectPath(path, "control")}
    >
      {name}
    </Token>
  );
}

function isWrong({ severity }: Finding): boolean {
  return severity !== "info";
}
