import type { Key } from "../../core/index.ts";
import type { IconName } from "../ui/icons.tsx";

/** What a kind of key is called and how it is shown. */
interface KeyKindText {
  readonly label: string;
  /** In the outline behind the name; nothing for the usual kind. */
  readonly short?: string;
  readonly icon: IconName;
}

/** The kinds of keys in words. */
export const keyKinds: Readonly<Record<Key["kind"], KeyKindText>> = {
  defined: { label: "Key", icon: "key" },
  replica: { label: "Replica key", short: "replica", icon: "replica" },
  imported: { label: "Imported key", short: "imported", icon: "imported" },
  "imported-alias": {
    label: "Imported alias",
    short: "imported alias",
    icon: "imported",
  },
  "looked-up": { label: "Looked-up key", short: "looked up", icon: "search" },
};
