import type { AccessReport, Subject } from "../../../core/index.ts";
import { conditionWords, isJsonObject } from "../../../core/index.ts";
import { proofsText as words } from "../../text/proofs.ts";
import { keyed } from "../../ui/keyed.ts";
import { BothSidesOf } from "../both-sides/both-sides.tsx";
import { actionWords } from "./claim-words.ts";
import { WitnessButton } from "./proof-row.tsx";
import { shortPrincipal } from "./short-principal.ts";

/** What principals of other accounts are allowed, and what it takes over there. */
export function AcrossAccounts({
  keyId,
  report,
  subject,
}: {
  readonly keyId: string;
  readonly report: AccessReport;
  readonly subject: Subject;
}) {
  const findings = report.findings.filter(
    ({ scope }) => scope === "cross-account" || scope === "organization",
  );
  if (findings.length === 0) return null;
  return (
    <section className="across" aria-label={words.across}>
      <h2>{words.across}</h2>
      <p className="request-note">{words.acrossHelp}</p>
      <ul>
        {keyed(
          findings,
          ({ principal, statements }) => `${principal} ${statements.join()}`,
        ).map(
          ({ key, item: { principal, actions, conditions, ...finding } }) => (
            <li key={key} className="across-item">
              <p>
                <b>{shortPrincipal(principal)}</b> may {actionWords(actions)}
                {isJsonObject(conditions) &&
                  Object.keys(conditions).length > 0 && (
                    <> when {conditionWords(conditions)}</>
                  )}{" "}
                <WitnessButton witness={finding.witness} keyId={keyId} />
              </p>
              {finding.statements.slice(0, 1).map((statement) => (
                <BothSidesOf
                  key={statement}
                  subject={subject}
                  statement={statement}
                  principal={principal}
                />
              ))}
            </li>
          ),
        )}
      </ul>
    </section>
  );
}
