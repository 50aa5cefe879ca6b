import type {
  DesignChange,
  Key,
  KeyPatch,
  Path,
  RemovalPolicy,
  Result,
} from "../../../core/index.ts";
import {
  chooseRotation,
  effectiveKey,
  failed,
  keysOf,
  keySpecs,
  limits,
  ok,
  removalPolicies,
} from "../../../core/index.ts";
import { draftId } from "../../state/draft-id.ts";
import type { TextControl } from "../../state/drafts.ts";
import { editKey, editKeyAndSay, keyChange } from "../../state/key-edits.ts";
import { settingsText } from "../../text/settings.ts";
import { SegmentsField } from "../fields/segments-field.tsx";
import { TextField } from "../fields/text-field.tsx";
import { ToggleField } from "../fields/toggle-field.tsx";
import type { SectionProps } from "./settings.tsx";

/** How the key ages and ends. */
export function LifeSection(props: SectionProps) {
  const { keyOfForm: key, index } = props;
  const { pendingWindowInDays: window, rotationPeriodInDays: period } = limits;
  return (
    <>
      <RotationField {...props} />
      <TextField
        kind="days"
        control={daysControl(key, {
          path: ["keys", index, "rotationPeriodInDays"],
          label: settingsText.period,
          value: key.rotationPeriodInDays,
          patch: (rotationPeriodInDays) => ({ rotationPeriodInDays }),
        })}
        placeholder={String(period.default)}
        help={settingsText.periodHelp(period.min, period.max, period.default)}
        disabled={
          !effectiveKey(key).enableKeyRotation &&
          key.rotationPeriodInDays === undefined
        }
      />
      <TextField
        kind="days"
        control={daysControl(key, {
          path: ["keys", index, "pendingWindowInDays"],
          label: settingsText.window,
          value: key.pendingWindowInDays,
          patch: (pendingWindowInDays) => ({ pendingWindowInDays }),
        })}
        placeholder={String(window.default)}
        help={settingsText.windowHelp(window.min, window.max, window.default)}
      />
      <RemovalField {...props} />
      <SafetyFields {...props} />
    </>
  );
}

function RotationField({ keyOfForm: key, index }: SectionProps) {
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

function RemovalField({ keyOfForm: key, index }: SectionProps) {
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
          removalPolicy: next === "retain" ? null : next,
        })
      }
    />
  );
}

function SafetyFields({ keyOfForm: key, index }: SectionProps) {
  const { enabled, bypassPolicyLockoutSafetyCheck } = effectiveKey(key);
  return (
    <>
      <ToggleField
        path={["keys", index, "enabled"]}
        label={settingsText.enabled}
        text={settingsText.enabledToggle}
        help={settingsText.enabledHelp}
        checked={enabled}
        onChange={(on) =>
          editKey(`${on ? "Enable" : "Disable"} ${key.id}`, key, {
            enabled: on ? null : false,
          })
        }
      />
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
    </>
  );
}

function daysControl(
  key: Key,
  {
    path,
    label,
    value,
    patch,
  }: {
    readonly path: Path;
    readonly label: string;
    readonly value: number | undefined;
    readonly patch: (days: number | null) => KeyPatch;
  },
): TextControl {
  return {
    id: draftId(key.id, label),
    path,
    label,
    value: value === undefined ? "" : String(value),
    title: `Set ${label.toLowerCase()} of ${key.id}`,
    read: (text) => readDays(text, (days) => keyChange(key, patch(days))),
  };
}

function readDays(
  text: string,
  change: (days: number | null) => DesignChange,
): Result<DesignChange> {
  if (text.trim() === "") return ok(change(null));
  if (/^\s*-?\d+\s*$/.test(text)) return ok(change(Number(text)));
  return failed({
    code: "app/not-a-number",
    severity: "error",
    path: [],
    message: settingsText.wholeNumber,
    help: settingsText.wholeNumberHelp,
  });
}
