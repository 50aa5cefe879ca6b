import type { Path, RemovalPolicy } from "../../../core/index.ts";
import { keysOf, removalPolicies } from "../../../core/index.ts";
import { settingsText } from "../../text/settings.ts";
import type { Written } from "./setting.tsx";
import { SegmentsField } from "../fields/segments-field.tsx";

type Choice = RemovalPolicy | "none";

const choices: readonly Choice[] = ["none", ...keysOf(removalPolicies)];

/** What a removal policy writes into a resource. */
export function writtenBy(policy: RemovalPolicy | undefined): Written {
  if (policy === undefined) return {};
  const { deletionPolicy, updateReplacePolicy } = removalPolicies[policy];
  return {
    DeletionPolicy: deletionPolicy,
    UpdateReplacePolicy: updateReplacePolicy,
  };
}

/** The removal policy of what CloudFormation deletes where it has none. */
export function RemovalField({
  path,
  value,
  texts,
  onChange,
}: {
  readonly path: Path;
  readonly value: RemovalPolicy | undefined;
  /** What each does with this kind of resource. */
  readonly texts: Readonly<Record<Choice, string>>;
  readonly onChange: (value: RemovalPolicy | null) => void;
}) {
  const chosen = value ?? "none";
  return (
    <SegmentsField<Choice>
      path={path}
      label={settingsText.removal}
      help={texts[chosen]}
      value={chosen}
      options={choices.map((id) => ({
        id,
        text:
          id === "none" ? settingsText.noRemoval : removalPolicies[id].label,
        title: texts[id],
      }))}
      onChange={(next) => onChange(next === "none" ? null : next)}
    />
  );
}
