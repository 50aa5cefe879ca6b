import type { Design, Fix, Key } from "../../core/index.ts";
import {
  exportDesign,
  isOwned,
  printDesign,
  printTemplate,
  synthesize,
} from "../../core/index.ts";
import { fixText } from "../text/mend.ts";
import type { Asked } from "../workers/use-meaning.ts";
import { designAfter } from "./step.ts";
import type { Texts } from "./texts.ts";

/** A text that the design writes, as it is and as it would be. */
export interface TextChange {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** The design after a fix; the same design where the fix does not apply. */
export function designFixed(design: Design, { change }: Fix): Design {
  const next = designAfter(design, change);
  return next.ok ? next.value : design;
}

/** What becomes of the texts of the design: the templates, else the policies of keys, else the file itself. */
export function textChanges(
  before: Design,
  after: Design,
  texts: Texts | null,
): readonly TextChange[] {
  const templates = templateChanges(before, after, texts);
  if (templates.length > 0) return templates;
  return changesOf([
    {
      name: fixText.design,
      before: printDesign(before),
      after: printDesign(after),
    },
  ]);
}

function templateChanges(
  before: Design,
  after: Design,
  texts: Texts | null,
): readonly TextChange[] {
  const was = templatesOf(before);
  const is = templatesOf(after);
  const stacks = [...new Set([...was.keys(), ...is.keys()])].filter(
    (stack) => was.get(stack) !== is.get(stack),
  );
  return stacks.map((stack) => {
    const yaml = (design: Design) => yamlOf(design, stack, texts);
    const [a, b] = [yaml(before), yaml(after)];
    // A template with what the CDK refuses is written as JSON only.
    return a === undefined || b === undefined
      ? {
          name: fixText.json(stack),
          before: was.get(stack) ?? "",
          after: is.get(stack) ?? "",
        }
      : { name: fixText.yaml(stack), before: a, after: b };
  });
}

function templatesOf(design: Design): ReadonlyMap<string, string> {
  return new Map(
    synthesize(design).map(({ stack, template }) => [
      stack,
      printTemplate(template),
    ]),
  );
}

function yamlOf(
  design: Design,
  stack: string,
  texts: Texts | null,
): string | undefined {
  const exported = exportDesign(design, "cloudformation-yaml", {
    stack,
    ...(texts !== null && { templateTexts: texts.templateTexts }),
  });
  return exported.ok ? exported.value.text : undefined;
}

function changesOf(texts: readonly TextChange[]): readonly TextChange[] {
  return texts.filter(({ before, after }) => before !== after);
}

/** The keys of whose access a fix can change anything. */
export function changedKeys(before: Design, after: Design): readonly string[] {
  const isWide =
    !before.principals.every((one) => after.principals.includes(one)) ||
    before.stacks !== after.stacks ||
    before.settings !== after.settings ||
    before.cdk !== after.cdk;
  const known = new Set<Key>(before.keys);
  return after.keys
    .filter((key) => isOwned(key) && (isWide || !known.has(key)))
    .map(({ id }) => id);
}

/** The question who gains and loses access by a fix. */
export function fixAsked(
  before: Design,
  after: Design,
  keys: readonly string[],
): Asked<"compare"> {
  const dependsOn = JSON.stringify([before, after, keys]);
  return {
    ask: { kind: "compare", question: { base: before, head: after, keys } },
    dependsOn,
    // The last answer about another fix is none about this one.
    about: dependsOn,
  };
}
