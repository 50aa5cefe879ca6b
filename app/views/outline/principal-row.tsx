import type { Principal } from "../../../core/index.ts";
import { principalText, printPath } from "../../../core/index.ts";
import { commands } from "../../commands/registry.ts";
import { usersOfPrincipal } from "../../state/principal-edits.ts";
import { selectPath } from "../../state/select.ts";
import { designOf, isSelected } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { keysText } from "../../text/keys.ts";
import { principalKinds, principalsText } from "../../text/principals.ts";
import { principalIcon } from "../fields/principal-icon.ts";
import { whatItIs } from "../principals/principal-options.tsx";
import { OutlineRow } from "./outline-row.tsx";
import { RowMenu } from "./row-menu.tsx";

/** The principals of the design: those without a home first, then the users, roles and groups of each stack. */
export function PrincipalList() {
  const { principals, stacks } = useApp(designOf);
  const rows = principals.map((principal, index) => ({ principal, index }));
  if (rows.length === 0)
    return <p className="outline-none">{keysText.noPrincipals}</p>;
  return (
    <>
      <Rows rows={rows.filter(({ principal }) => !("stack" in principal))} />
      {stacks.map(({ id }) => (
        <Rows
          key={id}
          title={principalsText.ofStack(id)}
          rows={rows.filter(
            ({ principal }) => "stack" in principal && principal.stack === id,
          )}
        />
      ))}
    </>
  );
}

interface Row {
  readonly principal: Principal;
  readonly index: number;
}

function Rows({
  title,
  rows,
}: {
  readonly title?: string;
  readonly rows: readonly Row[];
}) {
  if (rows.length === 0) return null;
  return (
    <>
      {title !== undefined && <p className="outline-group-part">{title}</p>}
      <ul aria-label={title}>
        {rows.map((row) => (
          <PrincipalRow key={row.principal.id} {...row} />
        ))}
      </ul>
    </>
  );
}

/** A principal of the design; choosing it tints the code that names it. */
function PrincipalRow({ principal, index }: Row) {
  const { id, kind } = principal;
  const selected = useApp((state) => isSelected(state, ["principals", index]));
  return (
    <li
      className="outline-line"
      title={principalText(principal)}
      data-path={printPath(["principals", index])}
    >
      <OutlineRow
        path={["principals", index]}
        name={id}
        icon={principalIcon(kind)}
        more={
          kind === "template-value"
            ? whatItIs(principal)
            : principalKinds[kind].word
        }
        onClick={() => selectPath(["principals", index], "list")}
      />
      {selected && <PrincipalMenu name={id} />}
    </li>
  );
}

function PrincipalMenu({ name }: { readonly name: string }) {
  const users = useApp((state) =>
    usersOfPrincipal(designOf(state), name).join("\n"),
  );
  return (
    <RowMenu
      name={name}
      entries={[
        { text: principalsText.edit, command: commands.editPrincipal },
        {
          text:
            users === ""
              ? keysText.remove
              : principalsText.removeUsed(users.split("\n")),
          command: commands.removePrincipal,
        },
      ]}
    />
  );
}
