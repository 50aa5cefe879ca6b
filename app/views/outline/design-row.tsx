import { cdkModes, modeOf } from "../../../core/index.ts";
import { commands } from "../../commands/registry.ts";
import { designOf, shownOf } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { Icon } from "../../ui/icons.tsx";
import { cdkText } from "../../text/cdk.ts";

/** The settings of the design, with the CDK it is for. */
export function DesignRow() {
  const selected = useApp((state) => shownOf(state) === "cdk");
  const { cdk } = useApp(designOf);
  const mode = modeOf(cdk);
  return (
    <button
      type="button"
      className="outline-row"
      aria-current={selected ? "true" : undefined}
      title={mode === undefined ? cdkText.byFlag : cdkModes[mode].label}
      onClick={commands.designSettings.run}
    >
      <Icon name="sliders" size={15} />
      <span className="outline-name">{commands.designSettings.title}</span>
      <span className="outline-more">{cdkText.line[cdk.line]}</span>
    </button>
  );
}
