import { useState } from "react";
import type { Claim, ClaimAnswer } from "../../../core/index.ts";
import { freeClaimName, removeClaim } from "../../state/claim-edits.ts";
import { claimsAsked } from "../../state/proofs.ts";
import { useApp, type OpenDocument } from "../../state/store.ts";
import { proofsText as words } from "../../text/proofs.ts";
import { Button } from "../../ui/button.tsx";
import { keysOfClaim } from "../../workers/claims-work.ts";
import { useMeaning } from "../../workers/use-meaning.ts";
import { ClaimForm } from "./claim-form.tsx";
import { ClaimRow } from "./claim-row.tsx";
import { readyClaims } from "./ready-claims.ts";
import { WorkState } from "./work-state.tsx";

/** What is being written: a new claim that begins as this one, or one that the design has. */
interface Writing {
  readonly claim: Claim;
  readonly isNew: boolean;
}

/** The claims of the design, how they stand, and the way to more. */
export function Claims({ document }: { readonly document: OpenDocument }) {
  const { design } = document;
  const { claims = [] } = design;
  const readOnly = useApp(({ session }) => session.readOnly);
  const meaning = useMeaning<"claims">(claimsAsked(document));
  const [writing, setWriting] = useState<Writing | null>(null);
  const close = () => setWriting(null);
  return (
    <section className="claims" aria-label={words.claims}>
      <h2>{words.claims}</h2>
      <p className="request-note">{words.claimsHelp}</p>
      <WorkState
        meaning={meaning}
        working={words.working}
        stopped={words.stopped}
        failed={words.failed}
      />
      {claims.length === 0 && <p>{words.noClaims}</p>}
      <ul className="proof-list" aria-label={words.claims}>
        {claims.map((claim) =>
          writing?.isNew === false && writing.claim.id === claim.id ? (
            <li key={claim.id}>
              <ClaimForm claim={claim} isNew={false} onClose={close} />
            </li>
          ) : (
            <ClaimRow
              key={claim.id}
              claim={claim}
              answers={answersTo(claim, meaning.answer.parts)}
              keys={keysOfClaim(design, claim)}
              onEdit={() => setWriting({ claim, isNew: false })}
              onRemove={() => removeClaim(claim.id)}
            />
          ),
        )}
      </ul>
      {writing?.isNew === true ? (
        <ClaimForm
          key={writing.claim.id}
          claim={writing.claim}
          isNew
          onClose={close}
        />
      ) : (
        <div className="ready" role="group" aria-label={words.readyMade}>
          {readyClaims.map(({ text, begin, isWhole }) => (
            <Button
              key={text}
              icon={isWhole ? "plus" : "pencil"}
              disabled={readOnly}
              onClick={() => {
                const claim = begin(design);
                const id = freeClaimName(design, claim.id);
                setWriting({ claim: { ...claim, id }, isNew: true });
              }}
            >
              {text}
            </Button>
          ))}
        </div>
      )}
    </section>
  );
}

function answersTo(
  { id }: Claim,
  answers: readonly ClaimAnswer[],
): readonly ClaimAnswer[] {
  return answers.filter(({ claim }) => claim === id);
}
