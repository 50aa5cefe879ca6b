import { emptyDesign, newKey } from "../../../core/index.ts";
import { chooseFile } from "../../commands/files.ts";
import { commands } from "../../commands/registry.ts";
import { openNew } from "../../state/storage/open.ts";
import { openTextText } from "../../text/open-text.ts";
import { startText } from "../../text/start.ts";
import { Button, type ButtonProps } from "../../ui/button.tsx";
import { CodeToKeyArt, KeysArt, StepsArt } from "./art.tsx";
import { openFirstDemo } from "./open-sample.ts";
import { Recents } from "./recents.tsx";
import "./start-page.css";

/** The first thing a person sees: three doors, and what this browser keeps. */
export function StartPage() {
  const { doors } = startText;
  return (
    <main className="start">
      <h1>{startText.title}</h1>
      <p className="start-lead">{startText.lead}</p>
      <div className="doors">
        <Door
          {...doors.template}
          art={<KeysArt />}
          variant="primary"
          onClick={commands.templates.run}
        />
        <Door {...doors.file} art={<CodeToKeyArt />} onClick={chooseFile} />
        <Door
          {...doors.demo}
          art={<StepsArt />}
          onClick={() => void openFirstDemo()}
        />
      </div>
      <p className="start-blank">
        <Button variant="link" icon="plus" onClick={startBlank}>
          {startText.blank}
        </Button>
        <Button variant="link" icon="plus" onClick={commands.openText.run}>
          {openTextText.paste}
        </Button>
      </p>
      <Recents />
      <footer>{startText.footer}</footer>
    </main>
  );
}

function Door({
  title,
  text,
  button,
  art,
  ...action
}: {
  readonly title: string;
  readonly text: string;
  readonly button: string;
  readonly art: React.ReactNode;
} & Pick<ButtonProps, "onClick" | "variant">) {
  return (
    <section className="door">
      <div className="door-art">{art}</div>
      <h2>{title}</h2>
      <p>{text}</p>
      <Button {...action}>{button}</Button>
    </section>
  );
}

function startBlank(): void {
  const design = emptyDesign(startText.blankName);
  openNew({ ...design, keys: [newKey(design)] });
}
