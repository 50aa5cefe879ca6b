import { describe, expect, test } from "vitest";

import { applyChange } from "../../design/apply-change.ts";
import type { AcceptedFinding, Design } from "../../design/design.ts";
import { exportDesign } from "../../export/export-design.ts";
import { importFiles } from "../import-text.ts";
import { templateTexts } from "../template-texts.ts";
import { changeOfTemplateText } from "./template-edit.ts";

const source = `# Keys of the payments team
Resources:
  # The key of all tables
  TableKey:
    Type: AWS::KMS::Key
    Properties:
      Description: 'Tables' # in quotes
      KeyPolicy:
        Version: "2012-10-17"
        Statement:
          - {Effect: Allow, Principal: {AWS: !Sub "arn:aws:iam::\${AWS::AccountId}:root"}, Action: "kms:*", Resource: "*"}

  Other:   # nobody's
    Type: AWS::SNS::Topic
`;

const suppressed = `    Metadata:
      cfn_nag:
        rules_to_suppress:
          - id: F76
            reason: a lab
      checkov:
        skip:
          - id: CKV_AWS_33
            comment: a lab
      guard:
        SuppressedRules:
          - KMS_NO_WILDCARD_PRINCIPAL
`;

const open: AcceptedFinding = {
  id: "open",
  rule: "public-access",
  key: "TableKey",
  reason: "a lab",
};

function opened(text: string): Design {
  const read = importFiles([{ name: "keys.yaml", text }], "keys.yaml");
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value.design;
}

function textOf(design: Design): string {
  const stack = design.stacks[0]?.id ?? "";
  const options = { stack, templateTexts };
  const exported = exportDesign(design, "cloudformation-yaml", options);
  if (!exported.ok) throw new Error(JSON.stringify(exported.problems));
  return exported.value.text;
}

function editOf(design: Design, text: string) {
  const stack = design.stacks[0]?.id ?? "";
  return changeOfTemplateText(design, { stack, written: textOf(design), text });
}

function edited(design: Design, text: string): Design {
  const read = editOf(design, text);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const next = applyChange(design, read.value.change);
  if (!next.ok) throw new Error(JSON.stringify(next.problems));
  return next.value;
}

/** The text with lines behind those of the key. */
function withLines(lines: string): string {
  return source.replace("\n\n  Other", () => `\n${lines}\n  Other`);
}

const design: Design = { ...opened(source), accepted: [open] };
const told = withLines(suppressed);

describe("accepted findings in the text of a template", () => {
  test("[X27] the suppressions are added to the text, and nothing else changes", () => {
    expect(textOf(design)).toBe(told);
  });

  test("[X27] the lines lead to the finding", () => {
    const stack = design.stacks[0]?.id ?? "";
    const exported = exportDesign(design, "cloudformation-yaml", {
      stack,
      templateTexts,
    });
    const spans = exported.ok ? exported.value.spans : [];
    const text = spans
      .filter(({ from }) => from.some(([list]) => list === "accepted"))
      .map(({ start, end }) => told.slice(start, end));
    expect(text[0]).toContain("CKV_AWS_33");
  });

  test("[X27] opened again, they are metadata of the key", () => {
    const again = opened(textOf(design));
    expect(again).not.toHaveProperty("accepted");
    expect(again.keys[0]).toMatchObject({
      metadata: { checkov: { skip: [{ id: "CKV_AWS_33" }] } },
    });
    expect(textOf(again)).toBe(told);
    expect(textOf({ ...again, accepted: [open] })).toBe(told);
  });

  test("[I24] a text without a change changes no key", () => {
    const next = edited(design, told);
    expect(next.keys).toEqual(design.keys);
    expect(next.accepted).toEqual([open]);
    expect(textOf(next)).toBe(told);
  });

  test("[I24] an edit besides keeps the suppressions out of the key", () => {
    const text = told
      .replace("'Tables'", "'All tables'")
      .replace("    Metadata:\n", "    Metadata:\n      Owner: me\n");
    const next = edited(design, text);
    expect(next.keys[0]).toMatchObject({
      description: "All tables",
      metadata: { Owner: "me" },
    });
    expect(next.accepted).toEqual([open]);
    expect(textOf(next)).toBe(text);
    const { accepted: _, ...untold } = next;
    expect(textOf(untold)).not.toContain("CKV_AWS_33");
  });

  test("[I24] a suppression that is added is the key's own", () => {
    const own = "          - id: CKV_AWS_7\n            comment: mine\n";
    const text = told.replace("      guard:\n", `${own}      guard:\n`);
    const next = edited(design, text);
    const { accepted: _, ...untold } = next;
    expect(textOf(untold)).toBe(
      withLines(`    Metadata:\n      checkov:\n        skip:\n${own}`),
    );
  });

  test("[I24] one that is taken out of the text is refused at its place", () => {
    const text = told.replace("          - KMS_NO_WILDCARD_PRINCIPAL\n", "");
    const read = editOf(design, text.replace("SuppressedRules:", "Other: 1"));
    const [problem, ...others] = read.ok ? [] : read.problems;
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: "import/accepted-in-text" });
    expect(problem?.message).toContain("`KMS_NO_WILDCARD_PRINCIPAL`");
    expect(problem?.span).toBeDefined();
  });
});
