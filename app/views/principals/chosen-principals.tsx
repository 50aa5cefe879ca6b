import { useId, useState } from "react";
import type { Design, Problem } from "../../../core/index.ts";
import type { PickedPrincipal } from "../../state/principal-edits.ts";
import { Token } from "../../ui/token.tsx";
import { ControlProblem } from "../fields/control-problem.tsx";
import { PrincipalCombobox } from "./principal-combobox.tsx";
import { whatItIs } from "./principal-options.tsx";

const nobody: readonly string[] = [];

/** Principals that a window's form names, and a field for one more, or for another. */
export function ChosenPrincipals({
  design,
  label,
  button,
  chosen,
  exclude = nobody,
  onChange,
}: {
  readonly design: Design;
  readonly label: string;
  readonly button: string;
  readonly chosen: readonly string[];
  /** Nobody can be chosen who is named here besides. */
  readonly exclude?: readonly string[];
  /** Who is chosen now; `picked` is who was just added. */
  readonly onChange: (
    chosen: readonly string[],
    picked?: PickedPrincipal,
  ) => void;
}) {
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<Problem>();
  const note = useId();
  return (
    <div className="chosen">
      <ul className="tokens" aria-label={label}>
        {chosen.map((id) => (
          <Token
            key={id}
            name={id}
            detail={detailOf(design, id)}
            onRemove={() => onChange(chosen.filter((other) => other !== id))}
          >
            {id}
          </Token>
        ))}
      </ul>
      <PrincipalCombobox
        design={design}
        label={label}
        button={button}
        text={text}
        exclude={[...chosen, ...exclude]}
        invalid={problem !== undefined}
        describedBy={note}
        onText={(next) => {
          setText(next);
          setProblem(undefined);
        }}
        onPick={(picked) => {
          const { id } = picked.principal;
          onChange([...chosen.filter((other) => other !== id), id], picked);
          return [];
        }}
        onProblem={(_, found) => setProblem(found)}
      />
      <ControlProblem id={note} problem={problem} />
    </div>
  );
}

function detailOf({ principals }: Design, id: string): string | undefined {
  const principal = principals.find((one) => one.id === id);
  return principal && whatItIs(principal);
}
