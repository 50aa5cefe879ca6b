import { useMemo, useState } from "react";
import type { BothSides, Subject } from "../../../core/index.ts";
import { bothSides } from "../../../core/index.ts";
import { copyText } from "../../commands/code.ts";
import { downloadText } from "../../commands/files.ts";
import { announce } from "../../state/store.ts";
import { bothSidesText as words } from "../../text/proofs.ts";
import { Button } from "../../ui/button.tsx";
import { VerdictIcon } from "../proofs/verdict-icon.tsx";
import "./both-sides.css";

interface Props {
  readonly subject: Subject;
  /** The place of the statement in the policy. */
  readonly statement: number;
  readonly principal: string;
}

/** What it takes here and in the other account, worked out when somebody looks. */
export function BothSidesOf(props: Props) {
  const [open, setOpen] = useState(false);
  return (
    <details
      className="both-sides"
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{words.summary}</summary>
      {open && <Sides {...props} />}
    </details>
  );
}

function Sides({ subject, statement, principal }: Props) {
  const sides = useMemo(
    () => bothSides(subject, statement, principal),
    [subject, statement, principal],
  );
  if (sides === undefined) return <p>{words.none}</p>;
  const policy = JSON.stringify(sides.identityPolicy, null, 2);
  return (
    <>
      <Proven sides={sides} />
      <div className="both-sides-pair">
        <section aria-label={words.here}>
          <h3>{words.here}</h3>
          <pre>{JSON.stringify(sides.statement, null, 2)}</pre>
        </section>
        <section aria-label={words.there}>
          <h3>{words.there}</h3>
          <pre>{policy}</pre>
          <CopyButton text={policy} />
          <Button
            icon="download"
            onClick={() => downloadText(words.fileName, `${policy}\n`)}
          >
            {words.download}
          </Button>
        </section>
      </div>
    </>
  );
}

function Proven({ sides }: { readonly sides: BothSides }) {
  const { provenTogether, provenApart, requests } = sides;
  return (
    <p className="both-sides-proven">
      <VerdictIcon tone={provenTogether ? "good" : "unknown"} />{" "}
      {provenTogether ? words.together : words.notTogether},{" "}
      {provenApart ? words.apart : words.notApart} (
      {words.requests(requests.length)})
    </p>
  );
}

function CopyButton({ text }: { readonly text: string }) {
  const [said, setSaid] = useState("");
  return (
    <>
      <Button
        icon="copy"
        onClick={() => {
          void copyText(text).then((copied) => {
            const result = copied ? words.copied : words.notCopied;
            setSaid(result);
            announce(result);
          });
        }}
      >
        {words.copy}
      </Button>
      {said !== "" && <span className="both-sides-said">{said}</span>}
    </>
  );
}
