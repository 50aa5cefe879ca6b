import type { ReactNode } from "react";
import type { Answer } from "../../../core/index.ts";
import { openRequestTest } from "../../state/request-test.ts";
import { proofsText as words } from "../../text/proofs.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icons.tsx";
import { VerdictIcon, type Tone } from "./verdict-icon.tsx";

/** One line of the proofs. */
export interface ProofRowProps {
  readonly tone: Tone;
  readonly name: ReactNode;
  readonly verdict: string;
  /** A checker has accepted the proof. */
  readonly isChecked?: boolean;
  readonly children?: ReactNode;
  /** What can be done about it. */
  readonly actions?: ReactNode;
}

/** What is asked, how it stands, and why. */
export function ProofRow({
  tone,
  name,
  verdict,
  isChecked = false,
  children,
  actions,
}: ProofRowProps) {
  return (
    <li className="proof">
      <VerdictIcon tone={tone} />
      <span className="proof-name">{name}</span>
      <span className="proof-verdict">
        <b className={`proof-${tone}`}>{verdict}</b>
        {isChecked && <Checked />}
      </span>
      <div className="proof-why">{children}</div>
      <span className="proof-actions">{actions}</span>
    </li>
  );
}

function Checked() {
  return (
    <span className="proof-checked" title={words.checkedHelp}>
      <Icon name="problems" size={12} />
      {words.checked}
    </span>
  );
}

/** How good a verdict is on what should hold. */
export function toneOf(verdict: Answer["verdict"]): Tone {
  switch (verdict) {
    case "proven":
      return "good";
    case "refuted":
      return "bad";
    case "unknown":
      return "unknown";
  }
}

/** Shows the request that refutes something. */
export function WitnessButton({
  witness,
  keyId,
}: {
  readonly witness: Answer["witness"];
  readonly keyId: string;
}) {
  if (witness === undefined) return null;
  return (
    <Button
      variant="link"
      onClick={() => openRequestTest(witness, { key: keyId })}
    >
      {words.test}
    </Button>
  );
}
