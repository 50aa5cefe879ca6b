import type { Evaluation, Subject } from "../../../core/index.ts";
import { layers } from "../../../core/index.ts";
import { requestText as words } from "../../text/request.ts";
import { classNames } from "../../ui/class-names.ts";
import { VerdictIcon } from "../proofs/verdict-icon.tsx";
import { sentence } from "./sentence.ts";
import { Trace } from "./trace.tsx";

/** What becomes of the request, and why. */
export function Answer({
  evaluation,
  subject,
  keyId,
}: {
  readonly evaluation: Evaluation;
  readonly keyId: string;
  readonly subject: Subject;
}) {
  const { final, reason, keyPolicy, outOfScope } = evaluation;
  const how = words.how[final];
  return (
    <section className="answer" aria-label={words.decided}>
      <div
        className={classNames("answer-head", `answer-${toneOf(final)}`)}
        role="status"
      >
        <VerdictIcon tone={toneOf(final)} size={22} />
        <div>
          <h2>
            {words.decisions[final]}
            {how !== "" && <span className="answer-how">, {how}</span>}
          </h2>
          <p>{sentence(reason)}</p>
        </div>
      </div>
      <p className="answer-key-policy">
        <b>{words.keyPolicySays}</b> {words.keyPolicy[keyPolicy]}
      </p>
      <Trace evaluation={evaluation} subject={subject} keyId={keyId} />
      <Filled filledIn={evaluation.filledIn} />
      {outOfScope.length > 0 && (
        <p className="request-note">
          {words.outOfScope}{" "}
          {outOfScope.map((layer) => layers[layer]).join(", ")}.
        </p>
      )}
    </section>
  );
}

function toneOf(
  final: Evaluation["final"],
): "good" | "bad" | "open" | "unknown" {
  switch (final) {
    case "Allowed":
      return "good";
    case "ExplicitlyDenied":
    case "ImplicitlyDenied":
      return "bad";
    case "DependsOnIam":
      return "open";
    case "unknown":
      return "unknown";
  }
}

/** Condition keys that nobody typed. */
function Filled({ filledIn }: Pick<Evaluation, "filledIn">) {
  if (filledIn.length === 0) return null;
  return (
    <div className="filled">
      <p>{words.filledIn}:</p>
      <dl>
        {filledIn.map(({ key, value }) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
