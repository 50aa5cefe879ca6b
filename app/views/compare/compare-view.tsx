import { useMemo, useState } from "react";
import type { UpdateTarget } from "../../../core/index.ts";
import { synthesize } from "../../../core/index.ts";
import { compareTemplates, isBreaking } from "../../lazy/updates.ts";
import { chooseBaseline } from "../../commands/baseline.ts";
import { setBaseline, takeBaseline } from "../../state/baseline.ts";
import { designOf } from "../../state/selectors.ts";
import { useApp, type Baseline } from "../../state/store.ts";
import { compareText } from "../../text/compare.ts";
import { Button } from "../../ui/button.tsx";
import { Segments } from "../../ui/segments.tsx";
import { AccessChanges } from "./access-changes.tsx";
import "./compare.css";
import { PlanView } from "./plan-view.tsx";
import { StoredPolicy } from "./stored-policy.tsx";
import { UpdateList } from "./update-list.tsx";

/** What deploying the design over a baseline does. */
export function CompareView() {
  const baseline = useApp(({ document }) => document?.baseline ?? null);
  return (
    <div className="compare">
      <BaselineBar baseline={baseline} />
      {baseline === null ? (
        <p className="no-problems">
          <b>{compareText.none}</b> {compareText.noneHelp}
        </p>
      ) : (
        <Comparison baseline={baseline} />
      )}
      <StoredPolicy />
    </div>
  );
}

function BaselineBar({ baseline }: { readonly baseline: Baseline | null }) {
  return (
    <div className="compare-bar">
      {baseline !== null && (
        <span>
          {compareText.baseline}: <b>{baseline.name}</b>
        </span>
      )}
      <Button onClick={takeBaseline}>{compareText.take}</Button>
      <Button onClick={chooseBaseline}>{compareText.choose}</Button>
      {baseline !== null && (
        <Button variant="link" onClick={() => setBaseline(null)}>
          {compareText.remove}
        </Button>
      )}
    </div>
  );
}

const targets: readonly UpdateTarget[] = ["cloudformation", "terraform"];

function Comparison({ baseline }: { readonly baseline: Baseline }) {
  const design = useApp(designOf);
  const [target, setTarget] = useState<UpdateTarget>("cloudformation");
  const [base, head] = useMemo(
    () => [synthesize(baseline.design), synthesize(design)] as const,
    [baseline.design, design],
  );
  const all = useMemo(() => compareTemplates(base, head), [base, head]);
  const updates = all.filter((update) => update.target === target);
  return (
    <>
      <AccessChanges baseline={baseline} />
      <h2>{compareText.updatesTitle}</h2>
      <Segments
        label={compareText.target}
        value={target}
        options={targets.map((id) => ({ id, text: compareText.targets[id] }))}
        onChange={setTarget}
      />
      {updates.length === 0 ? (
        <p className="no-problems">
          <b>{compareText.same}.</b> {compareText.sameHelp}
        </p>
      ) : (
        <UpdateList updates={updates} showStack={head.length > 1} />
      )}
      {updates.some(isBreaking) && <PlanView base={base} head={head} />}
    </>
  );
}
