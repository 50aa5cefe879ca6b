import Select from "@cloudscape-design/components/select";
import type { Json, ResourcePart } from "../../../core/index.ts";
import { isJsonList, overrideOf } from "../../../core/index.ts";
import { namesInTemplate } from "../../state/kept-template.ts";
import {
  dropOverrides,
  override,
  placeIn,
  type Resource,
} from "../../state/override-edits.ts";
import { designOf } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { useValueWords } from "../../state/use-value-words.ts";
import { templateText } from "../../text/template.ts";
import { Token } from "../../ui/token.tsx";
import { ChoiceField } from "../fields/choice-field.tsx";
import { Field } from "../fields/field.tsx";
import { otherParts } from "./resource-parts.ts";
import { Section } from "./section.tsx";
import { TemplateValue } from "./template-value.tsx";

const condition: ResourcePart = { kind: "attribute", name: "Condition" };
const dependsOn: ResourcePart = { kind: "attribute", name: "DependsOn" };

interface Props {
  readonly resource: Resource;
}

/** What a resource has in its template besides what the settings say. */
export function TemplateSection({ resource }: Props) {
  const design = useApp(designOf);
  const { overrides, stack, id, logicalId = id } = resource.part;
  const conditions = namesInTemplate(design, stack, "Conditions");
  const resources = namesInTemplate(design, stack, "Resources").filter(
    (name) => name !== logicalId,
  );
  const chosen = overrideOf(overrides, condition);
  const before = namesOf(overrideOf(overrides, dependsOn));
  const hasCondition =
    conditions.length > 0 ? isName(chosen) : typeof chosen === "string";
  const hasBefore =
    before !== undefined && resources.length + before.length > 0;
  const own = [
    ...(hasCondition ? [condition] : []),
    ...(hasBefore ? [dependsOn] : []),
  ];
  const others = otherParts(resource).filter(
    ({ kind, name }) =>
      kind === "property" || !own.some((part) => part.name === name),
  );
  if (own.length + others.length === 0) return null;
  return (
    <Section title={templateText.section} lead={templateText.lead}>
      {hasCondition && (
        <ConditionField resource={resource} names={conditions} />
      )}
      {hasBefore && (
        <DependsOnField resource={resource} names={resources} before={before} />
      )}
      {others.map((part) => (
        <OtherPart
          key={`${part.kind} ${part.name}`}
          resource={resource}
          part={part}
        />
      ))}
    </Section>
  );
}

/** A name, or none. */
function isName(value: Json | undefined): boolean {
  return value === undefined || typeof value === "string";
}

/** The names that `DependsOn` has; undefined where it is something else. */
function namesOf(value: Json | undefined): readonly string[] | undefined {
  if (value === undefined) return [];
  const members = isJsonList(value) ? value : [value];
  const names = members.filter((member) => typeof member === "string");
  return names.length === members.length ? names : undefined;
}

const always = "";

function ConditionField({
  resource,
  names,
}: Props & { readonly names: readonly string[] }) {
  const value = overrideOf(resource.part.overrides, condition);
  const chosen = typeof value === "string" ? value : always;
  const all = [...new Set([always, ...names, chosen])];
  const labelOf = (name: string) =>
    name === always ? templateText.always : name;
  return (
    <ChoiceField<string>
      path={placeIn(resource, "overrides", condition.name)}
      label={templateText.condition}
      help={
        chosen === always ? templateText.alwaysHelp : templateText.conditionHelp
      }
      value={chosen}
      valueLabel={labelOf(chosen)}
      names={all}
      options={all.map((name) => ({ value: name, label: labelOf(name) }))}
      onChange={(name) =>
        name === always
          ? drop(resource, condition)
          : override(resource, condition, name)
      }
    />
  );
}

function DependsOnField({
  resource,
  names,
  before,
}: Props & {
  readonly names: readonly string[];
  readonly before: readonly string[];
}) {
  const readOnly = useApp(({ session }) => session.readOnly);
  const free = names.filter((name) => !before.includes(name));
  const set = (next: readonly string[]) => {
    const [first] = next;
    if (first === undefined) drop(resource, dependsOn);
    else override(resource, dependsOn, next.length === 1 ? first : next);
  };
  return (
    <Field
      path={placeIn(resource, "overrides", dependsOn.name)}
      label={templateText.dependsOn}
      help={templateText.dependsOnHelp}
    >
      <Select
        selectedOption={null}
        placeholder={templateText.chooseResource}
        filteringType={free.length > 12 ? "auto" : "none"}
        disabled={readOnly || free.length === 0}
        expandToViewport
        options={free.map((name) => ({ value: name, label: name }))}
        onChange={({ detail: { selectedOption } }) =>
          set([
            ...before,
            ...free.filter((name) => name === selectedOption.value),
          ])
        }
      />
      <ul className="tokens" aria-label={templateText.dependsOn}>
        {before.map((name) => (
          <Token
            key={name}
            name={name}
            disabled={readOnly}
            onRemove={() => set(before.filter((other) => other !== name))}
          >
            {name}
          </Token>
        ))}
      </ul>
    </Field>
  );
}

/** A part of the resource that has no control of its own. */
function OtherPart({
  resource,
  part,
}: Props & { readonly part: ResourcePart }) {
  const value = overrideOf(resource.part.overrides, part) ?? null;
  const say = useValueWords();
  return (
    <TemplateValue
      resource={resource}
      path={placeIn(resource, "overrides", part.name)}
      label={part.name}
      lines={say(value).map((text) => ({ text }))}
      parts={[part]}
      drop={{
        text: templateText.remove(part.name),
        onClick: () => drop(resource, part),
      }}
    />
  );
}

function drop(resource: Resource, part: ResourcePart): void {
  dropOverrides(templateText.removed(part.name, resource.part.id), resource, [
    part,
  ]);
}
