import FormField from "@cloudscape-design/components/form-field";
import Textarea from "@cloudscape-design/components/textarea";
import { useState } from "react";
import type { AcceptedFinding, Problem } from "../../../core/index.ts";
import { accepts, reasonProblem } from "../../../core/index.ts";
import {
  accept,
  acceptanceOf,
  changeReason,
} from "../../state/accept-edits.ts";
import { openFindings } from "../../state/findings.ts";
import { designOf } from "../../state/selectors.ts";
import {
  getState,
  useApp,
  type AppState,
  type ListedProblem,
} from "../../state/store.ts";
import { acceptText as words } from "../../text/mend.ts";
import { closeDialog, DialogForm } from "../dialogs/dialog-form.tsx";
import { ProblemText, TextWithCode } from "../fields/problem-text.tsx";
import "./fix-problem.css";
import { ProblemHead } from "./problem-head.tsx";
import { ToldScanners } from "./told-scanners.tsx";

/** Accepts a problem for a reason, or changes the reason. */
export function AcceptProblem() {
  const [problem] = useState(() => getState().session.problem);
  if (problem === null) return null;
  return <AcceptForm problem={problem} />;
}

function AcceptForm({ problem }: { readonly problem: ListedProblem }) {
  const { standing } = problem;
  const accepted = useApp((state) =>
    designOf(state).accepted?.find(
      ({ id }) => standing?.kind === "accepted" && id === standing.by,
    ),
  );
  const [reason, setReason] = useState(accepted?.reason ?? "");
  const [tried, setTried] = useState<Pick<Problem, "message" | "help">>();
  const [covers] = useState(
    () => accepted ?? acceptanceOf(designOf(getState()), problem),
  );
  const submit = () => {
    const [found] =
      accepted === undefined
        ? accept(problem, reason)
        : changeReason(accepted.id, reason);
    if (found === undefined) closeDialog();
    else setTried(found);
  };
  const wrong = tried && (reasonProblem(reason) ?? tried);
  return (
    <DialogForm
      title={accepted === undefined ? words.title : words.changeTitle}
      button={accepted === undefined ? words.accept : words.save}
      onSubmit={submit}
    >
      <ProblemHead problem={problem} />
      <FormField
        stretch
        label={words.reason}
        constraintText={words.reasonHelp}
        errorText={wrong && <ProblemText problem={wrong} />}
      >
        <Textarea
          value={reason}
          rows={3}
          ariaRequired
          onChange={({ detail }) => {
            setReason(detail.value);
            setTried(undefined);
          }}
        />
      </FormField>
      <Covers accepted={covers} />
    </DialogForm>
  );
}

/** What is covered, and who else is told. */
function Covers({
  accepted,
}: {
  readonly accepted: Omit<AcceptedFinding, "reason">;
}) {
  const { rule, key, statement } = accepted;
  const count = useApp((state) => coveredBy(state, accepted));
  return (
    <div className="accept-covers">
      <h3>{words.covers}</h3>
      <p>
        <TextWithCode
          text={`${words.rule(rule)} ${placeWords(key, statement)}`}
        />{" "}
        {count > 1 && `${words.count(count)} `}
        {words.stays}
      </p>
      {key !== undefined && <ToldScanners rule={rule} />}
    </div>
  );
}

/** How many open problems an acceptance is about. */
function coveredBy(
  state: AppState,
  accepted: Omit<AcceptedFinding, "reason">,
): number {
  const design = designOf(state);
  return openFindings(state).filter((finding) =>
    accepts(design, { ...accepted, reason: "" }, finding),
  ).length;
}

function placeWords(key?: string, statement?: string): string {
  if (key === undefined) return words.inDesign;
  return statement === undefined
    ? words.inKey(key)
    : words.inStatement(key, statement);
}
