import type { Stack } from "../design/design.ts";
import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonList, isJsonObject } from "../problem/json.ts";
import { partitionOf, partitions, regions } from "../kms/regions.ts";
import { substitute } from "../policy/pseudo-parameters.ts";
import type { PseudoParameter } from "../policy/pseudo-parameters.ts";
import { synthesizeKeyPolicy } from "../synth/synthesize.ts";
import type { Exporter, ExportRequest } from "./exporter.ts";
import { printJson } from "./print-json.ts";

/** The account and Region that AWS's documentation uses where the design names none. */
const documentation = { account: "111122223333", region: "us-east-1" } as const;

/** The key policy as plain JSON for `aws kms put-key-policy`: no intrinsic function is left in it. */
export const keyPolicy: Exporter = {
  group: "Key policy",
  language: "JSON",
  editorLanguage: "json",
  perKey: true,
  fragment: false,
  logicalIds: false,
  needsCdk: true,
  write: writeKeyPolicy,
};

function writeKeyPolicy({ design, stack, key }: ExportRequest) {
  // INVARIANT: `exportDesign` names a key for exporters that write one.
  if (key === undefined) throw new Error("a key policy is of one key");
  const { document, origins } = synthesizeKeyPolicy(design, key);
  const plain = plainPolicy(document ?? {}, stack);
  const printed = printJson(plain, 2, ([list, index, ...deeper]) =>
    list === "Statement" && typeof index === "number" && deeper.length === 0
      ? (origins[index] ?? [])
      : [],
  );
  return {
    ...printed,
    notes: [
      ...assumptions(stack, document),
      ...(document === undefined
        ? ["The policy has no statements: AWS KMS attaches its default policy."]
        : []),
    ],
    fileName: `${key.id}.key-policy.json`,
  };
}

/** The policy with nothing left to CloudFormation; what the stack does not say is taken from AWS's documentation. */
export function plainPolicy(document: JsonObject, stack: Stack): Json {
  return plainJson(document, { ...documentation, ...stack });
}

/** What the CDK leaves to CloudFormation is written out. */
function plainJson(value: Json, stack: Required<Stack>): Json {
  if (typeof value !== "object" || value === null) return value;
  if (!isJsonObject(value))
    return value.map((member) => plainJson(member, stack));
  const text = intrinsicText(value);
  if (text !== undefined) return substituteStack(text, stack);
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      plainJson(member, stack),
    ]),
  );
}

/** The text with every pseudo parameter that the stack decides written out. */
function substituteStack(text: string, stack: Required<Stack>): string {
  const inPartition = partitionOf(stack.region) ?? "aws";
  const values: Readonly<Record<PseudoParameter, string>> = {
    "AWS::AccountId": stack.account,
    "AWS::Partition": inPartition,
    "AWS::Region": stack.region,
    "AWS::StackId": "${AWS::StackId}",
    "AWS::StackName": stack.id,
    "AWS::URLSuffix": partitions[inPartition].dnsSuffix,
  };
  return substitute(text, (parameter) => values[parameter]);
}

/** The text with pseudo parameters that a `Ref` or `Fn::Join` of the synthesis stands for. */
function intrinsicText(value: Json): string | undefined {
  if (typeof value === "string") return value;
  if (!isJsonObject(value) || Object.keys(value).length !== 1) return undefined;
  const { Ref: name, "Fn::Join": join } = value;
  if (typeof name === "string" && name.startsWith("AWS::"))
    return `\${${name}}`;
  if (!isJsonList(join) || join[0] !== "" || !isJsonList(join[1]))
    return undefined;
  const parts = join[1].map(intrinsicText);
  return parts.includes(undefined) ? undefined : parts.join("");
}

/** What the document leaves to CloudFormation and the stack does not say. */
function assumptions(
  stack: Stack,
  document: JsonObject | undefined,
): readonly string[] {
  const text = JSON.stringify(document ?? {});
  const { account, region } = documentation;
  const notes: string[] = [];
  if (stack.account === undefined && text.includes("AWS::AccountId"))
    notes.push(
      `The stack has no account: ${account} of AWS's documentation stands for it.`,
    );
  if (
    stack.region === undefined &&
    /AWS::(?:Region|Partition|URLSuffix)/.test(text)
  )
    notes.push(
      `The stack has no Region: ${regions[region].name} (${region}) is assumed.`,
    );
  if (text.includes("AWS::StackId"))
    notes.push("Only CloudFormation knows the stack ID: write it in.");
  return notes;
}
