import { describe, expect, test } from "vitest";
import type { Design } from "../design/design.ts";
import { exportDesign } from "../export/export-design.ts";
import { importText } from "../import/import-text.ts";
import type { JsonObject } from "../problem/json.ts";
import { isJsonList, isJsonObject, objectOf } from "../problem/json.ts";
import { corpusTemplates } from "../testing/corpus-templates.ts";
import { designOfExample } from "../testing/example-design.ts";
import { examplesOfRules } from "../testing/rule-examples.ts";
import { templateFile } from "../testing/template-files.ts";
import { checkAll } from "./check-all.ts";
import { openFindings } from "./fix-all.ts";
import type { ExampleDesign } from "./example.ts";

const examples = await examplesOfRules();
const cases = [...examples].flatMap(([name, list]) =>
  list.map(({ bad, good }, number) => ({ name, number, bad, good })),
);
/** Examples that are nothing but statements can stand in any policy. */
const inPolicies = cases.filter(({ bad, good }) =>
  [bad, good].every(
    (one) => one.json !== undefined && Object.keys(one).length === 1,
  ),
);
const others = cases.filter((one) => !inPolicies.includes(one));

/** How often a rule finds something in a text, however a person opens it. */
function countIn(text: string, rule: string): number {
  return messagesIn(text, rule).length;
}

function messagesIn(text: string, rule: string): readonly string[] {
  const read = importText(text, "Planted");
  if (!read.ok)
    throw new Error(read.problems.map(({ message }) => message).join("; "));
  return messagesOf(read.value.design, rule);
}

function countOf(design: Design, rule: string): number {
  return messagesOf(design, rule).length;
}

function messagesOf(design: Design, rule: string): readonly string[] {
  return openFindings(design, rule).map(({ message }) => message);
}

/** The statements of an example behind those of the template: JSON is YAML. */
function planted(template: string, { json = [] }: ExampleDesign): string {
  const marker = "      Tags:\n";
  const lines = json.map(
    (statement) => `          - ${JSON.stringify(statement)}\n`,
  );
  const text = template.replace(marker, `${lines.join("")}${marker}`);
  expect(text.length).toBeGreaterThan(template.length);
  return text;
}

describe("faults planted in a template", () => {
  const template = templateFile("production.yaml");

  test("[C18] the template itself has no finding above info", () => {
    const read = importText(template, "Production");
    const found = read.ok ? checkAll(read.value.design) : undefined;
    expect(
      found?.filter(
        ({ severity, standing }) => severity !== "info" && !standing,
      ),
    ).toEqual([]);
  });

  test.each(inPolicies)(
    "[C18] $name finds fault $number in a template, and not with the mended one",
    ({ name, bad, good }) => {
      const before = countIn(template, name);
      expect(countIn(planted(template, bad), name)).toBeGreaterThan(before);
      expect(countIn(planted(template, good), name)).toBe(before);
    },
  );
});

/** A real template with statements behind those of its first key. */
function plantedIn(template: JsonObject, { json = [] }: ExampleDesign): string {
  const resources = objectOf(template["Resources"]);
  const found = Object.entries(resources).find(([, one]) => hasStatements(one));
  if (found === undefined) throw new Error("no key has statements");
  const [id, key] = found;
  const properties = objectOf(objectOf(key)["Properties"]);
  const policy = objectOf(properties["KeyPolicy"]);
  const list = policy["Statement"];
  const next = {
    ...objectOf(key),
    Properties: {
      ...properties,
      KeyPolicy: {
        ...policy,
        Statement: [...(isJsonList(list) ? list : []), ...json],
      },
    },
  };
  return JSON.stringify({
    ...template,
    Resources: { ...resources, [id]: next },
  });
}

function hasStatements(resource: unknown): boolean {
  if (!isJsonObject(resource)) return false;
  const policy = objectOf(objectOf(resource["Properties"])["KeyPolicy"]);
  return (
    resource["Type"] === "AWS::KMS::Key" &&
    // Policy variables are mere text without it.
    policy["Version"] === "2012-10-17" &&
    isJsonList(policy["Statement"])
  );
}

/** Whether a statement does something depends on the others: the examples suppose that not everyone is allowed anyway. */
const everyone = /"(?:Principal|AWS)":(?:\["\*"\]|"\*")/;
const real = (corpusTemplates() ?? []).filter(
  ({ template }) =>
    !everyone.test(JSON.stringify(template)) && hasPolicy(template),
);

function hasPolicy(template: JsonObject): boolean {
  return Object.values(objectOf(template["Resources"])).some(hasStatements);
}
describe.skipIf(real.length === 0)(
  "faults planted in real templates of ../shared/corpus (skipped without it)",
  () => {
    test.each(inPolicies)(
      "[C18] $name finds fault $number in a real template",
      ({ name, number, bad, good }) => {
        // Each fault in other templates, so that all of them get some; what else is in one may hide it.
        const start = name.length * 7 + number * 3;
        const isFound = [0, 1, 2, 3, 4].some((step) => {
          const template = real[(start + step) % real.length]?.template ?? {};
          const before = messagesIn(JSON.stringify(template), name);
          const isNew = (message: string) => !before.includes(message);
          return (
            messagesIn(plantedIn(template, bad), name).some(isNew) &&
            !messagesIn(plantedIn(template, good), name).some(isNew)
          );
        });
        expect(isFound).toBe(true);
      },
    );
  },
);

const severalStacks = "it is about several stacks";
const onlyCdk = "the CDK has it, and no template says so";
const existsElsewhere = "it is about a key that no template creates";

/** Rules about what the template of one stack does not say. */
const notInTemplates: Readonly<Record<string, string>> = {
  "alias-elsewhere": severalStacks,
  "alias-of-alias": severalStacks,
  "alias-repeated": severalStacks,
  "description-length": "the CDK v2 refuses it before there is a template",
  "grant-nowhere": onlyCdk,
  "grant-usage": onlyCdk,
  "grant-without-effect": onlyCdk,
  "identity-elsewhere": onlyCdk,
  "imported-alias-name": existsElsewhere,
  "imported-key-arn": existsElsewhere,
  "look-up-pending": existsElsewhere,
  "replica-policy": severalStacks,
  "replica-region": severalStacks,
  "role-of-other-stack": severalStacks,
};

/** Single examples of which the CDK writes something else than the design says. */
const writtenOtherwise: Readonly<Record<string, string>> = {
  "key-tags 3": "of two tags with one key the CDK writes the last",
  "rotation-of-key 1": "a period alone is written without rotation",
};

describe("faults of a whole design in its template", () => {
  const written = others.filter(
    ({ name, number }) =>
      !(name in notInTemplates) && !(`${name} ${number}` in writtenOtherwise),
  );

  test.each(written)(
    "[C18] $name finds fault $number in the template of the design",
    ({ name, bad }) => {
      const design = reopened(designOfExample(bad));
      expect(countOf(design, name)).toBeGreaterThan(0);
    },
  );
});

/** A design as it comes out of its template; where it is deployed and what verdicts assume no template says. */
function reopened(design: Design): Design {
  const exported = exportDesign(design, "cloudformation-json");
  if (!exported.ok) throw new Error(exported.problems[0]?.message);
  const read = importText(exported.value.text, design.name);
  if (!read.ok) throw new Error(read.problems[0]?.message);
  const [home] = design.stacks;
  const { stacks, ...rest } = read.value.design;
  return {
    ...rest,
    ...(design.settings && { settings: design.settings }),
    stacks: stacks.map((stack) => ({
      ...stack,
      ...(home?.account && { account: home.account }),
      ...(home?.region && { region: home.region }),
    })),
  };
}
