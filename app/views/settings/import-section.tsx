import { useMemo } from "react";
import type { DefinedKey } from "../../../core/index.ts";
import { adoptionOf } from "../../lazy/updates.ts";
import { copyText } from "../../commands/code.ts";
import { editKey } from "../../state/key-edits.ts";
import { designOf } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { adoptText } from "../../text/adopt.ts";
import { Button } from "../../ui/button.tsx";
import { Section, type SectionProps } from "./section.tsx";

/** How the first deployment imports a key that exists. */
export function ImportSection({ keyOfForm: key }: SectionProps<DefinedKey>) {
  const design = useApp(designOf);
  const readOnly = useApp(({ session }) => session.readOnly);
  const adoption = useMemo(
    () => adoptionOf(design, key.stack),
    [design, key.stack],
  );
  if (adoption === undefined) return null;
  return (
    <Section
      title={adoptText.steps}
      lead={adoptText.stepsLead(key.existing ?? "")}
    >
      <div className="settings-wide">
        <File
          title={adoptText.cloudFormation}
          help={adoptText.cloudFormationHelp}
          text={adoption.resourcesToImport}
        />
        <File
          title={adoptText.cdk}
          help={adoptText.cdkHelp(key.stack)}
          text={adoption.resourceMapping}
        />
        <File
          title={adoptText.terraform}
          help={adoptText.terraformHelp}
          text={adoption.terraform}
        />
        <Button
          disabled={readOnly}
          onClick={() =>
            editKey(adoptText.doneTitle(key.id), key, { existing: null })
          }
        >
          {adoptText.done}
        </Button>
        <p className="found-help">{adoptText.doneHelp}</p>
      </div>
    </Section>
  );
}

function File({
  title,
  help,
  text,
}: {
  readonly title: string;
  readonly help: string;
  readonly text: string;
}) {
  return (
    <section className="import-file" aria-label={title}>
      <h4>{title}</h4>
      <p className="found-help">{help}</p>
      <pre>{text}</pre>
      <Button icon="copy" onClick={() => void copyText(text)}>
        {adoptText.copy(title)}
      </Button>
    </section>
  );
}
