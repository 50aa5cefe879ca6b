import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

import type * as Include from "aws-cdk-lib/cloudformation-include";

import type { Design, Result } from "../../core/index.ts";
import {
  changeOfTemplateText,
  exportDesign,
  importFiles,
  templateTexts,
} from "../../core/index.ts";
import { cdk, templateOf } from "../../core/testing/real-cdk.ts";
import { load } from "../../core/testing/real-cdk-lines.ts";
import { milliseconds, timeOf } from "./statistics.ts";

/** Keys in a template, each with a policy of two statements and an alias. */
const SIZES = [1, 25, 100];

/** Times what a template in YAML goes through here, and the CDK, which reads one by CfnInclude and writes it as JSON. */
export function benchImported(): void {
  const texts = SIZES.map((keys) => ({ keys, text: yamlOf(keys) }));
  const ours = texts.map(({ text }) => timesOf(text));
  console.log("Imported templates in YAML, warm medians");
  console.table(
    texts.map(({ keys, text }, index) => {
      const { importing = Number.NaN, ...others } = ours[index] ?? {};
      const include = timeOfInclude(text);
      return {
        keys,
        KiB: (text.length / 1024).toFixed(1),
        import: milliseconds(importing),
        CfnInclude: milliseconds(include),
        ratio: `${(include / importing).toFixed(1)} x`,
        ...Object.fromEntries(
          Object.entries(others).map(([what, time]) => [
            what,
            milliseconds(time),
          ]),
        ),
      };
    }),
  );
}

/** No text is read twice but those that stay read in the designer too: each run changes something. */
function timesOf(text: string) {
  let run = 0;
  const next = () => String((run += 1));
  const design = designOf(text);
  const [stack] = design.stacks;
  const written = textOf(design);
  return {
    importing: timeOf(() => designOf(`${text}# ${next()}\n`)),
    "change, then export": timeOf(() => textOf(described(design, next()))),
    "edit of the text": timeOf(() => {
      const edited = written.replace("Key number 0", `Key ${next()}`);
      const stackId = stack?.id ?? "";
      valueOf(
        changeOfTemplateText(design, {
          stack: stackId,
          written,
          text: edited,
        }),
      );
    }),
  };
}

function designOf(text: string): Design {
  return valueOf(importFiles([{ name: "keys.yaml", text }], "Keys")).design;
}

function textOf(design: Design): string {
  const target = "cloudformation-yaml";
  return valueOf(exportDesign(design, target, { templateTexts })).text;
}

function described(design: Design, description: string): Design {
  const [first, ...others] = design.keys;
  return first?.kind === "defined"
    ? { ...design, keys: [{ ...first, description }, ...others] }
    : design;
}

function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.problems[0]?.message);
}

function timeOfInclude(text: string): number {
  const { CfnInclude } = load<typeof Include>(
    "aws-cdk-lib/cloudformation-include",
  );
  const folder = resolve(".cache", "bench");
  mkdirSync(folder, { recursive: true });
  const templateFile = join(folder, "keys.yaml");
  writeFileSync(templateFile, text);
  return timeOf(() => {
    const app = new cdk.App();
    const stack = new cdk.Stack(app, "Keys");
    const { stack: into } = new CfnInclude(stack, "All", { templateFile });
    if (into === stack) templateOf(app);
  });
}

function yamlOf(keys: number): string {
  const members = Array.from({ length: keys }, (_, index) => memberOf(index));
  return `# Keys of our services
AWSTemplateFormatVersion: "2010-09-09"
Parameters:
  Administrator: { Type: String }
Resources:
${members.join("\n")}`;
}

function memberOf(index: number): string {
  return `  # Key of service ${index}
  Key${index}:
    Type: AWS::KMS::Key
    DeletionPolicy: Retain
    UpdateReplacePolicy: Retain
    Properties:
      Description: Key number ${index}
      EnableKeyRotation: true
      KeyPolicy:
        Version: "2012-10-17"
        Statement:
          - Sid: Account
            Effect: Allow
            Principal:
              AWS: !Sub arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root
            Action: kms:*
            Resource: "*"
          - Effect: Allow
            Principal:
              AWS: !Ref Administrator
            Action: [kms:Decrypt, "kms:GenerateDataKey*"]
            Resource: "*"
  Alias${index}:
    Type: AWS::KMS::Alias
    Properties:
      AliasName: alias/service-${index}
      TargetKeyId: !Ref Key${index}
`;
}
