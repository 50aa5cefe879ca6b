import RadioGroup from "@cloudscape-design/components/radio-group";
import type { CdkMode, CdkSettings } from "../../../core/index.ts";
import {
  cdkModes,
  keysOf,
  modeOf,
  settingsOfMode,
} from "../../../core/index.ts";
import { edit } from "../../state/edit.ts";
import { setView } from "../../state/select.ts";
import { designOf } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { cdkText } from "../../text/cdk.ts";
import { Field } from "../fields/field.tsx";
import { PartHead } from "../key/part-head.tsx";
import { Section } from "../settings/section.tsx";
import "../settings/settings.css";
import { loadable } from "../../ui/loadable.tsx";
import { FlagFields } from "./flag-fields.tsx";
import { ReferencesField } from "./references-field.tsx";

const MoveSection = loadable(() =>
  import("./move-section.tsx").then((m) => m.MoveSection),
);

const modes = keysOf(cdkModes);

/** The settings of the design: which CDK app it becomes, by words and flag by flag. */
export function CdkPane() {
  const { cdk } = useApp(designOf);
  const mode = modeOf(cdk);
  return (
    <>
      <PartHead
        icon="sliders"
        name={cdkText.title}
        facts={[mode === undefined ? cdkText.byFlag : cdkModes[mode].label]}
      />
      <div className="settings">
        <Section title={cdkText.mode} lead={cdkText.lead}>
          <ModeField cdk={cdk} mode={mode} />
        </Section>
        {cdk.line === "v1" && <MoveSection />}
        <Section title={cdkText.flags}>
          {cdk.line === "v2" && <ReferencesField cdk={cdk} />}
          <FlagFields cdk={cdk} />
        </Section>
      </div>
    </>
  );
}

function ModeField({
  cdk,
  mode,
}: {
  readonly cdk: CdkSettings;
  readonly mode: CdkMode | undefined;
}) {
  const readOnly = useApp(({ session }) => session.readOnly);
  return (
    <div className="settings-wide">
      <Field
        path={["cdk", "line"]}
        label={cdkText.startFrom}
        help={
          mode === undefined ? cdkText.byFlagHelp(cdk.line) : cdkText.modeHelp
        }
      >
        <RadioGroup
          value={mode ?? null}
          readOnly={readOnly}
          items={modes.map((id) => ({
            value: id,
            label: cdkModes[id].label,
            description: cdkModes[id].summary.replaceAll("`", ""),
          }))}
          onChange={({ detail }) => {
            const chosen = modes.find((id) => id === detail.value);
            if (chosen !== undefined) chooseMode(chosen);
          }}
        />
      </Field>
    </div>
  );
}

function chooseMode(mode: CdkMode): void {
  edit({
    title: cdkText.setMode(cdkModes[mode].label),
    change: { type: "edit-design", patch: { cdk: settingsOfMode(mode) } },
  });
  setView({ codeLine: null });
}
