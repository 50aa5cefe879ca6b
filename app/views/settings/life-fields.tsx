import type {
  DesignChange,
  KeyPatch,
  OwnedKey,
  Path,
  Result,
} from "../../../core/index.ts";
import { failed, limits, ok } from "../../../core/index.ts";
import { draftId } from "../../state/draft-id.ts";
import type { TextControl } from "../../state/drafts.ts";
import { editKey, keyChange } from "../../state/key-edits.ts";
import { settingsText } from "../../text/settings.ts";
import { TextField } from "../fields/text-field.tsx";
import { ToggleField } from "../fields/toggle-field.tsx";
import { KeySetting } from "./key-setting.tsx";
import type { SectionProps } from "./section.tsx";

/** How long an order to delete the key can be taken back. */
export function WindowField(props: SectionProps<OwnedKey>) {
  const { keyOfForm: key, index } = props;
  const { min, max, default: usual } = limits.pendingWindowInDays;
  return (
    <KeySetting {...props} name="pendingWindowInDays">
      <TextField
        kind="days"
        control={daysControl(key, {
          path: ["keys", index, "pendingWindowInDays"],
          label: settingsText.window,
          value: key.pendingWindowInDays,
          patch: (pendingWindowInDays) => ({ pendingWindowInDays }),
        })}
        placeholder={String(usual)}
        help={settingsText.windowHelp(min, max, usual)}
      />
    </KeySetting>
  );
}

/** The key can be used, or not. */
export function EnabledField(props: SectionProps<OwnedKey>) {
  const { keyOfForm: key, index } = props;
  return (
    <KeySetting {...props} name="enabled">
      <ToggleField
        path={["keys", index, "enabled"]}
        label={settingsText.enabled}
        text={settingsText.enabledToggle}
        help={settingsText.enabledHelp}
        checked={key.enabled ?? true}
        onChange={(on) =>
          editKey(`${on ? "Enable" : "Disable"} ${key.id}`, key, {
            enabled: on ? null : false,
          })
        }
      />
    </KeySetting>
  );
}

/** A field for a number of days, empty for the default. */
export function daysControl(
  key: OwnedKey,
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
