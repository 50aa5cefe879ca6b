import { actionInKeyPolicy } from "./rules/action-in-key-policy.ts";
import { aliasColon } from "./rules/alias-colon.ts";
import { conditionOperator } from "./rules/condition-operator.ts";
import { keyTags } from "./rules/key-tags.ts";
import { originOfKey } from "./rules/origin-of-key.ts";
import { policyCharacters } from "./rules/policy-characters.ts";
import { policySize } from "./rules/policy-size.ts";
import { principalForm } from "./rules/principal-form.ts";
import { pseudoParameterInName } from "./rules/pseudo-parameter-in-name.ts";
import { regionOfSpec } from "./rules/region-of-spec.ts";
import { replacedWithoutStatements } from "./rules/replaced-without-statements.ts";
import { resourceInKeyPolicy } from "./rules/resource-in-key-policy.ts";
import { rotationOfKey } from "./rules/rotation-of-key.ts";
import { stackEnvironment } from "./rules/stack-environment.ts";
import { usageOfSpec } from "./rules/usage-of-spec.ts";
import type { Rule } from "./rule.ts";

/** Every rule by the code of its findings. */
export const rules = {
  "action-in-key-policy": actionInKeyPolicy,
  "alias-colon": aliasColon,
  "condition-operator": conditionOperator,
  "key-tags": keyTags,
  "origin-of-key": originOfKey,
  "policy-characters": policyCharacters,
  "policy-size": policySize,
  "principal-form": principalForm,
  "pseudo-parameter-in-name": pseudoParameterInName,
  "region-of-spec": regionOfSpec,
  "replaced-without-statements": replacedWithoutStatements,
  "resource-in-key-policy": resourceInKeyPolicy,
  "rotation-of-key": rotationOfKey,
  "stack-environment": stackEnvironment,
  "usage-of-spec": usageOfSpec,
} as const satisfies Record<string, Rule>;
