import { useState, type CSSProperties } from "react";
import { designOf } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { CodePane } from "../code/code-pane.tsx";
import { KeyPane } from "../key/key-pane.tsx";
import { Outline } from "../outline/outline.tsx";
import { Checks } from "../problems/checks.tsx";
import { DemoSteps } from "../start/lazy-demo-steps.tsx";
import { keysText } from "../../text/keys.ts";
import { useFocus } from "../../ui/use-focus.ts";
import { Guarded } from "./failure.tsx";
import { PaneNav } from "./pane-nav.tsx";
import { Splitter, useCodeWidth } from "./splitter.tsx";
import "./workspace.css";

/** The outline, the key, its code, and below them what is wrong. */
export function Workspace() {
  const pane = useApp(({ view }) => view.pane);
  const demo = useApp(({ document }) => document?.demo ?? null);
  const name = useApp((state) => designOf(state).name);
  const width = useCodeWidth();
  const [focusLost] = useState(() => document.activeElement === document.body);
  const main = useFocus<HTMLElement>(focusLost);
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
        <section
          className="centre"
          aria-label={keysText.selected}
          data-region="centre"
        >
          <Guarded>
            {demo !== null && <DemoSteps id={demo} />}
            <KeyPane />
          </Guarded>
        </section>
        <section className="code" aria-label="Code" data-region="code">
          <Splitter width={width} />
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
