import type { Design, OwnedKey, Stack } from "../design/design.ts";
import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonList, isJsonObject } from "../problem/json.ts";
import { partitionOf, partitions } from "../kms/regions.ts";
import { substitute } from "../policy/pseudo-parameters.ts";
import type { PseudoParameter } from "../policy/pseudo-parameters.ts";
import type { Path } from "../problem/problem.ts";
import { resolverOf } from "../synth/cross-stack.ts";
import { policyOf } from "../synth/synth-key.ts";
import { builtDesign } from "../synth/synthesize.ts";
import { plainReference } from "./plain-references.ts";

/** The account and Region that AWS's documentation uses where the design names none. */
export const documentation = {
  account: "111122223333",
  region: "us-east-1",
} as const;

/** A key policy in which only pseudo parameters are left to CloudFormation. */
export interface KeyPolicyDocument {
  /** Undefined where the policy has no statements. */
  readonly document: JsonObject | undefined;
  /** Which parts of the design wrote each statement. */
  readonly origins: readonly (readonly Path[])[];
  /** What stands for references to other resources. */
  readonly notes: readonly string[];
}

/** The policy of a key as the CDK makes it, with what it refers to written out. */
export function keyPolicyDocument(
  design: Design,
  key: OwnedKey,
): KeyPolicyDocument {
  const { assembly, keys } = builtDesign(design);
  const node = keys.get(key.id);
  if (node?.statements === undefined)
    return { document: undefined, origins: [], notes: [] };
  const notes = new Set<string>();
  const resolve = resolverOf(assembly, node.home);
  const policy = policyOf(key, node.statements, assembly);
  const rendered = policy.render((mark) => {
    const reference = assembly.reference(mark);
    if (reference === undefined) return resolve(mark);
    const { value, note } = plainReference(design, reference);
    notes.add(note);
    return value;
  });
  return { ...rendered, notes: [...notes] };
}

/** The policy with nothing left to CloudFormation; what the stack does not say is taken from AWS's documentation. */
export function plainPolicy(document: JsonObject, stack: Stack): Json {
  return plainJson(document, stack);
}

/** What the CDK leaves to CloudFormation is written out. */
function plainJson(value: Json, stack: Stack): Json {
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
function substituteStack(
  text: string,
  {
    id,
    name = id,
    account = documentation.account,
    region = documentation.region,
  }: Stack,
): string {
  const inPartition = partitionOf(region) ?? "aws";
  const values: Readonly<Record<PseudoParameter, string>> = {
    "AWS::AccountId": account,
    "AWS::Partition": inPartition,
    "AWS::Region": region,
    "AWS::StackId": "${AWS::StackId}",
    "AWS::StackName": name,
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
