import { useEffect, useState, type CSSProperties, type RefObject } from "react";
import { designOf, shownKind } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { CodePane } from "../code/code-pane.tsx";
import { CentrePane } from "../key/centre-pane.tsx";
import { Outline } from "../outline/outline.tsx";
import { Checks } from "../problems/checks.tsx";
import { DemoSteps } from "../start/lazy-demo-steps.tsx";
import { keysText } from "../../text/keys.ts";
import { shellText } from "../../text/shell.ts";
import { rescueFocus, watchFocus } from "../../ui/focus-rescue.ts";
import { useFocus } from "../../ui/use-focus.ts";
import { Guarded } from "./failure.tsx";
import { PaneNav } from "./pane-nav.tsx";
import { codeWidth, usePaneSize } from "./pane-size.ts";
import { Splitter } from "./splitter.tsx";
import "./workspace.css";

/** The outline, the key, its code, and below them what is wrong. */
export function Workspace() {
  const pane = useApp(({ view }) => view.pane);
  const demo = useApp(({ document }) => document?.demo ?? null);
  const name = useApp((state) => designOf(state).name);
  const centre = useApp((state) => keysText.selected[shownKind(state)]);
  const width = usePaneSize(codeWidth);
  const [focusLost] = useState(() => document.activeElement === document.body);
  const main = useFocus<HTMLElement>(focusLost);
  useFocusRescue(main);
  const style: CSSProperties & Record<`--${string}`, string> = {
    "--code-width": `${width}px`,
  };
  return (
    <main
      className="workspace"
      data-pane={pane}
      style={style}
      ref={main}
      tabIndex={-1}
    >
      <h1 className="visually-hidden">{name}</h1>
      <Guarded>
        <Outline />
      </Guarded>
      <div className="work">
        <section className="centre" aria-label={centre} data-region="centre">
          <Guarded>
            {demo !== null && <DemoSteps id={demo} />}
            <CentrePane />
          </Guarded>
        </section>
        <section className="code" aria-label="Code" data-region="code">
          <Splitter
            label={shellText.resizeCode}
            pane={codeWidth}
            size={width}
            direction="vertical"
          />
          <Guarded>
            <CodePane />
          </Guarded>
        </section>
        <Guarded>
          <Checks />
        </Guarded>
      </div>
      <PaneNav />
    </main>
  );
}

/** An edit or a closed window may take away what had the focus. */
function useFocusRescue(main: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (main.current === null) return undefined;
    const unwatch = watchFocus(main.current);
    const unsubscribe = useApp.subscribe(({ session, checked }, before) => {
      if (
        checked !== before.checked ||
        session.edits !== before.session.edits ||
        session.dialog !== before.session.dialog
      )
        requestAnimationFrame(rescueFocus);
    });
    return () => {
      unwatch();
      unsubscribe();
    };
  }, [main]);
}
