import type { Design } from "../design/design.ts";
import type { Problem } from "../problem/problem.ts";
import { aliasRefusals } from "./refuse-alias.ts";
import { keyRefusals } from "./refuse-key.ts";
import { stackRefusals } from "./refuse-stack.ts";
import { statementRefusals } from "./refuse-statement.ts";

/**
 * What the real CDK refuses about a design, so that there is no template to write.
 * Each problem points at the setting and says it better than the CDK does.
 *
 * Source: aws-cdk-lib 2.276.0, with the template rules that `cdk init` turns on.
 */
export function cdkRefusals(design: Design): readonly Problem[] {
  return [
    ...stackRefusals(design),
    ...design.keys.flatMap((key, index) => [
      ...keyRefusals(key, ["keys", index]),
      ...aliasRefusals(design, key, ["keys", index]),
      ...statementRefusals(design, key, ["keys", index]),
    ]),
  ];
}
