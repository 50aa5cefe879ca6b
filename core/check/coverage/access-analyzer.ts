import type { Tool } from "./coverage.ts";

/** The checks of IAM Access Analyzer, ValidatePolicy. */
export const accessAnalyzer: Tool = {
  title: "IAM Access Analyzer, ValidatePolicy",
  version:
    "Policy check reference of May 2023. The source lists three of the checks twice.",
  checks: {
    "ARN account not allowed": ["resource-in-key-policy"],
    "ARN Region not allowed": ["resource-in-key-policy"],
    "Data type mismatch": ["element-type"],
    "Duplicate keys with different case": ["condition-key-repeated"],
    "Invalid action": ["action-unknown"],
    "Invalid ARN account": ["principal-form", "principal-arn"],
    "Invalid ARN prefix": ["principal-form", "principal-arn"],
    "Invalid ARN Region": ["principal-form", "resource-in-key-policy"],
    "Invalid ARN resource": ["principal-form", "resource-in-key-policy"],
    "Invalid ARN service case": ["resource-in-key-policy"],
    "Invalid condition data type": ["condition-value-type"],
    "Invalid condition key format": ["condition-key-unknown"],
    "Invalid condition multiple Boolean": ["condition-value-type"],
    "Invalid condition operator": ["condition-operator"],
    "Invalid effect": ["element-type"],
    "Invalid global condition key": ["condition-key-unknown"],
    "Invalid partition": ["principal-form", "partition-elsewhere"],
    "Invalid policy element": ["element-unknown"],
    "Invalid principal format": ["principal-type"],
    "Invalid principal key": ["principal-type"],
    "Invalid Region": ["condition-value-form"],
    "Invalid service": ["service-principal-form"],
    "Invalid service condition key": ["condition-key-unknown"],
    "Invalid service in action": ["action-unknown"],
    "Invalid variable for operator": ["policy-variable"],
    "Invalid version": ["policy-version"],
    "Json syntax error": {
      by: "The importer reads what people paste, mends what it can, and reports each place with its line and column.",
    },
    "Missing action": ["element-missing"],
    "Missing ARN field": ["principal-form", "principal-arn"],
    "Missing ARN Region": ["resource-in-key-policy"],
    "Missing effect": ["element-missing"],
    "Missing principal": ["element-missing"],
    "Missing qualifier": ["set-prefix-missing"],
    "Missing resource": ["element-missing"],
    "Missing statement": ["replaced-without-statements"],
    "Null with if exists": ["condition-operator"],
    "SCP syntax error action wildcard": {
      outside: "It is a check of service control policies.",
    },
    "SCP syntax error allow condition": {
      outside: "It is a check of service control policies.",
    },
    "SCP syntax error allow NotAction": {
      outside: "It is a check of service control policies.",
    },
    "SCP syntax error allow resource": {
      outside: "It is a check of service control policies.",
    },
    "SCP syntax error NotResource": {
      outside: "It is a check of service control policies.",
    },
    "SCP syntax error principal": {
      outside: "It is a check of service control policies.",
    },
    "Unique Sids required": ["sid-repeated"],
    "Unsupported action in policy": ["action-in-key-policy", "action-unknown"],
    "Unsupported element combination": ["element-conflict"],
    "Unsupported global condition key": ["condition-key-deprecated"],
    "Unsupported principal": {
      outside:
        "A key policy is a policy of a resource, which needs a principal.",
    },
    "Unsupported resource ARN in policy": ["resource-in-key-policy"],
    "Unsupported Sid": {
      wrong:
        "A Sid of a key policy may have spaces: those that AWS KMS and the console write have them.",
    },
    "Unsupported wildcard in principal": ["principal-form", "principal-arn"],
    "Missing brace in variable": ["policy-variable"],
    "Missing quote in variable": ["policy-variable"],
    "Unsupported space in variable": ["policy-variable"],
    "Empty variable": ["policy-variable"],
    "Variable unsupported in element": ["policy-variable"],
    "Variable unsupported in version": ["policy-version"],
    "Private IP address": ["source-ip-range"],
    "Private NotIpAddress": ["source-ip-range"],
    "Policy size exceeds SCP quota": {
      outside: "It is a check of service control policies.",
    },
    "Invalid service principal format": ["service-principal-form"],
    "Missing tag key in condition": ["condition-key-unknown"],
    "Invalid vpc format": ["condition-value-form"],
    "Invalid vpce format": ["condition-value-form"],
    "Federated principal not supported": ["principal-type"],
    "Unsupported action for condition key": ["condition-never-true"],
    "Unsupported condition key for service principal": [
      "via-service-for-service",
    ],
    "Role trust policy syntax error notprincipal": {
      outside: "It is a check of role trust policies.",
    },
    "Role trust policy unsupported wildcard in principal": {
      outside: "It is a check of role trust policies.",
    },
    "Role trust policy syntax error resource": {
      outside: "It is a check of role trust policies.",
    },
    "Missing action for condition key": ["condition-never-true"],
    "Invalid federated principal syntax in role trust policy": {
      outside: "It is a check of role trust policies.",
    },
    "Mismatched action for principal": {
      outside: "It is a check of role trust policies.",
    },
    "Missing action for roles anywhere trust policy": {
      outside: "It is a check of role trust policies.",
    },
    "Create SLR with NotResource": {
      outside:
        "It looks for iam:CreateServiceLinkedRole, which no key policy can allow; actions of other services are found by action-unknown.",
    },
    "Create SLR with star in action and NotResource": {
      outside:
        "It looks for iam:CreateServiceLinkedRole, which no key policy can allow; actions of other services are found by action-unknown.",
    },
    "Create SLR with NotAction and NotResource": {
      outside:
        "It looks for iam:CreateServiceLinkedRole, which no key policy can allow; actions of other services are found by action-unknown.",
    },
    "Create SLR with star in resource": {
      outside:
        "It looks for iam:CreateServiceLinkedRole, which no key policy can allow; actions of other services are found by action-unknown.",
    },
    "Create SLR with star in action and resource": {
      outside:
        "It looks for iam:CreateServiceLinkedRole, which no key policy can allow; actions of other services are found by action-unknown.",
    },
    "Create SLR with star in resource and NotAction": {
      outside:
        "It looks for iam:CreateServiceLinkedRole, which no key policy can allow; actions of other services are found by action-unknown.",
    },
    "Deprecated global condition key": ["condition-key-deprecated"],
    "Invalid date value": ["condition-value-type"],
    "Invalid role reference": ["principal-unique-id"],
    "Invalid user reference": ["principal-unique-id"],
    "Missing version": ["policy-version"],
    "Unique Sids recommended": ["sid-repeated"],
    "Wildcard without like operator": ["wildcard-in-exact-operator"],
    "Policy size exceeds identity policy quota": {
      outside: "It is a check of identity policies.",
    },
    "Policy size exceeds resource policy quota": [
      "policy-size",
      "policy-shorter",
    ],
    "Type mismatch": ["condition-value-type"],
    "Type mismatch Boolean": ["condition-value-type"],
    "Type mismatch date": ["condition-value-type"],
    "Type mismatch IP range": ["condition-value-type"],
    "Type mismatch number": ["condition-value-type"],
    "Type mismatch string": ["condition-value-type"],
    "Specific github repo and branch recommended": {
      outside: "It is a check of role trust policies.",
    },
    "Policy size exceeds role trust policy quota": {
      outside: "It is a check of role trust policies.",
    },
    "Allow with NotPrincipal": ["not-principal"],
    "ForAllValues with single valued key": ["set-prefix-on-single-value"],
    "Pass role with NotResource": {
      outside:
        "It looks for iam:PassRole, which no key policy can allow; actions of other services are found by action-unknown.",
    },
    "Pass role with star in action and NotResource": {
      outside:
        "It looks for iam:PassRole, which no key policy can allow; actions of other services are found by action-unknown.",
    },
    "Pass role with NotAction and NotResource": {
      outside:
        "It looks for iam:PassRole, which no key policy can allow; actions of other services are found by action-unknown.",
    },
    "Pass role with star in resource": {
      outside:
        "It looks for iam:PassRole, which no key policy can allow; actions of other services are found by action-unknown.",
    },
    "Pass role with star in action and resource": {
      outside:
        "It looks for iam:PassRole, which no key policy can allow; actions of other services are found by action-unknown.",
    },
    "Pass role with star in resource and NotAction": {
      outside:
        "It looks for iam:PassRole, which no key policy can allow; actions of other services are found by action-unknown.",
    },
    "Missing paired condition keys": ["source-account-missing"],
    "Deny with unsupported tag condition key for service": [
      "condition-never-true",
    ],
    "Deny NotAction with unsupported tag condition key for service": [
      "condition-never-true",
    ],
    "Restrict access to service principal": ["service-unscoped"],
    "Missing condition key for oidc principal": {
      outside: "It is a check of role trust policies.",
    },
    "Missing github repo condition key": {
      outside: "It is a check of role trust policies.",
    },
    "Empty array action": ["element-empty"],
    "Empty array condition": ["condition-empty"],
    "Empty array condition ForAllValues": ["condition-empty"],
    "Empty array condition ForAnyValue": ["condition-empty"],
    "Empty array condition IfExists": ["condition-empty"],
    "Empty array principal": ["element-empty"],
    "Empty array resource": ["element-empty"],
    "Empty object condition": ["condition-empty"],
    "Empty object principal": ["element-empty"],
    "Empty Sid value": ["sid-empty"],
    "Improve IP range": ["source-ip-range"],
    "Null with qualifier": ["null-operator"],
    "Private IP address subset": ["source-ip-range"],
    "Private NotIpAddress subset": ["source-ip-range"],
    "Redundant action": ["redundant-values"],
    "Redundant condition value num": ["redundant-values"],
    "Redundant resource": ["redundant-values"],
    "Redundant statement": ["statement-without-effect"],
    "Wildcard in service name": ["action-unknown"],
    "Allow with unsupported tag condition key for service": [
      "condition-never-true",
    ],
    "Allow NotAction with unsupported tag condition key for service": [
      "condition-never-true",
    ],
    "Recommended condition key for service principal": ["service-unscoped"],
    "Irrelevant condition key in policy": ["alias-condition"],
    "Redundant principal in role trust policy": {
      outside: "It is a check of role trust policies.",
    },
    "Confirm audience claim type": {
      outside: "It is a check of role trust policies.",
    },
  },
};
