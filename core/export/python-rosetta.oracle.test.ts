import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

import type { Design } from "../design/design.ts";
import { samples } from "../samples/registry.ts";
import { cdkRefusals } from "../synth/refusals.ts";
import { identityCases } from "../testing/cases/identity-designs.ts";
import { referenceCases } from "../testing/cases/reference-designs.ts";
import { synthesised } from "../testing/cdk-cases.ts";
import { rosettaPython } from "../testing/rosetta.ts";
import { exportDesign } from "./export-design.ts";
import type { ExportTarget } from "./registry.ts";

/** Flat programs: one stack, no texts that are put together, which jsii-rosetta does not translate. */
const designs: readonly Design[] = [
  ...Object.values(samples).map(({ design }) => design),
  ...Object.values({
    ...synthesised,
    ...identityCases,
    ...referenceCases,
  }).map((design): Design => ({ ...design, cdk: { line: "v2" } })),
].filter(
  (design) =>
    design.stacks.length === 1 &&
    cdkRefusals(design).length === 0 &&
    !JSON.stringify(design).includes("${") &&
    // It takes the keys of a condition inside JSON for names, and writes `aws:secure_transport`.
    !JSON.stringify(design).includes('"Condition"'),
);

function fragmentOf(design: Design, target: ExportTarget): string {
  const exported = exportDesign(design, target, { fragment: true });
  if (!exported.ok) throw new Error(exported.problems[0]?.message);
  return exported.value.text;
}

const imports = ["iam", "kms", "logs", "s3", "sns", "sqs"]
  .map((name) => `import * as ${name} from "aws-cdk-lib/aws-${name}";`)
  .concat('import * as cdk from "aws-cdk-lib";');

/**
 * Parses both texts and compares their syntax trees statement by statement; prints where they differ.
 * A number that tells two variables apart stands behind a `_` in our Python only.
 */
const comparison = `
import ast, json, re, sys
both = json.load(sys.stdin)
def statements(text):
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            node.id = re.sub(r"_(\\d+)$", r"\\1", node.id)
    return [ast.dump(s) for s in tree.body if not isinstance(s, (ast.Import, ast.ImportFrom))]
differences = []
for ours, theirs in zip(both["ours"], both["theirs"]):
    a, b = statements(ours), statements(theirs)
    if a != b:
        differences.append({"ours": ours, "theirs": theirs})
print(json.dumps(differences))
`;

const python = spawnSync("python3", ["--version"]).status === 0;

test.skipIf(!python)(
  "[O13] the syntax trees of flat programs are those that jsii-rosetta makes of our TypeScript (skipped without python3)",
  () => {
    const marked = designs.map(
      (design, index) =>
        `console.log("design ${index}");\n{\n${fragmentOf(design, "cdk-typescript")}\n}`,
    );
    const translated = rosettaPython([...imports, ...marked].join("\n"));
    const theirs = translated.split(/^print\("design \d+"\)$/m).slice(1);
    const ours = designs.map((design) => fragmentOf(design, "cdk-python"));
    expect(theirs.length).toBe(ours.length);
    const compared = spawnSync("python3", ["-c", comparison], {
      input: JSON.stringify({ ours, theirs: theirs.map(dedented) }),
      encoding: "utf8",
      maxBuffer: 1e8,
    });
    expect(compared.stderr).toBe("");
    expect(JSON.parse(compared.stdout)).toEqual([]);
    expect(ours.length).toBeGreaterThan(80);
  },
  120_000,
);

/** Without the indent that all lines have in common. */
function dedented(text: string): string {
  const lines = text.split("\n");
  const indents = lines
    .filter((line) => line.trim() !== "")
    .map((line) => line.length - line.trimStart().length);
  const common = Math.min(...indents);
  return lines.map((line) => line.slice(common)).join("\n");
}
