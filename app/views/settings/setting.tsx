import type { ReactNode } from "react";
import type { ResourcePart } from "../../../core/index.ts";
import { overrideOf, printPath } from "../../../core/index.ts";
import { focusControl } from "../../commands/focus.ts";
import {
  dropOverrides,
  placeIn,
  type Resource,
} from "../../state/override-edits.ts";
import { useValueWords } from "../../state/use-value-words.ts";
import { templateText } from "../../text/template.ts";
import {
  settingRows,
  type SettingName,
  type SettingRow,
} from "./resource-parts.ts";
import { TemplateValue, type TemplateLine } from "./template-value.tsx";

/** What a setting writes into those of its parts that the template does not say. */
export type Written = Readonly<Record<string, string>>;

const nothing: Written = {};

/** The control of a setting, or what the template says in its place. */
export function Setting({
  resource,
  name,
  writes = nothing,
  children,
}: {
  readonly resource: Resource;
  readonly name: SettingName;
  readonly writes?: Written;
  readonly children: ReactNode;
}) {
  const say = useValueWords();
  const row: SettingRow = settingRows[name];
  const { label, parts, fixed = false } = row;
  const said = parts.filter((part) => isSaid(resource, part));
  if (said.length === 0) return children;
  const path = placeIn(resource, name);
  return (
    <TemplateValue
      resource={resource}
      path={path}
      label={label}
      lines={linesOf(resource, parts, { writes, say })}
      parts={said}
      fixed={fixed}
      drop={{
        text: templateText.settingInstead,
        onClick: () => {
          dropOverrides(
            templateText.takeSetting(label, resource.part.id),
            resource,
            said,
          );
          // The button is gone then; the field in its place goes on.
          requestAnimationFrame(() => focusControl(printPath(path)));
        },
      }}
    />
  );
}

function isSaid({ part: { overrides } }: Resource, part: ResourcePart) {
  return overrideOf(overrides, part) !== undefined;
}

interface Words {
  readonly writes: Written;
  readonly say: ReturnType<typeof useValueWords>;
}

/** Of several parts each is named, and those that the template leaves to the setting are shown too. */
function linesOf(
  { part: { overrides } }: Resource,
  parts: readonly ResourcePart[],
  { writes, say }: Words,
): readonly TemplateLine[] {
  return parts.flatMap((part) => {
    const over = overrideOf(overrides, part);
    const value = over === undefined ? writes[part.name] : over;
    if (value === undefined) return [];
    return say(value).map((text) =>
      parts.length > 1 ? { name: part.name, text } : { text },
    );
  });
}
