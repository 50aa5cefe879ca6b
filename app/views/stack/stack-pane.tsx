import { designOf } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { stackText } from "../../text/stack.ts";
import { templateText } from "../../text/template.ts";
import { PartHead } from "../key/part-head.tsx";
import { PartProblems } from "../settings/part-problems.tsx";
import { Section } from "../settings/section.tsx";
import "../settings/settings.css";
import { DeploymentFields } from "./deployment-fields.tsx";
import { EnvironmentFields } from "./environment-fields.tsx";
import { KeptTemplateList } from "./kept-template.tsx";
import { NameFields } from "./name-fields.tsx";
import { OutputList } from "./output-list.tsx";
import { ParameterList } from "./parameter-list.tsx";
import type { StackProps } from "./stack-control.ts";

/** The settings of a stack. */
export function StackPane({ stack, index }: StackProps) {
  const { sections } = stackText;
  const keys = useApp(
    (state) =>
      designOf(state).keys.filter((key) => key.stack === stack.id).length,
  );
  const facts = [
    stackText.facts.keys(keys),
    ...(stack.account === undefined ? [] : [stack.account]),
    ...(stack.region === undefined ? [] : [stack.region]),
    ...(stack.terminationProtection === true
      ? [stackText.facts.protected]
      : []),
  ];
  return (
    <>
      <PartHead icon="stack" name={stack.id} facts={facts} />
      <div className="settings" key={index}>
        <PartProblems path={["stacks", index]} />
        <Section title={sections.stack}>
          <EnvironmentFields stack={stack} index={index} />
          <NameFields stack={stack} index={index} />
        </Section>
        <Section title={sections.deployment}>
          <DeploymentFields stack={stack} index={index} />
        </Section>
        <Section
          title={sections.parameters}
          lead={stackText.parameterLead("${NAME}")}
        >
          <ParameterList stack={stack} index={index} />
        </Section>
        <Section title={sections.outputs}>
          <OutputList stack={stack} index={index} />
        </Section>
        {stack.template && (
          <Section
            title={templateText.kept.section}
            lead={templateText.kept.lead}
          >
            <KeptTemplateList
              stack={stack}
              index={index}
              template={stack.template}
            />
          </Section>
        )}
      </div>
    </>
  );
}
