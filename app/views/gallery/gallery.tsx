import { keysOf, type Sample, type SampleName } from "../../../core/index.ts";
import { samples } from "../../lazy/samples.ts";
import { setSession } from "../../state/store.ts";
import { startText } from "../../text/start.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { openSample } from "../start/open-sample.ts";
import "./gallery.css";

/** Every sample as a card to start from. */
export function Gallery() {
  return (
    <Dialog title={startText.gallery} onClose={close} size="wide">
      <div className="gallery">
        <Cards
          title={startText.templates}
          lead={startText.templatesLead}
          kind="template"
        />
        <Cards title={startText.demos} lead={startText.demosLead} kind="demo" />
      </div>
    </Dialog>
  );
}

function Cards({
  title,
  lead,
  kind,
}: {
  readonly title: string;
  readonly lead: string;
  readonly kind: Sample["kind"];
}) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <p className="gallery-lead">{lead}</p>
      <ul className="cards">
        {keysOf(samples)
          .filter((name) => samples[name].kind === kind)
          .map((name) => (
            <Card key={name} name={name} />
          ))}
      </ul>
    </section>
  );
}

function Card({ name }: { readonly name: SampleName }) {
  const sample: Sample = samples[name];
  const summary = `sample-${name}`;
  return (
    <li className="card">
      <button
        type="button"
        aria-describedby={summary}
        onClick={() => {
          close();
          openSample(name, sample);
        }}
      >
        {sample.title}
      </button>
      <p id={summary}>{sample.summary}</p>
      {sample.end !== undefined && (
        <p className="card-end">Ends when: {sample.end}</p>
      )}
    </li>
  );
}

function close(): void {
  setSession({ dialog: null });
}
