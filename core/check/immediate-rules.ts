import { actionInKeyPolicy } from "./rules/action-in-key-policy.ts";
import { actionUnknown } from "./rules/action-unknown.ts";
import { aliasColon } from "./rules/alias-colon.ts";
import { aliasElsewhere } from "./rules/alias-elsewhere.ts";
import { aliasOfAlias } from "./rules/alias-of-alias.ts";
import { aliasRepeated } from "./rules/alias-repeated.ts";
import { conditionOperator } from "./rules/condition-operator.ts";
import { descriptionLength } from "./rules/description-length.ts";
import { grantNowhere } from "./rules/grant-nowhere.ts";
import { grantUsage } from "./rules/grant-usage.ts";
import { grantWithoutEffect } from "./rules/grant-without-effect.ts";
import { identityElsewhere } from "./rules/identity-elsewhere.ts";
import { importedAliasName } from "./rules/imported-alias-name.ts";
import { importedKeyArn } from "./rules/imported-key-arn.ts";
import { keyTags } from "./rules/key-tags.ts";
import { lookUpPending } from "./rules/look-up-pending.ts";
import { originOfKey } from "./rules/origin-of-key.ts";
import { policyCharacters } from "./rules/policy-characters.ts";
import { policySize } from "./rules/policy-size.ts";
import { principalForm } from "./rules/principal-form.ts";
import { pseudoParameterInName } from "./rules/pseudo-parameter-in-name.ts";
import { regionOfSpec } from "./rules/region-of-spec.ts";
import { replacedWithoutStatements } from "./rules/replaced-without-statements.ts";
import { replicaRegion } from "./rules/replica-region.ts";
import { resourceInKeyPolicy } from "./rules/resource-in-key-policy.ts";
import { rotationOfKey } from "./rules/rotation-of-key.ts";
import { stackEnvironment } from "./rules/stack-environment.ts";
import { usageOfSpec } from "./rules/usage-of-spec.ts";
import type { Rule } from "./rule.ts";

/**
 * The rules that are looked at with every keystroke, by the code of their findings: what AWS or the CDK refuses, and what
 * a control says of its value at once. They are in the first load of the page, so the prover is not.
 */
export const immediateRules = {
  "action-in-key-policy": actionInKeyPolicy,
  "action-unknown": actionUnknown,
  "alias-colon": aliasColon,
  "alias-elsewhere": aliasElsewhere,
  "alias-of-alias": aliasOfAlias,
  "alias-repeated": aliasRepeated,
  "condition-operator": conditionOperator,
  "description-length": descriptionLength,
  "grant-nowhere": grantNowhere,
  "grant-usage": grantUsage,
  "grant-without-effect": grantWithoutEffect,
  "identity-elsewhere": identityElsewhere,
  "imported-alias-name": importedAliasName,
  "imported-key-arn": importedKeyArn,
  "key-tags": keyTags,
  "look-up-pending": lookUpPending,
  "origin-of-key": originOfKey,
  "policy-characters": policyCharacters,
  "policy-size": policySize,
  "principal-form": principalForm,
  "pseudo-parameter-in-name": pseudoParameterInName,
  "region-of-spec": regionOfSpec,
  "replaced-without-statements": replacedWithoutStatements,
  "replica-region": replicaRegion,
  "resource-in-key-policy": resourceInKeyPolicy,
  "rotation-of-key": rotationOfKey,
  "stack-environment": stackEnvironment,
  "usage-of-spec": usageOfSpec,
} as const satisfies Record<string, Rule>;
