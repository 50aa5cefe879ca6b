import { useMemo } from "react";
import {
  exportDesign,
  isJsonObject,
  isOwned,
  partitionOf,
} from "../../../core/index.ts";
import type { Design, Key } from "../../../core/index.ts";
import { storedPolicy } from "../../lazy/updates.ts";
import { designOf, keyOf } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { compareText } from "../../text/compare.ts";

/** The policy of the selected key as AWS gives it back. */
export function StoredPolicy() {
  const design = useApp(designOf);
  const key = useApp(keyOf);
  const text = useMemo(
    () => (key === undefined ? undefined : storedText(design, key)),
    [design, key],
  );
  if (key === undefined || text === undefined) return null;
  return (
    <details className="stored-policy">
      <summary>{compareText.stored(key.id)}</summary>
      <p>{compareText.storedHelp}</p>
      <pre>{text}</pre>
    </details>
  );
}

function storedText(design: Design, key: Key): string | undefined {
  if (!isOwned(key)) return undefined;
  const exported = exportDesign(design, "key-policy", { key: key.id });
  if (!exported.ok) return undefined;
  const document: unknown = JSON.parse(exported.value.text);
  const region = design.stacks.find(({ id }) => id === key.stack)?.region;
  return isJsonObject(document)
    ? JSON.stringify(
        storedPolicy(document, partitionOf(region ?? "us-east-1")),
        null,
        2,
      )
    : undefined;
}
