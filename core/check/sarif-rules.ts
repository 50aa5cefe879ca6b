import type { Severity } from "../problem/problem.ts";
import type { Finding, Rule } from "./rule.ts";
import { markdownText, messageText } from "./sarif-text.ts";

/** What is said of a rule; how it checks is of no matter. */
export type DescribedRule = Omit<Rule, "check">;

/** The levels of SARIF for our severities. Source: SARIF 2.1.0, section 3.27.10. */
export const levels = {
  error: "error",
  warning: "warning",
  info: "note",
} as const satisfies Record<Severity, string>;

/** What is said of findings that no rule made, by the beginning of their codes. */
const kinds: Readonly<Record<string, string>> = {
  alias: "An alias has to be one that the CDK and AWS KMS take.",
  claim: "A claim about access has to hold of every request.",
  construct: "Every construct needs a name and a logical ID of its own.",
  design: "A design has to be one that the CDK can make a program of.",
  grant: "A grant has to be one that the CDK can give.",
  key: "The settings of a key have to fit each other for the CDK.",
  "look-up": "What is looked up has to be there for the CDK.",
  output: "An output has to name something that is there.",
  policy: "A key policy has to be one that the CDK can write.",
  principal: "A principal has to be one that the CDK can name.",
  replica: "A replica has to be one that the CDK can make.",
  stack: "Stacks have to be ones that the CDK can deploy, in some order.",
  statement: "A statement has to be one that the CDK can write.",
  "template-reference": "What a template refers to has to be there.",
  test: "A request that is kept as a test has to be decided as expected.",
  text: "A text has to be one that the CDK writes as it is.",
};

/** Every rule, then the codes of findings that no rule made: each as a descriptor. */
export function descriptorsOf(
  rules: Readonly<Record<string, DescribedRule>>,
  findings: readonly Finding[],
) {
  const known = new Set(Object.keys(rules));
  const rest = new Map(
    findings
      .filter(({ code }) => !known.has(code))
      .map(({ code, severity }) => [code, severity]),
  );
  return [
    ...Object.entries(rules).map(([code, rule]) => ofRule(code, rule)),
    ...[...rest]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, severity]) => ofCode(code, severity)),
  ];
}

function ofRule(
  id: string,
  { summary, why, mend, family, severity, source }: DescribedRule,
) {
  const { title, url } = source;
  return {
    id,
    name: pascalCase(id),
    shortDescription: { text: messageText(summary) },
    fullDescription: { text: messageText(why) },
    help: {
      text: messageText(`${why} ${mend} Source: ${title}.`),
      markdown: `${markdownText(why)}\n\n${markdownText(mend)}\n\nSource: [${markdownText(title)}](${url})`,
    },
    helpUri: url,
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: [family] },
  };
}

function ofCode(id: string, severity: Severity) {
  const [kind = ""] = id.split("/");
  const text = kinds[kind] ?? kinds["design"] ?? "";
  const help = `${text} Each result says what is wrong and what to do.`;
  return {
    id,
    name: pascalCase(id),
    shortDescription: { text },
    // Code scanning of GitHub asks for both, so what there is to say is said again.
    fullDescription: { text },
    help: { text: help, markdown: help },
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: [kind] },
  };
}

function pascalCase(id: string): string {
  return id
    .split(/[^A-Za-z0-9]+/)
    .map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)
    .join("");
}
