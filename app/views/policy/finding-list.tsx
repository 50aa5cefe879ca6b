import type { Finding, Path } from "../../../core/index.ts";
import { useFindings } from "../../state/use-findings.ts";
import { Fixes } from "../fields/field.tsx";
import { ProblemText } from "../fields/problem-text.tsx";
import "./findings.css";

/** What is wrong at a place, with a way out where there is one. */
export function FindingsAt({ path }: { readonly path: Path }) {
  return <FindingList findings={useFindings(path)} />;
}

/** What was found, one by one, each with a way out where there is one. */
export function FindingList({
  findings,
}: {
  readonly findings: readonly Finding[];
}) {
  if (findings.length === 0) return null;
  return (
    <ul className="statement-findings">
      {findings.map((finding) => (
        <li
          key={`${finding.code} ${finding.path.join("/")} ${finding.message}`}
          className={`statement-finding finding-${finding.severity}`}
        >
          <span>
            <ProblemText problem={finding} />
          </span>
          <Fixes findings={[finding]} />
        </li>
      ))}
    </ul>
  );
}
