import { useMemo, type ComponentType } from "react";
import { isOwned, keyPolicyBytes, limits } from "../../../core/index.ts";
import { setView } from "../../state/select.ts";
import { countBySeverity, listedProblems } from "../../state/findings.ts";
import { designOf, keyOf } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import type { DrawerTab } from "../../state/view.ts";
import { compareText } from "../../text/compare.ts";
import { drawerText } from "../../text/drawer.ts";
import { shellText } from "../../text/shell.ts";
import { problemsText } from "../../text/problems.ts";
import { Button } from "../../ui/button.tsx";
import { classNames } from "../../ui/class-names.ts";
import { Counts } from "../../ui/count.tsx";
import { loadable } from "../../ui/loadable.tsx";
import { StripTabs } from "../../ui/strip-tabs.tsx";
import { checksHeight, usePaneSize } from "../shell/pane-size.ts";
import { Splitter } from "../shell/splitter.tsx";
import "./checks.css";

const ProblemsView = loadable(() =>
  import("./problems-view.tsx").then((m) => m.ProblemsView),
);
const FindingsWatch = loadable(() =>
  import("./findings-watch.tsx").then((m) => m.FindingsWatch),
);
const RequestView = loadable(() =>
  import("../request/request-view.tsx").then((m) => m.RequestView),
);
const ProofsView = loadable(() =>
  import("../proofs/proofs-view.tsx").then((m) => m.ProofsView),
);
const ProofStanding = loadable(() =>
  import("../proofs/proof-standing.tsx").then((m) => m.ProofStanding),
);
const CompareView = loadable(() =>
  import("../compare/compare-view.tsx").then((m) => m.CompareView),
);

const titles: Readonly<Record<DrawerTab, string>> = {
  problems: problemsText.problems,
  test: drawerText.test,
  compare: compareText.tab,
  proofs: drawerText.proofs,
};

const views: Readonly<Record<DrawerTab, ComponentType>> = {
  problems: ProblemsView,
  test: RequestView,
  compare: CompareView,
  proofs: ProofsView,
};

/** The strip below: how the design stands; opened, it says what is wrong. */
export function Checks() {
  const open = useApp(({ view }) => view.drawerOpen);
  const tab = useApp(({ view }) => view.drawerTab);
  const problems = useApp(listedProblems);
  const { error, warning } = useMemo(
    () => countBySeverity(problems),
    [problems],
  );
  const height = usePaneSize(checksHeight);
  const View = views[tab];
  const toggle = () => setView({ drawerOpen: !open });
  const pick = (id: DrawerTab) =>
    setView({ drawerTab: id, drawerOpen: !open || id !== tab });
  return (
    <section
      className={classNames("checks", open && "checks-open")}
      aria-label={problemsText.checks}
      data-region="checks"
    >
      <div className="checks-bar">
        <StripTabs
          label={problemsText.checks}
          panel="checks-panel"
          active={open ? tab : null}
          onPick={pick}
          tabs={[
            {
              id: "problems",
              label: problemsText.problems,
              extra: <Counts errors={error} warnings={warning} />,
            },
            { id: "test", label: titles.test },
            { id: "compare", label: titles.compare },
            { id: "proofs", label: titles.proofs },
          ]}
        />
        <FindingsWatch />
        <span className="grow" />
        <ProofStanding />
        <ByteMeter />
        <Button
          variant="icon"
          icon={open ? "down" : "up"}
          expanded={open}
          onClick={toggle}
        >
          {open ? problemsText.collapse : problemsText.expand}
        </Button>
      </div>
      {open && (
        <div
          className="checks-body"
          id="checks-panel"
          role="tabpanel"
          aria-label={titles[tab]}
          tabIndex={0}
          style={{ height }}
        >
          <View />
        </div>
      )}
      {open && (
        <Splitter
          label={shellText.resizeChecks}
          pane={checksHeight}
          size={height}
          direction="horizontal"
        />
      )}
    </section>
  );
}

function ByteMeter() {
  const design = useApp(designOf);
  const key = useApp(keyOf);
  const bytes = useMemo(
    () =>
      key !== undefined && isOwned(key)
        ? keyPolicyBytes(design, key)
        : undefined,
    [design, key],
  );
  if (bytes === undefined || key === undefined) return null;
  const { max } = limits.keyPolicyBytes;
  return (
    <span
      className={classNames("bytes", bytes > max && "bytes-over")}
      title={problemsText.bytesOf(key.id)}
    >
      {problemsText.bytes(bytes, max)}
    </span>
  );
}
