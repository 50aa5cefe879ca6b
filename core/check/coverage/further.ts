import type { Tool } from "./coverage.ts";

/** What no tool looks for, what real templates get wrong most often, and what the CDK lets pass. */
export const further: readonly Tool[] = [
  {
    title: "Found by no other tool",
    version: "From the documentation of AWS KMS and IAM.",
    checks: {
      "statement without Resource or Action: accepted by KMS API, silently ineffective":
        ["element-missing"],
      "kms:RetireGrant in key policy: not effective": ["action-in-key-policy"],
      "IAM-only actions (CreateKey, ListKeys, ListAliases, GenerateRandom, *CustomKeyStore*) in key policy: no effect":
        ["action-in-key-policy"],
      "cross-account principal + action whose cross-account use is No: no effect":
        ["cross-account-action"],
      "action not valid for key spec/usage/origin": ["action-not-for-key"],
      "ForAllValues on kms:EncryptionContext:x (single-valued) in Allow": [
        "set-prefix-on-single-value",
      ],
      "ForAllValues Allow on kms:EncryptionContextKeys allows requests without context":
        ["for-all-values-absent"],
      "encryption-context condition on action without EncryptionContext: condition never true":
        ["condition-never-true"],
      "encryption-context condition on asymmetric/HMAC key: never true": [
        "condition-never-true",
      ],
      "kms:RequestAlias / kms:ResourceAliases with alias ARN: never matches": [
        "alias-condition",
      ],
      "kms:ResourceAliases in key policy: guide says IAM only": [
        "alias-condition",
      ],
      "aws:SourceIp or aws:SourceVpc(e) condition breaks integrated services": [
        "network-condition",
      ],
      "kms:ViaService in a statement whose principal is a service principal: never true":
        ["via-service-for-service"],
      "no root delegation and single principal: unmanageable if deleted": [
        "single-point-of-failure",
      ],
      "caller cannot PutKeyPolicy: lockout safety check": ["deployer-refused"],
      "CreateGrant without GrantIsForAWSResource or GrantOperations": [
        "create-grant-open",
      ],
      "wildcard principal without kms:CallerAccount / PrincipalOrgID": [
        "public-access",
      ],
      "NotPrincipal Deny without account root": ["not-principal"],
      "multi-Region: UpdatePrimaryRegion/ReplicateKey missing or policies differ between replicas":
        ["multi-region-upkeep", "replica-policy"],
      "logs principal not regional (logs.amazonaws.com)": [
        "logs-without-region",
      ],
      "ReEncryptFrom without ReEncryptTo": ["re-encrypt-half"],
      "tag/alias write permission = access control permission (ABAC)": [
        "access-by-tag-or-alias",
      ],
      "policy over 32768 bytes, forbidden characters": [
        "policy-size",
        "policy-shorter",
        "policy-characters",
      ],
    },
  },
  {
    title: "The most common mistakes in real templates",
    version: "Of 132 resources in 75 public templates, the most common first.",
    checks: {
      "No DeletionPolicy: Retain on the key": ["removal-destroys"],
      "Partition typed into ARNs": [
        "partition-typed-in",
        "partition-elsewhere",
      ],
      "Symmetric key without automatic rotation": ["rotation-off"],
      "Service principal without a condition on its source": [
        "service-unscoped",
      ],
      "kms:CreateGrant without a grant condition": ["create-grant-open"],
      "Account root absent, or without kms:*": [
        "account-not-delegated",
        "single-point-of-failure",
        "locked-out",
      ],
      "Administration and cryptographic use in one statement": [
        "administration-with-use",
      ],
      "kms:* for a role or user": ["all-actions-for-identity"],
      "Resource that is not *": ["resource-in-key-policy", "element-missing"],
      "Wildcard principal with kms:ViaService alone": ["public-access"],
      "No KeyPolicy at all": ["default-policy"],
      "Wrong service principal": [
        "logs-without-region",
        "service-calls-as-caller",
        "service-administers",
      ],
      "Actions that cannot work in a key policy, and odd spellings": [
        "action-in-key-policy",
        "action-unknown",
      ],
      "Repeated Sid, no Version": ["sid-repeated", "policy-version"],
      "Account ID typed in or malformed; rotation of an RSA key": [
        "account-typed-in",
        "principal-form",
        "rotation-of-key",
      ],
    },
  },
  {
    title: "What the CDK lets pass",
    version: "aws-cdk-lib 2.276.0 and @aws-cdk/aws-kms 1.204.0.",
    checks: {
      "A statement without a principal is absorbed by an equal one": {
        by: "Refused at the statement, as the CDK would without its merging.",
      },
      "A PolicyDocument that two keys share": {
        by: "A design gives each key a policy of its own.",
      },
      "The first alias decides the logical IDs of the others": {
        by: "Comparing with a baseline says which resources an update replaces.",
      },
      "A custom policy replaces the default one, and grants still trust the account":
        ["grant-without-effect"],
      "Grants to imported roles that cannot be changed reach no policy": [
        "grant-nowhere",
      ],
      "Grants to users of other accounts": ["identity-elsewhere"],
      "Rotation period on keys that do not rotate": ["rotation-of-key"],
      "Key usages that the key spec does not have, such as encryption with the Edwards curve":
        ["usage-of-spec"],
      "Alias names with a colon; names of imported aliases without alias/": [
        "alias-colon",
        "imported-alias-name",
      ],
      "The dummy key ID of a look-up": ["look-up-pending"],
      "Cycles between stacks through grants": {
        by: "Refused, shown step by step with changes that end it.",
      },
      "Unknown condition operators, principals of a wrong form": [
        "condition-operator",
        "principal-form",
      ],
    },
  },
];
