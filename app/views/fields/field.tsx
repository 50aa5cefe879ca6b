import FormField from "@cloudscape-design/components/form-field";
import { useEffect, useRef, type ReactNode } from "react";
import {
  printPath,
  samePath,
  type Finding,
  type Path,
} from "../../../core/index.ts";
import { sealEdit } from "../../state/edit.ts";
import { worstFirst } from "../../state/findings.ts";
import { selectPath } from "../../state/select.ts";
import { isSelected } from "../../state/selectors.ts";
import { useApp, type Draft } from "../../state/store.ts";
import { useFindings } from "../../state/use-findings.ts";
import { settingsText } from "../../text/settings.ts";
import { classNames } from "../../ui/class-names.ts";
import { Icon } from "../../ui/icons.tsx";
import "./field.css";
import { FindingList } from "./finding-list.tsx";
import { Fixes } from "./fixes.tsx";
import { ProblemText } from "./problem-text.tsx";

/** What every control of the design has around it. */
export interface FieldProps {
  /** The part of the design that the control edits. */
  readonly path: Path;
  readonly label: string;
  readonly children: ReactNode;
  readonly help?: ReactNode;
  /** AWS cannot change it later. */
  readonly fixed?: boolean;
  /** Text in the control that the design did not take. */
  readonly draft?: Draft | undefined;
  /** The members of the list say themselves what is wrong with them. */
  readonly own?: boolean;
}

/**
 * The one frame of all controls: label, lock, help, what is wrong with a way to mend it,
 * what an edit changed besides, and the link with the code.
 */
export function Field({
  path,
  label,
  children,
  help,
  fixed,
  draft,
  own = false,
}: FieldProps) {
  const findings = useFindings(path).filter(
    (finding) => !own || samePath(finding.path, path),
  );
  const selected = useApp((state) => isSelected(state, path));
  const fromCode = useApp(({ selection }) => selection.origin !== "control");
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (selected && fromCode)
      frame.current?.scrollIntoView({ block: "nearest" });
  }, [selected, fromCode]);
  const { shown, error, warning } = inFrame(findings, draft);
  return (
    <div
      ref={frame}
      className={classNames("field", selected && "field-selected")}
      data-path={printPath(path)}
      role="presentation"
      onFocusCapture={() => selectPath(path, "control")}
      onBlur={sealEdit}
    >
      <FormField
        stretch
        label={label}
        constraintText={help}
        errorText={error && <ProblemText problem={error} />}
        warningText={warning && <ProblemText problem={warning} />}
      >
        {children}
      </FormField>
      {fixed && <Lock />}
      {shown && <Fixes problem={shown} />}
      <FindingList findings={findings.filter((one) => one !== shown)} />
      <Consequences path={path} />
    </div>
  );
}

/** What the frame itself says: what was typed wrongly, else the worst that was found; notes stand below it. */
function inFrame(findings: readonly Finding[], draft: Draft | undefined) {
  const [typed] = draft?.problems ?? [];
  if (typed !== undefined) return { error: typed };
  const [worst] = worstFirst(findings);
  switch (worst?.severity) {
    case "error":
      return { shown: worst, error: worst };
    case "warning":
      return { shown: worst, warning: worst };
    default:
      return {};
  }
}

function Lock() {
  return (
    <span className="field-fixed" title={settingsText.fixedWhy}>
      <Icon name="lock" size={11} />
      {settingsText.fixed}
    </span>
  );
}

function Consequences({ path }: { readonly path: Path }) {
  const said = useApp((state) => state.said);
  const sentences =
    said !== null && samePath(said.path, path) ? said.sentences : [];
  return (
    <p className="field-said" role="status">
      {sentences.join(" ")}
    </p>
  );
}
