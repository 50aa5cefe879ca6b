import { useMemo } from "react";
import { setView } from "../../state/select.ts";
import { countBySeverity, listedProblems } from "../../state/findings.ts";
import { useApp } from "../../state/store.ts";
import type { Pane } from "../../state/view.ts";
import { paneIcons } from "../../text/keys.ts";
import { shellText } from "../../text/shell.ts";
import { Counts } from "../../ui/count.tsx";
import { Icon } from "../../ui/icons.tsx";

const panes: readonly Pane[] = ["design", "key", "code", "problems"];

/** On a phone: which part of the page is shown. */
export function PaneNav() {
  const shown = useApp(({ view }) => view.pane);
  return (
    <nav className="pane-nav" aria-label={shellText.panes}>
      {panes.map((pane) => (
        <button
          key={pane}
          type="button"
          className="pane-button"
          aria-current={pane === shown ? "page" : undefined}
          onClick={() => show(pane)}
        >
          <Icon name={paneIcons[pane]} size={18} />
          <span>{shellText.paneNames[pane]}</span>
          {pane === "problems" && <ProblemCounts />}
        </button>
      ))}
    </nav>
  );
}

function ProblemCounts() {
  const problems = useApp(listedProblems);
  const { error, warning } = useMemo(
    () => countBySeverity(problems),
    [problems],
  );
  return (
    <span className="pane-counts">
      <Counts errors={error} warnings={error > 0 ? 0 : warning} />
    </span>
  );
}

function show(pane: Pane): void {
  setView({ pane, ...(pane === "problems" && { drawerOpen: true }) });
}
