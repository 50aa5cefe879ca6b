import { isDefined, isOwned } from "../design/design.ts";
import type { Design } from "../design/design.ts";
import type { Problem } from "../problem/problem.ts";
import { flagsOf } from "./flags.ts";
import { aliasRefusals } from "./refuse-alias.ts";
import { asWrittenRefusals } from "./refuse-as-written.ts";
import { constructRefusals } from "./refuse-construct.ts";
import { keptRefusals } from "./refuse-kept.ts";
import { keyRefusals } from "./refuse-key.ts";
import { principalRefusals, referenceRefusals } from "./refuse-reference.ts";
import { stackRefusals } from "./refuse-stack.ts";
import { statementRefusals } from "./refuse-statement.ts";
import { tokenTextRefusals } from "./refuse-text.ts";
import { v1Refusals } from "./refuse-v1.ts";
import { builtDesign } from "./synthesize.ts";

/**
 * What the real CDK refuses about a design, so that there is no template to write.
 * Each problem points at the setting and says it better than the CDK does.
 *
 * Source: aws-cdk-lib 2.276.0, with the template rules that `cdk init` turns on, and the packages of v1 1.204.0.
 */
export function cdkRefusals(design: Design): readonly Problem[] {
  const flags = flagsOf(design.cdk);
  return [
    ...tokenTextRefusals(design),
    ...stackRefusals(design),
    ...constructRefusals(design),
    ...design.principals.flatMap((principal, index) =>
      principalRefusals(principal, ["principals", index]),
    ),
    ...design.keys.flatMap((key, index) => [
      ...(isDefined(key) ? keyRefusals(key, ["keys", index], flags) : []),
      ...(isOwned(key) ? statementRefusals(design, key, ["keys", index]) : []),
      ...asWrittenRefusals(design, key, ["keys", index]),
      ...referenceRefusals(design, key, ["keys", index]),
    ]),
    ...aliasRefusals(design),
    ...keptRefusals(design),
    ...v1Refusals(design),
    ...builtDesign(design).problems,
  ];
}
