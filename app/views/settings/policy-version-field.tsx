import type { KeyPolicy, OwnedKey } from "../../../core/index.ts";
import { isDefined, isL1 } from "../../../core/index.ts";
import { editKey } from "../../state/key-edits.ts";
import { settingsText } from "../../text/settings.ts";
import { SegmentsField } from "../fields/segments-field.tsx";
import type { SectionProps } from "./section.tsx";

type Version = "2012-10-17" | NonNullable<KeyPolicy["version"]>;

const { versions } = settingsText;
const usual = "2012-10-17";

/** The version of the policy language; the CDK's `Key` knows one only. */
export function PolicyVersionField({
  keyOfForm: key,
  index,
}: SectionProps<OwnedKey>) {
  const { version, ...rest } = key.policy;
  const isOnlyOne = isDefined(key) && !isL1(key) && version === undefined;
  return (
    <SegmentsField<Version>
      path={["keys", index, "policy", "version"]}
      label={settingsText.version}
      help={isOnlyOne ? settingsText.versionInL2 : settingsText.versionHelp}
      value={version ?? usual}
      disabled={isOnlyOne}
      options={[
        { id: usual, text: versions[usual] },
        { id: "2008-10-17", text: versions["2008-10-17"] },
        { id: "none", text: versions.none },
      ]}
      onChange={(next) =>
        editKey(settingsText.setVersion(key.id), key, {
          policy: next === usual ? rest : { ...rest, version: next },
        })
      }
    />
  );
}
