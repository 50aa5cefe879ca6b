import type { ComponentProps } from "react";
import type { OwnedKey } from "../../../core/index.ts";
import type { SectionProps } from "./section.tsx";
import { Setting } from "./setting.tsx";

/** The control of a setting of a key or a replica, or what the template says in its place. */
export function KeySetting({
  keyOfForm,
  index,
  ...setting
}: SectionProps<OwnedKey> & Omit<ComponentProps<typeof Setting>, "resource">) {
  return (
    <Setting {...setting} resource={{ list: "keys", part: keyOfForm, index }} />
  );
}
