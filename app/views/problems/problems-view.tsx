import {
  findingsAsked,
  listedProblems,
  settledFindings,
} from "../../state/findings.ts";
import { filtered } from "../../state/problem-filter.ts";
import { familyOf } from "../../state/rules.ts";
import { designOf } from "../../state/selectors.ts";
import { useApp, type OpenDocument } from "../../state/store.ts";
import { problemsText as words } from "../../text/problems.ts";
import { useMeaning } from "../../workers/use-meaning.ts";
import { WorkState } from "../proofs/work-state.tsx";
import { useQuietDocument } from "./findings-watch.tsx";
import { isFiltered, ProblemBar } from "./problem-bar.tsx";
import { ProblemList } from "./problem-list.tsx";
import "./problems.css";
import { SettledList } from "./settled-list.tsx";

/** Everything that is wrong, each with the way to its place and, where there is one, the way out. */
export function ProblemsView() {
  const document = useQuietDocument();
  const all = useApp(listedProblems);
  const settled = useApp(settledFindings);
  const filter = useApp(({ view }) => view.problemFilter);
  const settledShown = useApp(({ view }) => view.settledShown);
  const design = useApp(designOf);
  const shown = filtered(all, filter, { design, familyOf });
  const settledOfKind = filtered(settled, filter, { design, familyOf });
  const work = document && <Work document={document} />;
  return (
    <div className="problems-view">
      {all.length + settled.length > 0 ? (
        <ProblemBar problems={all} settled={settled}>
          {work}
        </ProblemBar>
      ) : (
        work
      )}
      {shown.length === 0 ? (
        <Empty isHidden={all.length > 0 && isFiltered(filter)} />
      ) : (
        <ProblemList problems={shown} />
      )}
      {settledShown && settledOfKind.length > 0 && (
        <SettledList findings={settledOfKind} />
      )}
    </div>
  );
}

/** How far the worker is, where it takes long, and a way to stop it. */
function Work({ document }: { readonly document: OpenDocument }) {
  return (
    <WorkState
      meaning={useMeaning<"findings">(findingsAsked(document))}
      working={words.checking}
      stopped={words.stopped}
      failed={words.failed}
    />
  );
}

function Empty({ isHidden }: { readonly isHidden: boolean }) {
  return (
    <p className="no-problems" role="status">
      <b>{isHidden ? words.noneListed : words.none}.</b>{" "}
      {isHidden ? words.noneListedHelp : words.noneHelp}
    </p>
  );
}
