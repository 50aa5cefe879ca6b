import type { DefinedKey } from "../../../core/index.ts";
import { effectiveKey } from "../../../core/index.ts";
import { editKey } from "../../state/key-edits.ts";
import { settingsText } from "../../text/settings.ts";
import { SegmentsField } from "../fields/segments-field.tsx";
import type { SectionProps } from "./section.tsx";

const { constructs } = settingsText;

/** Which construct of the CDK writes the key; what happens to the key stays as it was. */
export function ConstructField({
  keyOfForm: key,
  index,
}: SectionProps<DefinedKey>) {
  const chosen = key.construct ?? "Key";
  return (
    <SegmentsField<keyof typeof constructs>
      path={["keys", index, "construct"]}
      label={settingsText.construct}
      help={constructs[chosen].help}
      value={chosen}
      options={[
        { id: "Key", text: constructs.Key.label },
        { id: "CfnKey", text: constructs.CfnKey.label },
      ]}
      onChange={(next) => {
        const { removalPolicy } = effectiveKey(key);
        editKey(settingsText.setConstruct(key.id, next), key, {
          construct: next === "Key" ? null : next,
          removalPolicy:
            next === "Key" && removalPolicy === "retain" ? null : removalPolicy,
          ...(next === "CfnKey" && { trustAccountIdentities: null }),
        });
      }}
    />
  );
}
