import { parseArn } from "../policy/arn.ts";
import type { Json } from "../problem/json.ts";
import type { Assembly } from "./assembly.ts";
import { hasMark } from "./resolve-text.ts";

/** The parts of an ARN that the CDK takes from it; texts may have marks. */
export interface ArnParts {
  readonly account: string;
  readonly region: string;
  /** What stands behind the first `/` or `:` of the resource. */
  readonly resourceName: string;
}

/**
 * The parts of an ARN, or undefined where it has no such form.
 * An ARN that is known only when the stack is deployed is split there.
 */
export function arnParts(
  arn: string,
  assembly: Assembly,
): ArnParts | undefined {
  if (hasMark(arn) && !arn.startsWith("arn:"))
    return deployedParts(arn, assembly);
  const parsed = parseArn(arn);
  const name = parsed && /^[^/:]*[/:](.+)$/s.exec(parsed.resource)?.[1];
  if (parsed === undefined || name === undefined) return undefined;
  const { account, region } = parsed;
  return { account, region, resourceName: name };
}

function deployedParts(arn: string, assembly: Assembly): ArnParts {
  const part = (index: number): Json => ({
    "Fn::Select": [index, { "Fn::Split": [":", arn] }],
  });
  return {
    account: assembly.expression(part(4)),
    region: assembly.expression(part(3)),
    resourceName: assembly.expression({
      "Fn::Select": [1, { "Fn::Split": ["/", part(5)] }],
    }),
  };
}
