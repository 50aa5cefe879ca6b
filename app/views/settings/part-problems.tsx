import { samePath, type Path } from "../../../core/index.ts";
import { useFindings } from "../../state/use-findings.ts";
import { Fixes } from "../fields/fixes.tsx";
import { ProblemSteps } from "../fields/problem-steps.tsx";
import { ProblemText } from "../fields/problem-text.tsx";

/** What is wrong with a part of the design as a whole, which no control of it can show. */
export function PartProblems({ path }: { readonly path: Path }) {
  const found = useFindings(path).filter((finding) =>
    samePath(finding.path, path),
  );
  if (found.length === 0) return null;
  return (
    <div className="part-problems" role="status">
      {found.map((finding) => (
        <div key={`${finding.code} ${finding.message}`}>
          <p>
            <ProblemText problem={finding} />
          </p>
          <ProblemSteps problem={finding} />
          <Fixes problem={finding} />
        </div>
      ))}
    </div>
  );
}
