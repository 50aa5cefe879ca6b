import type { SelectProps } from "@cloudscape-design/components/select";
import type {
  DefinedKey,
  KeySpec,
  KeyUsage,
  Origin,
  Path,
} from "../../../core/index.ts";
import {
  chooseKeySpec,
  chooseKeyUsage,
  chooseOrigin,
  effectiveKey,
  keySpecNames,
  keySpecs,
  keyUsageNames,
  keyUsages,
  originNames,
  origins,
} from "../../../core/index.ts";
import { editKey, editKeyAndSay } from "../../state/key-edits.ts";
import { settingsText } from "../../text/settings.ts";
import { ChoiceField } from "../fields/choice-field.tsx";
import { SegmentsField } from "../fields/segments-field.tsx";
import { KeySetting } from "./key-setting.tsx";
import type { SectionProps } from "./section.tsx";
import { specOptions } from "./spec-options.ts";

/** What the key is: all of it is fixed once the key exists. */
export function KeySection({
  keyOfForm: key,
  index,
}: SectionProps<DefinedKey>) {
  const { keySpec, keyUsage, origin } = effectiveKey(key);
  const at = (property: string): Path => ["keys", index, property];
  return (
    <>
      <KeySetting keyOfForm={key} index={index} name="keySpec">
        <ChoiceField<KeySpec>
          path={at("keySpec")}
          label={settingsText.keySpec}
          fixed
          filter
          help={specHelp(keySpec)}
          value={keySpec}
          valueLabel={keySpec}
          names={keySpecNames}
          options={specOptions}
          onChange={(spec) =>
            editKeyAndSay(`Set key spec of ${key.id}`, key, {
              ...chooseKeySpec(key, spec),
              path: at("keySpec"),
            })
          }
        />
      </KeySetting>
      <KeySetting keyOfForm={key} index={index} name="keyUsage">
        <ChoiceField<KeyUsage>
          path={at("keyUsage")}
          label={settingsText.keyUsage}
          fixed
          help={keyUsages[keyUsage].summary}
          value={keyUsage}
          valueLabel={keyUsage}
          names={keyUsageNames}
          options={usageOptions(keySpec)}
          onChange={(usage) =>
            editKeyAndSay(`Set key usage of ${key.id}`, key, {
              ...chooseKeyUsage(key, usage),
              path: at("keyUsage"),
            })
          }
        />
      </KeySetting>
      <KeySetting keyOfForm={key} index={index} name="origin">
        <ChoiceField<Origin>
          path={at("origin")}
          label={settingsText.origin}
          fixed
          help={origins[origin].summary}
          value={origin}
          valueLabel={origins[origin].label}
          names={originNames}
          options={originOptions(keySpec)}
          onChange={(next) =>
            editKeyAndSay(`Set origin of ${key.id}`, key, {
              ...chooseOrigin(key, next),
              path: at("origin"),
            })
          }
        />
      </KeySetting>
      <KeySetting keyOfForm={key} index={index} name="multiRegion">
        <RegionsField keyOfForm={key} index={index} />
      </KeySetting>
    </>
  );
}

function RegionsField({ keyOfForm: key, index }: SectionProps<DefinedKey>) {
  const { multiRegion } = effectiveKey(key);
  return (
    <SegmentsField<"single" | "multi">
      path={["keys", index, "multiRegion"]}
      label={settingsText.regions}
      fixed
      help={multiRegion ? settingsText.multiHelp : settingsText.singleHelp}
      value={multiRegion ? "multi" : "single"}
      options={[
        { id: "single", text: settingsText.single },
        { id: "multi", text: settingsText.multi },
      ]}
      onChange={(choice) =>
        editKey(`Set Regions of ${key.id}`, key, {
          multiRegion: choice === "multi" ? true : null,
        })
      }
    />
  );
}

function specHelp(spec: KeySpec): string {
  const { summary, note, cloudFormation } = keySpecs[spec];
  return [
    summary,
    ...(note === undefined ? [] : [note]),
    ...(cloudFormation ? [] : [settingsText.keySpecBlocked]),
  ].join(" ");
}

function usageOptions(spec: KeySpec): SelectProps.Options {
  return keyUsageNames.map((usage) => {
    const fits = keySpecs[spec].usages.includes(usage);
    return {
      value: usage,
      label: usage,
      description: keyUsages[usage].summary,
      disabled: !fits,
      ...(!fits && { labelTag: settingsText.usageNot(spec) }),
    };
  });
}

function originOptions(spec: KeySpec): SelectProps.Options {
  return originNames.map((origin) => {
    const row = origins[origin];
    const reason = row.cloudFormation
      ? settingsText.originNot(spec)
      : settingsText.originBlocked;
    const fits = row.cloudFormation && keySpecs[spec].origins.includes(origin);
    return {
      value: origin,
      label: row.label,
      description: fits ? row.summary : `${row.summary} ${reason}.`,
      disabled: !fits,
    };
  });
}
