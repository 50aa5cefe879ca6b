import type { Sample } from "../../../core/index.ts";
import { samples } from "../../lazy/samples.ts";
import { designOf } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { startText } from "../../text/start.ts";
import { Button } from "../../ui/button.tsx";
import { classNames } from "../../ui/class-names.ts";
import { Icon } from "../../ui/icons.tsx";
import "./demo-steps.css";

/** The steps of a demo; each is ticked off when the design shows that it is done. */
export function DemoSteps({ id }: { readonly id: string }) {
  const design = useApp(designOf);
  const demo = new Map<string, Sample>(Object.entries(samples)).get(id);
  if (demo === undefined) return null;
  const { steps } = demo;
  const done = steps.map((step) => step.isDone(design));
  const finished = done.every(Boolean);
  const current = done.indexOf(false);
  return (
    <section className="demo" aria-label={startText.steps}>
      <div className="demo-head">
        <h2>{demo.title}</h2>
        <span>
          {done.filter(Boolean).length} of {steps.length}
        </span>
        <span className="grow" />
        <Button variant="icon" icon="close" onClick={closeSteps}>
          {startText.closeSteps}
        </Button>
      </div>
      <ol>
        {steps.map((step, index) => (
          <li
            key={step.text}
            className={classNames(
              done[index] && "demo-done",
              index === current && "demo-current",
            )}
            aria-current={index === current ? "step" : undefined}
          >
            <span className="demo-tick">
              {done[index] ? <Icon name="tick" size={12} /> : index + 1}
            </span>
            {step.text}
            {done[index] && (
              <span className="visually-hidden">, {startText.done}</span>
            )}
          </li>
        ))}
      </ol>
      <p role="status" className="demo-end">
        {finished && (
          <>
            <b>{startText.finished}.</b> {demo.end}
          </>
        )}
      </p>
    </section>
  );
}

function closeSteps(): void {
  useApp.setState(({ document }) => ({
    document: document && { ...document, demo: null },
  }));
}
