import type { Rule } from "../../../core/index.ts";
import { problemsText as words } from "../../text/problems.ts";
import { TextWithCode } from "../fields/problem-text.tsx";

/** What a rule looks for and why, how to mend what it finds, and where AWS or others say so. */
export function ProblemWhy({
  rule: { why, mend, source },
}: {
  readonly rule: Rule;
}) {
  return (
    <dl className="problem-why">
      <dt>{words.why}</dt>
      <dd>
        <TextWithCode text={why} />
      </dd>
      <dt>{words.mendHow}</dt>
      <dd>
        <TextWithCode text={mend} />
      </dd>
      <dt>{words.source}</dt>
      <dd>
        {source.title}
        <br />
        <code className="mono">{source.url}</code>
      </dd>
    </dl>
  );
}
