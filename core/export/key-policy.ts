import type { Stack } from "../design/design.ts";
import { isOwned } from "../design/design.ts";
import { regions } from "../kms/regions.ts";
import { stackOf } from "../synth/synthesize.ts";
import type { Exported } from "./exported.ts";
import { fileStem } from "./file-name.ts";
import type { Exporter, ExportRequest } from "./exporter.ts";
import { documentation, plainJson } from "../synth/plain-json.ts";
import { keyPolicyDocument } from "../synth/plain-key-policy.ts";
import type { KeyPolicyDocument } from "../synth/plain-key-policy.ts";
import { printJson } from "./print-json.ts";

/** The key policy as plain JSON for `aws kms put-key-policy`: no intrinsic function is left in it. */
export const keyPolicy: Exporter = {
  group: "Key policy",
  language: "JSON",
  editorLanguage: "json",
  perKey: true,
  perStack: false,
  fragment: false,
  logicalIds: false,
  needsCdk: true,
  write: writeKeyPolicy,
};

function writeKeyPolicy({ design, key }: ExportRequest): Exported {
  // INVARIANT: `exportDesign` names a key that has a policy for exporters that write one.
  if (key === undefined || !isOwned(key))
    throw new Error("a key policy is of one key");
  const stack = stackOf(design, key);
  const policy = keyPolicyDocument(design, key);
  const { document, origins, notes } = policy;
  const plain = plainJson(document ?? {}, stack);
  const printed = printJson(plain, 2, ([list, index, ...deeper]) =>
    list === "Statement" && typeof index === "number" && deeper.length === 0
      ? (origins[index] ?? [])
      : [],
  );
  return {
    ...printed,
    notes: [
      ...assumptions(stack, policy),
      ...notes,
      ...(document === undefined
        ? ["The policy has no statements: AWS KMS attaches its default policy."]
        : []),
    ],
    fileName: `${fileStem(key.id)}.key-policy.json`,
  };
}

/** What the document leaves to CloudFormation and the stack does not say. */
function assumptions(
  stack: Stack,
  { document = {}, pseudo }: KeyPolicyDocument,
): readonly string[] {
  const text = JSON.stringify([document, ...pseudo]);
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
