import { useMemo } from "react";
import type { StackTemplate } from "../../../core/index.ts";
import { migrationPlan } from "../../lazy/updates.ts";
import { downloadText } from "../../commands/files.ts";
import { compareText } from "../../text/compare.ts";
import { Button } from "../../ui/button.tsx";
import { keyed } from "../../ui/keyed.ts";
import { TextWithCode } from "../fields/problem-text.tsx";

/** How to get from the baseline to the design without losing a key, stage by stage. */
export function PlanView({
  base,
  head,
}: {
  readonly base: readonly StackTemplate[];
  readonly head: readonly StackTemplate[];
}) {
  const stages = useMemo(() => migrationPlan(base, head), [base, head]);
  if (stages.length === 0) return null;
  return (
    <section aria-label={compareText.plan} className="plan">
      <h2>{compareText.plan}</h2>
      <p>{compareText.planLead}</p>
      <ol>
        {keyed(stages, ({ title }) => title).map(({ key, item, index }) => (
          <li key={key}>
            <h3>{item.title}</h3>
            <p>
              <TextWithCode text={item.explanation} />
            </p>
            {(item.templates ?? []).map((template) => (
              <TemplateButton
                key={template.stack}
                template={template}
                stage={index + 1}
              />
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

function TemplateButton({
  template: { stack, template },
  stage,
}: {
  readonly template: StackTemplate;
  readonly stage: number;
}) {
  return (
    <Button
      icon="download"
      onClick={() =>
        downloadText(
          `${stack}.stage-${stage}.template.json`,
          `${JSON.stringify(template, null, 1)}\n`,
        )
      }
    >
      {compareText.download(stack, stage)}
    </Button>
  );
}
