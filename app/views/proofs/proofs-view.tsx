import { useMemo } from "react";
import type { AccessReport, Key, Subject } from "../../../core/index.ts";
import { subjectOfKey } from "../../state/access.ts";
import { reportAsked } from "../../state/proofs.ts";
import { keyOf } from "../../state/selectors.ts";
import { useApp, type OpenDocument } from "../../state/store.ts";
import { proofsText as words } from "../../text/proofs.ts";
import { useMeaning } from "../../workers/use-meaning.ts";
import { AcrossAccounts } from "./across-accounts.tsx";
import { Assumptions } from "./assumptions.tsx";
import { Claims } from "./claims.tsx";
import "./proofs.css";
import { StandardProofs } from "./standard-proofs.tsx";
import { WorkState } from "./work-state.tsx";

/** What is proven of the key that is shown, and the claims of the design. */
export function ProofsView() {
  const document = useApp((state) => state.document);
  const key = useApp(keyOf);
  const design = document?.design;
  const subject = useMemo(
    () => design && key && subjectOfKey(design, key),
    [design, key],
  );
  if (document === null) return null;
  const asked =
    key === undefined || subject === undefined
      ? undefined
      : { document, keyOfProofs: key, subject };
  return (
    <div className="proofs">
      {asked === undefined ? (
        <p className="request-note">{words.noKey}</p>
      ) : (
        <OfKey {...asked} />
      )}
      <Claims document={document} />
      {asked !== undefined && <Across {...asked} />}
    </div>
  );
}

interface OfKeyProps {
  readonly document: OpenDocument;
  readonly keyOfProofs: Key;
  readonly subject: Subject;
}

function OfKey({ document, keyOfProofs: key, subject }: OfKeyProps) {
  const meaning = useMeaning<"report">(reportAsked(document, key.id, subject));
  const report: AccessReport | undefined = meaning.answer.parts[0];
  return (
    <section className="proofs-key" aria-label={words.table(key.id)}>
      <WorkState
        meaning={meaning}
        working={words.working}
        stopped={words.stopped}
        failed={words.failed}
      />
      {report !== undefined && (
        <>
          <StandardProofs keyOfProofs={key} report={report} subject={subject} />
          <p className="request-note">{words.scope}</p>
          <Assumptions list={report.assumptions} />
        </>
      )}
    </section>
  );
}

function Across({ document, keyOfProofs: key, subject }: OfKeyProps) {
  const { answer } = useMeaning<"report">(
    reportAsked(document, key.id, subject),
  );
  const report: AccessReport | undefined = answer.parts[0];
  return (
    report && (
      <AcrossAccounts keyId={key.id} report={report} subject={subject} />
    )
  );
}
