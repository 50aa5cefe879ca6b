import { useMemo } from "react";
import type { AccessRequest, Claim, ClaimAnswer } from "../../../core/index.ts";
import { evaluateRequest, keyFactsOf } from "../../../core/index.ts";
import { subjectOfKey } from "../../state/access.ts";
import { selectAccountSettings } from "../../state/select.ts";
import { designOf } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { proofsText as words } from "../../text/proofs.ts";
import { Button } from "../../ui/button.tsx";
import { BothSidesOf } from "../both-sides/both-sides.tsx";
import { claimWords } from "./claim-words.ts";
import { ProofRow, toneOf, WitnessButton } from "./proof-row.tsx";
import { shortPrincipal } from "./short-principal.ts";

/** A claim, and how it stands of each key that it is about. */
export function ClaimRow({
  claim,
  answers,
  keys,
  onEdit,
  onRemove,
}: {
  readonly claim: Claim;
  readonly answers: readonly ClaimAnswer[];
  readonly keys: readonly string[];
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}) {
  const readOnly = useApp(({ session }) => session.readOnly);
  const settings = useApp((state) => designOf(state).settings);
  const isWithoutOrganization =
    claim.kind === "nobody-outside" &&
    claim.boundary === "organization" &&
    settings?.organization === undefined;
  const worst =
    answers.find(({ verdict }) => verdict === "refuted") ??
    answers.find(({ verdict }) => verdict === "unknown") ??
    (answers.length === keys.length ? answers[0] : undefined);
  const verdict = worst?.verdict ?? "unknown";
  return (
    <ProofRow
      tone={toneOf(verdict)}
      name={claimWords(claim)}
      verdict={worst === undefined ? words.working : words.verdicts[verdict]}
      isChecked={verdict === "proven"}
      actions={
        <>
          {isWithoutOrganization && (
            <Button variant="link" onClick={selectAccountSettings}>
              {words.nameOrganization}
            </Button>
          )}
          <Button
            variant="icon"
            icon="pencil"
            disabled={readOnly}
            onClick={onEdit}
          >
            {words.edit(claim.id)}
          </Button>
          <Button
            variant="icon"
            icon="trash"
            disabled={readOnly}
            onClick={onRemove}
          >
            {words.remove(claim.id)}
          </Button>
        </>
      }
    >
      <span className="claim-name">
        {claim.id}
        {verdict === "proven" && `, ${keys.map(words.ofKey).join(", ")}`}
      </span>
      {answers
        .filter((answer) => answer.verdict !== "proven")
        .map((answer) => (
          <Refutation key={answer.key} answer={answer} />
        ))}
    </ProofRow>
  );
}

function Refutation({ answer }: { readonly answer: ClaimAnswer }) {
  const { key, reason, witness } = answer;
  return (
    <div className="refutation">
      {words.ofKey(key)}: {reason}
      {witness !== undefined && (
        <>
          <b>{shortPrincipal(witness.principalArn ?? witness.principal)}</b>{" "}
          <code>{witness.action}</code>{" "}
          <WitnessButton witness={witness} keyId={key} />
          <OtherSide witness={witness} keyId={key} />
        </>
      )}
    </div>
  );
}

/** What it takes in the other account that the witness is allowed. */
function OtherSide({
  witness,
  keyId,
}: {
  readonly witness: AccessRequest;
  readonly keyId: string;
}) {
  const design = useApp(designOf);
  const key = design.keys.find(({ id }) => id === keyId);
  const subject = useMemo(
    () => key && subjectOfKey(design, key),
    [design, key],
  );
  const principal = witness.principalArn ?? witness.principal;
  const isOther = subject !== undefined && !principal.includes(subject.account);
  if (!isOther || !principal.startsWith("arn:")) return null;
  const asked = evaluateRequest(subject.policy, witness, keyFactsOf(subject));
  const statement = asked.ok
    ? asked.value.statements.find(
        ({ effect, matched }) => effect === "Allow" && matched === "yes",
      )
    : undefined;
  return (
    statement && (
      <BothSidesOf
        subject={subject}
        statement={statement.index}
        principal={principal}
      />
    )
  );
}
