import { useId } from "react";
import type { Finding } from "../../../core/index.ts";
import { openAccept } from "../../commands/problems.ts";
import { withdraw } from "../../state/accept-edits.ts";
import { nameOfProblem } from "../../state/findings.ts";
import { useApp } from "../../state/store.ts";
import { problemsText as words } from "../../text/problems.ts";
import { Button } from "../../ui/button.tsx";
import { keyed } from "../../ui/keyed.ts";
import { ProblemText } from "../fields/problem-text.tsx";
import { Place } from "./problem-row.tsx";
import { Severity } from "../fields/severity.tsx";
import { ShowMore, useFirst } from "./show-more.tsx";

/** What is accepted, and what looks like a fault and is none, each with the reason. */
export function SettledList({
  findings,
}: {
  readonly findings: readonly Finding[];
}) {
  const title = useId();
  const first = useFirst(findings);
  return (
    <section aria-labelledby={title}>
      <h2 className="settled-title" id={title}>
        {words.settledTitle}
      </h2>
      <p className="settled-help">{words.settledHelp}</p>
      <ul className="problems" aria-label={words.settledTitle}>
        {keyed(first.shown, nameOfProblem).map(({ key, item }) => (
          <SettledRow key={key} finding={item} />
        ))}
      </ul>
      <ShowMore {...first} />
    </section>
  );
}

function SettledRow({ finding }: { readonly finding: Finding }) {
  const text = useId();
  const readOnly = useApp(({ session }) => session.readOnly);
  const { standing } = finding;
  if (standing === undefined) return null;
  return (
    <li className="problem problem-settled">
      <Severity severity={finding.severity} />
      <div className="problem-text">
        <Place problem={finding} isStop describedBy={text} />{" "}
        <span id={text}>
          <ProblemText problem={finding} />
        </span>
        <p className="settled-reason">
          <b>{words.standings[standing.kind]}.</b>{" "}
          {words.reasonOf(standing.reason)}
        </p>
      </div>
      {standing.kind === "accepted" && (
        <div className="problem-actions">
          <Button
            variant="link"
            disabled={readOnly}
            onClick={() => openAccept(finding)}
          >
            {words.changeReason}
          </Button>
          <Button
            variant="link"
            disabled={readOnly}
            onClick={() => withdraw(standing.by)}
          >
            {words.withdraw}
          </Button>
        </div>
      )}
    </li>
  );
}
