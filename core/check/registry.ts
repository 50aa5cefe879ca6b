import { immediateRules } from "./immediate-rules.ts";
import { accessByTagOrAlias } from "./rules/access-by-tag-or-alias.ts";
import { accountNotDelegated } from "./rules/account-not-delegated.ts";
import { accountTypedIn } from "./rules/account-typed-in.ts";
import { actionNotForKey } from "./rules/action-not-for-key.ts";
import { administrationWithUse } from "./rules/administration-with-use.ts";
import { aliasCondition } from "./rules/alias-condition.ts";
import { allActionsForIdentity } from "./rules/all-actions-for-identity.ts";
import { attestationBypass } from "./rules/attestation-bypass.ts";
import { attestationDebug } from "./rules/attestation-debug.ts";
import { attestationUnbound } from "./rules/attestation-unbound.ts";
import { conditionEmpty } from "./rules/condition-empty.ts";
import { conditionKeyDeprecated } from "./rules/condition-key-deprecated.ts";
import { conditionKeyRepeated } from "./rules/condition-key-repeated.ts";
import { conditionKeyUnknown } from "./rules/condition-key-unknown.ts";
import { conditionNeverTrue } from "./rules/condition-never-true.ts";
import { conditionValueForm } from "./rules/condition-value-form.ts";
import { conditionValueType } from "./rules/condition-value-type.ts";
import { createGrantOpen } from "./rules/create-grant-open.ts";
import { crossAccountAction } from "./rules/cross-account-action.ts";
import { defaultPolicy } from "./rules/default-policy.ts";
import { deployerRefused } from "./rules/deployer-refused.ts";
import { elementConflict } from "./rules/element-conflict.ts";
import { elementEmpty } from "./rules/element-empty.ts";
import { elementMissing } from "./rules/element-missing.ts";
import { elementType } from "./rules/element-type.ts";
import { elementUnknown } from "./rules/element-unknown.ts";
import { forAllValuesAbsent } from "./rules/for-all-values-absent.ts";
import { keyDisabled } from "./rules/key-disabled.ts";
import { lockedOut } from "./rules/locked-out.ts";
import { lockoutCheckSkipped } from "./rules/lockout-check-skipped.ts";
import { logsWithoutRegion } from "./rules/logs-without-region.ts";
import { mfaCondition } from "./rules/mfa-condition.ts";
import { multiRegionAlone } from "./rules/multi-region-alone.ts";
import { multiRegionUpkeep } from "./rules/multi-region-upkeep.ts";
import { networkCondition } from "./rules/network-condition.ts";
import { notAction } from "./rules/not-action.ts";
import { notPrincipal } from "./rules/not-principal.ts";
import { nullOperator } from "./rules/null-operator.ts";
import { outsideAccess } from "./rules/outside-access.ts";
import { partitionElsewhere } from "./rules/partition-elsewhere.ts";
import { partitionTypedIn } from "./rules/partition-typed-in.ts";
import { policyShorter } from "./rules/policy-shorter.ts";
import { policyVariable } from "./rules/policy-variable.ts";
import { policyVersion } from "./rules/policy-version.ts";
import { principalArn } from "./rules/principal-arn.ts";
import { principalMustExist } from "./rules/principal-must-exist.ts";
import { principalType } from "./rules/principal-type.ts";
import { principalUniqueId } from "./rules/principal-unique-id.ts";
import { publicAccess } from "./rules/public-access.ts";
import { reEncryptHalf } from "./rules/re-encrypt-half.ts";
import { redundantValues } from "./rules/redundant-values.ts";
import { removalDestroys } from "./rules/removal-destroys.ts";
import { replicaPolicy } from "./rules/replica-policy.ts";
import { roleOfOtherStack } from "./rules/role-of-other-stack.ts";
import { rotationOff } from "./rules/rotation-off.ts";
import { rsaKeyOf2048 } from "./rules/rsa-key-of-2048.ts";
import { scannerFalseAlarm } from "./rules/scanner-false-alarm.ts";
import { serviceAdministers } from "./rules/service-administers.ts";
import { serviceCallMissing } from "./rules/service-call-missing.ts";
import { serviceCallsAsCaller } from "./rules/service-calls-as-caller.ts";
import { servicePrincipalForm } from "./rules/service-principal-form.ts";
import { servicePrincipalRegion } from "./rules/service-principal-region.ts";
import { serviceUnscoped } from "./rules/service-unscoped.ts";
import { setPrefixMissing } from "./rules/set-prefix-missing.ts";
import { setPrefixOnSingleValue } from "./rules/set-prefix-on-single-value.ts";
import { sidEmpty } from "./rules/sid-empty.ts";
import { sidRepeated } from "./rules/sid-repeated.ts";
import { singlePointOfFailure } from "./rules/single-point-of-failure.ts";
import { sourceAccountMissing } from "./rules/source-account-missing.ts";
import { sourceIpRange } from "./rules/source-ip-range.ts";
import { statementWithoutEffect } from "./rules/statement-without-effect.ts";
import { viaServiceForService } from "./rules/via-service-for-service.ts";
import { viaServiceValue } from "./rules/via-service-value.ts";
import { wildcardInExactOperator } from "./rules/wildcard-in-exact-operator.ts";
import type { Rule } from "./rule.ts";

/** Every rule by the code of its findings. */
export const rules = {
  ...immediateRules,
  "access-by-tag-or-alias": accessByTagOrAlias,
  "account-not-delegated": accountNotDelegated,
  "account-typed-in": accountTypedIn,
  "action-not-for-key": actionNotForKey,
  "administration-with-use": administrationWithUse,
  "alias-condition": aliasCondition,
  "all-actions-for-identity": allActionsForIdentity,
  "attestation-bypass": attestationBypass,
  "attestation-debug": attestationDebug,
  "attestation-unbound": attestationUnbound,
  "condition-empty": conditionEmpty,
  "condition-key-deprecated": conditionKeyDeprecated,
  "condition-key-repeated": conditionKeyRepeated,
  "condition-key-unknown": conditionKeyUnknown,
  "condition-never-true": conditionNeverTrue,
  "condition-value-form": conditionValueForm,
  "condition-value-type": conditionValueType,
  "create-grant-open": createGrantOpen,
  "cross-account-action": crossAccountAction,
  "default-policy": defaultPolicy,
  "deployer-refused": deployerRefused,
  "element-conflict": elementConflict,
  "element-empty": elementEmpty,
  "element-missing": elementMissing,
  "element-type": elementType,
  "element-unknown": elementUnknown,
  "for-all-values-absent": forAllValuesAbsent,
  "key-disabled": keyDisabled,
  "locked-out": lockedOut,
  "lockout-check-skipped": lockoutCheckSkipped,
  "logs-without-region": logsWithoutRegion,
  "mfa-condition": mfaCondition,
  "multi-region-alone": multiRegionAlone,
  "multi-region-upkeep": multiRegionUpkeep,
  "network-condition": networkCondition,
  "not-action": notAction,
  "not-principal": notPrincipal,
  "null-operator": nullOperator,
  "outside-access": outsideAccess,
  "partition-elsewhere": partitionElsewhere,
  "partition-typed-in": partitionTypedIn,
  "policy-shorter": policyShorter,
  "policy-variable": policyVariable,
  "policy-version": policyVersion,
  "principal-arn": principalArn,
  "principal-must-exist": principalMustExist,
  "principal-type": principalType,
  "principal-unique-id": principalUniqueId,
  "public-access": publicAccess,
  "re-encrypt-half": reEncryptHalf,
  "redundant-values": redundantValues,
  "removal-destroys": removalDestroys,
  "replica-policy": replicaPolicy,
  "role-of-other-stack": roleOfOtherStack,
  "rotation-off": rotationOff,
  "scanner-false-alarm": scannerFalseAlarm,
  "service-administers": serviceAdministers,
  "service-call-missing": serviceCallMissing,
  "service-calls-as-caller": serviceCallsAsCaller,
  "service-principal-form": servicePrincipalForm,
  "service-principal-region": servicePrincipalRegion,
  "service-unscoped": serviceUnscoped,
  "set-prefix-missing": setPrefixMissing,
  "set-prefix-on-single-value": setPrefixOnSingleValue,
  "sid-empty": sidEmpty,
  "sid-repeated": sidRepeated,
  "single-point-of-failure": singlePointOfFailure,
  "source-account-missing": sourceAccountMissing,
  "source-ip-range": sourceIpRange,
  "statement-without-effect": statementWithoutEffect,
  "via-service-for-service": viaServiceForService,
  "via-service-value": viaServiceValue,
  "wildcard-in-exact-operator": wildcardInExactOperator,
  "rsa-key-of-2048": rsaKeyOf2048,
} as const satisfies Record<string, Rule>;

/** The name of a rule. */
export type RuleName = keyof typeof rules;
