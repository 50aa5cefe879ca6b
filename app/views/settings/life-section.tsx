import type { DefinedKey, Path, RemovalPolicy } from "../../../core/index.ts";
import {
  chooseRotation,
  effectiveKey,
  isL1,
  keysOf,
  keySpecs,
  limits,
  overrideOf,
  removalPolicies,
} from "../../../core/index.ts";
import { editKey, editKeyAndSay } from "../../state/key-edits.ts";
import { settingsText } from "../../text/settings.ts";
import { ChoiceField } from "../fields/choice-field.tsx";
import { SegmentsField } from "../fields/segments-field.tsx";
import { TextField } from "../fields/text-field.tsx";
import { ToggleField } from "../fields/toggle-field.tsx";
import { daysControl, EnabledField, WindowField } from "./life-fields.tsx";
import { KeySetting } from "./key-setting.tsx";
import { writtenBy } from "./removal-field.tsx";
import type { SectionProps } from "./section.tsx";

type Props = SectionProps<DefinedKey>;

const rotationPart = {
  kind: "property",
  name: "EnableKeyRotation",
} as const;

/** How the key ages and ends. */
export function LifeSection(props: Props) {
  const { keyOfForm: key, index } = props;
  const removal = key.removalPolicy ?? (isL1(key) ? undefined : "retain");
  return (
    <>
      <KeySetting {...props} name="enableKeyRotation">
        <RotationField {...props} />
      </KeySetting>
      <KeySetting {...props} name="rotationPeriodInDays">
        <PeriodField {...props} />
      </KeySetting>
      <WindowField {...props} />
      <KeySetting {...props} name="removalPolicy" writes={writtenBy(removal)}>
        <RemovalField {...props} />
      </KeySetting>
      <AliasRemovalField keyOfForm={key} index={index} />
      <EnabledField {...props} />
      <KeySetting {...props} name="bypassPolicyLockoutSafetyCheck">
        <BypassField {...props} />
      </KeySetting>
    </>
  );
}

function PeriodField({ keyOfForm: key, index }: Props) {
  const { min, max, default: usual } = limits.rotationPeriodInDays;
  const isOff =
    !effectiveKey(key).enableKeyRotation &&
    overrideOf(key.overrides, rotationPart) === undefined;
  return (
    <TextField
      kind="days"
      control={daysControl(key, {
        path: ["keys", index, "rotationPeriodInDays"],
        label: settingsText.period,
        value: key.rotationPeriodInDays,
        patch: (rotationPeriodInDays) => ({ rotationPeriodInDays }),
      })}
      placeholder={String(usual)}
      help={settingsText.periodHelp(min, max, usual)}
      disabled={isOff && key.rotationPeriodInDays === undefined}
    />
  );
}

function RotationField({ keyOfForm: key, index }: Props) {
  const { enableKeyRotation, keySpec, origin } = effectiveKey(key);
  const { automaticRotation } = keySpecs[keySpec];
  const rotates = automaticRotation.includes(origin);
  const whyNot =
    automaticRotation.length === 0
      ? settingsText.rotationNot(keySpec)
      : settingsText.rotationNotOrigin;
  const path: Path = ["keys", index, "enableKeyRotation"];
  return (
    <ToggleField
      path={path}
      label={settingsText.rotation}
      text={settingsText.rotationToggle}
      checked={enableKeyRotation}
      disabled={!rotates && !enableKeyRotation}
      help={rotates ? undefined : whyNot}
      onChange={(on) =>
        editKeyAndSay(`Turn rotation ${on ? "on" : "off"}`, key, {
          ...chooseRotation(key, on),
          path,
        })
      }
    />
  );
}

type AliasRemoval = RemovalPolicy | "none";

const aliasRemovals: readonly AliasRemoval[] = [
  "none",
  ...keysOf(removalPolicies),
];

function labelOfRemoval(id: AliasRemoval): string {
  return id === "none" ? settingsText.noRemoval : removalPolicies[id].label;
}

/** CloudFormation deletes the aliases of a key that it retains. Source: aws-cdk issue 38217. */
function AliasRemovalField({ keyOfForm: key, index }: Props) {
  const chosen = key.aliasRemovalPolicy ?? "none";
  return (
    <ChoiceField<AliasRemoval>
      path={["keys", index, "aliasRemovalPolicy"]}
      label={settingsText.aliasRemovalPolicy}
      help={settingsText.aliasRemoval[chosen]}
      value={chosen}
      valueLabel={labelOfRemoval(chosen)}
      names={aliasRemovals}
      options={aliasRemovals.map((id) => ({
        value: id,
        label: labelOfRemoval(id),
        description: settingsText.aliasRemoval[id],
      }))}
      onChange={(next) =>
        editKey(`Set removal policy of the aliases of ${key.id}`, key, {
          aliasRemovalPolicy: next === "none" ? null : next,
        })
      }
    />
  );
}

function RemovalField({ keyOfForm: key, index }: Props) {
  const { removalPolicy } = effectiveKey(key);
  return (
    <SegmentsField<RemovalPolicy>
      path={["keys", index, "removalPolicy"]}
      label={settingsText.removal}
      help={removalPolicies[removalPolicy].summary}
      value={removalPolicy}
      options={keysOf(removalPolicies).map((id) => ({
        id,
        text: removalPolicies[id].label,
        title: removalPolicies[id].summary,
      }))}
      onChange={(next) =>
        editKey(`Set removal policy of ${key.id}`, key, {
          removalPolicy: next === "retain" && !isL1(key) ? null : next,
        })
      }
    />
  );
}

function BypassField({ keyOfForm: key, index }: Props) {
  const { bypassPolicyLockoutSafetyCheck } = effectiveKey(key);
  return (
    <ToggleField
      path={["keys", index, "bypassPolicyLockoutSafetyCheck"]}
      label={settingsText.bypass}
      text={settingsText.bypassToggle}
      help={settingsText.bypassHelp}
      checked={bypassPolicyLockoutSafetyCheck}
      onChange={(on) =>
        editKey(`Set the lockout check of ${key.id}`, key, {
          bypassPolicyLockoutSafetyCheck: on ? true : null,
        })
      }
    />
  );
}
