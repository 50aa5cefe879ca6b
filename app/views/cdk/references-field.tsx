import type { CdkSettings, ReferenceStrength } from "../../../core/index.ts";
import {
  flagsOf,
  keysOf,
  referenceFlag,
  referenceStrengths,
} from "../../../core/index.ts";
import { setReferences } from "../../state/cdk-edits.ts";
import { cdkText } from "../../text/cdk.ts";
import { SegmentsField } from "../fields/segments-field.tsx";

/** How a stack refers to what another one has. */
export function ReferencesField({ cdk }: { readonly cdk: CdkSettings }) {
  const strength = flagsOf(cdk)[referenceFlag];
  return (
    <SegmentsField<ReferenceStrength>
      path={["cdk", "flags", referenceFlag]}
      label={cdkText.references}
      help={referenceStrengths[strength].summary}
      value={strength}
      options={keysOf(referenceStrengths).map((id) => ({
        id,
        text: cdkText.strengths[id],
        title: referenceStrengths[id].summary,
      }))}
      onChange={(next) => setReferences(cdk, next)}
    />
  );
}
