import type { Path } from "../../../core/index.ts";
import { selectPath } from "../../state/select.ts";
import { designOf, findingsAt, isSelected } from "../../state/selectors.ts";
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
  const invalid = useApp(
    (state) => findingsAt(designOf(state), path).length > 0,
  );
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
