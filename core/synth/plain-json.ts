import type { Stack } from "../design/design.ts";
import { partitionOf, partitions } from "../kms/regions.ts";
import { isIntrinsic } from "../policy/intrinsic.ts";
import { hasPseudoParameter, substitute } from "../policy/pseudo-parameters.ts";
import type { PseudoParameter } from "../policy/pseudo-parameters.ts";
import type { Json } from "../problem/json.ts";
import { isJsonList, isJsonObject } from "../problem/json.ts";

/** The account and Region that AWS's documentation uses where the design names none. */
export const documentation = {
  account: "111122223333",
  region: "us-east-1",
} as const;

/**
 * A value with what the CDK leaves to CloudFormation written out; what the stack does not say is taken from AWS's
 * documentation.
 */
export function plainJson(value: Json, stack: Stack): Json {
  if (typeof value !== "object" || value === null) return value;
  if (isPlain(value)) return value;
  if (!isJsonObject(value))
    return value.map((member) => plainJson(member, stack));
  const text = intrinsicText(value);
  if (text !== undefined) return plainText(text, stack);
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      plainJson(member, stack),
    ]),
  );
}

/** There is no function in it, as in most parts of most policies. */
function isPlain(value: Json): boolean {
  if (typeof value !== "object" || value === null) return true;
  if (isJsonList(value)) return value.every(isPlain);
  if (isIntrinsic(value)) return false;
  for (const name in value) if (!isPlain(value[name] ?? null)) return false;
  return true;
}

/** The text with every pseudo parameter that the stack decides written out. */
export function plainText(
  text: string,
  {
    id,
    name = id,
    account = documentation.account,
    region = documentation.region,
  }: Stack,
): string {
  if (!hasPseudoParameter(text)) return text;
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
