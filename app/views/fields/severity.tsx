import type { Severity as SeverityName } from "../../../core/index.ts";
import { problemsText } from "../../text/problems.ts";
import "./severity.css";

/** How bad a problem is, in colour and in words. */
export function Severity({ severity }: { readonly severity: SeverityName }) {
  return (
    <span className={`severity severity-${severity}`}>
      {problemsText.severities[severity]}
    </span>
  );
}
