import { useEffect, useMemo, useRef, type ComponentType } from "react";
import type {
  Json,
  KeptSection,
  KeptTemplate,
  Path,
} from "../../../core/index.ts";
import {
  keptSections,
  namesIn,
  printPath,
  samePath,
} from "../../../core/index.ts";
import { focusControl } from "../../commands/focus.ts";
import { partsByLogicalId } from "../../state/kept-template.ts";
import { designOf, selectedPath } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { templateText } from "../../text/template.ts";
import {
  AssumedCondition,
  AssumedParameter,
  type AssumedProps,
} from "./assumed-fields.tsx";
import { KeptPart } from "./kept-part.tsx";
import "./kept-template.css";
import type { StackProps } from "./stack-control.ts";

interface Props extends StackProps {
  readonly template: KeptTemplate;
}

/** What the template of a stack holds besides what is in the design, and what is assumed of it. */
export function KeptTemplateList({ template, ...props }: Props) {
  const design = useApp(designOf);
  const parts = useMemo(
    () => partsByLogicalId(design, props.stack.id),
    [design, props.stack.id],
  );
  const sections = useMemo(() => keptSections(template), [template]);
  const plain = sections.filter(({ members }) => members.length === 0);
  const path: Path = ["stacks", props.index, "template"];
  const list = useArrival(path);
  return (
    <div className="kept" ref={list} data-path={printPath(path)}>
      {plain.length > 0 && (
        <ul aria-label={templateText.kept.plain}>
          {plain.map(({ name, json }) => (
            <KeptPart
              key={name}
              path={[...path, "rest", name]}
              name={name}
              json={json}
              {...(typeof json === "string" && { type: json })}
            />
          ))}
        </ul>
      )}
      {sections
        .filter(({ members }) => members.length > 0)
        .map((section) => (
          <SectionOfKept
            key={section.name}
            {...props}
            section={section}
            path={[...path, "rest", section.name]}
            parts={parts}
          />
        ))}
    </div>
  );
}

/** Whoever comes here from the outline finds the list in sight, with the focus in it. */
function useArrival(path: Path) {
  const list = useRef<HTMLDivElement>(null);
  const place = printPath(path);
  const arrived = useApp((state) => {
    const selected = selectedPath(state);
    return (
      state.selection.origin === "list" &&
      selected !== null &&
      samePath(selected, path)
    );
  });
  useEffect(() => {
    if (!arrived) return;
    list.current?.scrollIntoView({ block: "start" });
    focusControl(place);
  }, [arrived, place]);
  return list;
}

/** The sections whose members may be assumed to have a value. */
const assumedFields: Readonly<
  Record<string, ComponentType<AssumedProps> | undefined>
> = { Parameters: AssumedParameter, Conditions: AssumedCondition };

interface SectionOfKeptProps extends StackProps {
  readonly section: KeptSection;
  readonly path: Path;
  readonly parts: ReadonlyMap<string, string>;
}

function SectionOfKept({
  section: { name, members },
  path,
  parts,
  ...props
}: SectionOfKeptProps) {
  const Assumed = assumedFields[name];
  return (
    <div className="kept-section">
      <h4>{templateText.kept.members(name, members.length)}</h4>
      {Assumed && <p className="settings-lead">{templateText.assumed.help}</p>}
      <ul aria-label={name}>
        {members.map((member) => (
          <KeptPart
            key={member.name}
            path={[...path, member.name]}
            {...member}
            refersTo={partsNamedBy(member.json, parts)}
          >
            {Assumed && (
              <Assumed {...props} path={[...path, member.name]} {...member} />
            )}
          </KeptPart>
        ))}
      </ul>
    </div>
  );
}

/** The keys and aliases of the design that a member of the template names. */
function partsNamedBy(
  member: Json,
  parts: ReadonlyMap<string, string>,
): readonly string[] {
  return [...namesIn(member)].flatMap((name) => parts.get(name) ?? []);
}
