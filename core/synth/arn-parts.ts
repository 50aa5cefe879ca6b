import { textParts } from "../policy/pseudo-parameters.ts";
import type { Json } from "../problem/json.ts";
import type { Assembly } from "./assembly.ts";
import { isUnresolved } from "./resolve-text.ts";

/** The parts of an ARN that the CDK takes from it; texts may have marks. */
export interface ArnParts {
  readonly account: string;
  readonly region: string;
  /** The type of resource, such as `role`; undefined where only the deployment knows it. */
  readonly resource: string | undefined;
  /** What stands behind the type of resource. */
  readonly resourceName: string;
}

/**
 * The parts of an ARN, or undefined where it has no such form.
 * What does not begin like an ARN and is known only when the stack is deployed is split there.
 *
 * Source: aws-cdk-lib 2.276.0 and @aws-cdk/core 1.204.0, core/lib/arn, `Arn.split`.
 */
export function arnParts(
  arn: string,
  assembly: Assembly,
): ArnParts | undefined {
  if (!arn.startsWith("arn:"))
    return isUnresolved(arn) ? deployedParts(arn, assembly) : undefined;
  const [, partition, service, region = "", account = "", type, ...rest] =
    components(arn);
  if (!isPresent(partition) || !isPresent(service) || !isPresent(type))
    return undefined;
  const { resource, name } = splitAtSlash(type);
  const beginning = isPresent(name) && rest.length > 0 ? `${name}:` : name;
  const resourceName = `${beginning ?? ""}${rest.join(":")}`;
  return resourceName === ""
    ? undefined
    : { account, region, resource, resourceName };
}

function isPresent(part: string | undefined): part is string {
  return part !== undefined && part !== "";
}

/** What stands between the colons; those of pseudo parameters do not count. */
function components(arn: string): readonly string[] {
  const all: string[] = [];
  let last = "";
  for (const part of textParts(arn)) {
    const [first = "", ...others] =
      typeof part === "string" ? part.split(":") : [`\${${part.ref}}`];
    last += first;
    for (const other of others) {
      all.push(last);
      last = other;
    }
  }
  return [...all, last];
}

/** A slash at the beginning belongs to neither. */
function splitAtSlash(text: string): {
  readonly resource: string;
  readonly name: string | undefined;
} {
  const start = text.startsWith("/") ? 1 : 0;
  const slash = text.indexOf("/", start);
  return slash < 0
    ? { resource: text, name: undefined }
    : { resource: text.slice(start, slash), name: text.slice(slash + 1) };
}

function deployedParts(arn: string, assembly: Assembly): ArnParts {
  const part = (index: number): Json => ({
    "Fn::Select": [index, { "Fn::Split": [":", arn] }],
  });
  return {
    account: assembly.expression(part(4)),
    region: assembly.expression(part(3)),
    resource: undefined,
    resourceName: assembly.expression({
      "Fn::Select": [1, { "Fn::Split": ["/", part(5)] }],
    }),
  };
}
