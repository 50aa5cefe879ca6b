import type { BooleanFlag, CdkSettings } from "../../../core/index.ts";
import { booleanFlags, flagsOf, flagsOfLine } from "../../../core/index.ts";
import { setFlag } from "../../state/cdk-edits.ts";
import { cdkText } from "../../text/cdk.ts";
import { ToggleField } from "../fields/toggle-field.tsx";

/** Every feature flag that the line knows. */
export function FlagFields({ cdk }: { readonly cdk: CdkSettings }) {
  const values = flagsOf(cdk);
  return flagsOfLine(cdk.line).map((flag) => (
    <FlagField key={flag} cdk={cdk} flag={flag} on={values[flag]} />
  ));
}

function FlagField({
  cdk,
  flag,
  on,
}: {
  readonly cdk: CdkSettings;
  readonly flag: BooleanFlag;
  readonly on: boolean;
}) {
  const isStart = flagsOf({ line: cdk.line })[flag] === on;
  return (
    <ToggleField
      path={["cdk", "flags", flag]}
      label={flag}
      text={booleanFlags[flag].summary}
      help={isStart ? undefined : cdkText.changed(cdk.line)}
      checked={on}
      onChange={(next) => setFlag(cdk, flag, next)}
    />
  );
}
