import { useMemo, useState } from "react";
import type { Design, Fix } from "../../../core/index.ts";
import { fixesOf } from "../../../core/index.ts";
import {
  changedKeys,
  designFixed,
  fixAsked,
  textChanges,
} from "../../state/fix-preview.ts";
import { openFindings } from "../../state/findings.ts";
import { mend, mendable, mendAll } from "../../state/mend.ts";
import { designOf } from "../../state/selectors.ts";
import { getState, useApp, type ListedProblem } from "../../state/store.ts";
import { fixText as words } from "../../text/mend.ts";
import { Button } from "../../ui/button.tsx";
import { keyed } from "../../ui/keyed.ts";
import { Segments } from "../../ui/segments.tsx";
import { AccessBetween } from "../compare/access-changes.tsx";
import "../compare/compare.css";
import { closeDialog, DialogForm } from "../dialogs/dialog-form.tsx";
import { DiffText } from "./diff-text.tsx";
import { ProblemHead } from "./problem-head.tsx";
import "./fix-problem.css";

/** What mends a problem: what it writes, what it changes in access, and a way to do it. */
export function FixProblem() {
  const [problem] = useState(() => getState().session.problem);
  if (problem === null) return null;
  return <FixForm problem={problem} />;
}

function FixForm({ problem }: { readonly problem: ListedProblem }) {
  const fixes = fixesOf(problem);
  const [title, setTitle] = useState(fixes[0]?.title ?? "");
  const fix = fixes.find((one) => one.title === title) ?? fixes[0];
  const readOnly = useApp(({ session }) => session.readOnly);
  const alike = useApp((state) => mendable(openFindings(state), problem.code));
  const { code } = problem;
  if (fix === undefined) return null;
  const isForAll = code !== undefined && alike > 1 && fix === problem.fix;
  return (
    <DialogForm
      title={words.title}
      button={words.apply}
      size="wide"
      focusButton
      disabled={readOnly}
      onSubmit={() => {
        closeDialog();
        mend(problem, fix);
      }}
      more={
        isForAll && (
          <Button
            disabled={readOnly}
            onClick={() => {
              closeDialog();
              void mendAll(code);
            }}
          >
            {words.applyAll(alike)}
          </Button>
        )
      }
    >
      <ProblemHead problem={problem} />
      <Ways fixes={fixes} chosen={title} onChoose={setTitle} />
      <Preview key={title} fix={fix} />
    </DialogForm>
  );
}

/** The way to mend it; several to choose from. */
function Ways({
  fixes,
  chosen,
  onChoose,
}: {
  readonly fixes: readonly Fix[];
  readonly chosen: string;
  readonly onChoose: (title: string) => void;
}) {
  if (fixes.length === 1) return <p className="fix-title">{chosen}</p>;
  return (
    <Segments
      label={words.ways}
      value={chosen}
      options={fixes.map(({ title }) => ({ id: title, text: title }))}
      onChange={onChoose}
    />
  );
}

function Preview({ fix }: { readonly fix: Fix }) {
  const [design] = useState(() => designOf(getState()));
  const after = useMemo(() => designFixed(design, fix), [design, fix]);
  const texts = useMemo(
    () => textChanges(design, after, getState().session.texts),
    [design, after],
  );
  return (
    <>
      <section className="fix-part" aria-label={words.writes}>
        <h3>{words.writes}</h3>
        {texts.length === 0 && <p>{words.writesNothing}</p>}
        {keyed(texts, ({ name }) => name).map(({ key, item }) => (
          <DiffText key={key} text={item} />
        ))}
      </section>
      <section className="fix-part compare-in-fix" aria-label={words.access}>
        <h3>{words.access}</h3>
        <Access before={design} after={after} />
      </section>
    </>
  );
}

function Access({
  before,
  after,
}: {
  readonly before: Design;
  readonly after: Design;
}) {
  const keys = useMemo(() => changedKeys(before, after), [before, after]);
  const asked = useMemo(
    () => fixAsked(before, after, keys),
    [before, after, keys],
  );
  if (keys.length === 0) return <p>{words.noAccess}</p>;
  return <AccessBetween asked={asked} base={before} head={after} />;
}
