/** A document, package or measurement that facts were taken from. */
export interface Source {
  readonly title: string;
  readonly url?: string;
}

const rows = {
  sdk: {
    title: "AWS SDK for JavaScript, client-kms 3.1164.0 (API reference)",
    url: "https://docs.aws.amazon.com/kms/latest/APIReference/Welcome.html",
  },
  iamData: {
    title: "Service authorization data, iam-data 0.21.202609261",
    url: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awskeymanagementservice.html",
  },
  kmsGuide: {
    title: "AWS KMS Developer Guide, current pages",
    url: "https://docs.aws.amazon.com/kms/latest/developerguide/overview.html",
  },
  kmsGuideConditions: {
    title: "AWS KMS Developer Guide, condition keys",
    url: "https://docs.aws.amazon.com/kms/latest/developerguide/policy-conditions.html",
  },
  kmsGuide2023: {
    title: "AWS KMS Developer Guide, public copy of June 2023",
    url: "https://github.com/awsdocs/aws-kms-developer-guide",
  },
  kmsHistory: {
    title: "AWS KMS Developer Guide, document history",
    url: "https://docs.aws.amazon.com/kms/latest/developerguide/dochistory.html",
  },
  iamGuide2023: {
    title: "IAM User Guide, global condition keys, public copy of May 2023",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html",
  },
  cloudFormation: {
    title:
      "CloudFormation schemas, cfn-lint 1.51.0 and aws-service-spec 0.1.216",
    url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-key.html",
  },
  cdkV2: {
    title: "aws-cdk-lib 2.276.0",
    url: "https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_kms-readme.html",
  },
  cdkV1: {
    title: "@aws-cdk/aws-kms 1.204.0",
    url: "https://docs.aws.amazon.com/cdk/api/v1/docs/aws-kms-readme.html",
  },
  pricing: {
    title: "AWS KMS pricing",
    url: "https://aws.amazon.com/kms/pricing/",
  },
  pricingQuoted: {
    title: "AWS KMS pricing as quoted in public repositories",
    url: "https://aws.amazon.com/kms/pricing/",
  },
  partitions: {
    title: "Partition list of botocore",
    url: "https://github.com/boto/botocore/blob/develop/botocore/data/partitions.json",
  },
  cdkNag: {
    title: "cdk-nag 3.0.2 and 2.38.2, rule packs and `NagSuppressionHelper`",
    url: "https://github.com/cdklabs/cdk-nag/blob/main/RULES.md",
  },
  checkov: {
    title:
      "checkov, CloudFormation checks `KMSRotation` and `KMSKeyWildCardPrincipal`, `context_parser.py`",
    url: "https://github.com/bridgecrewio/checkov",
  },
  guardRegistry: {
    title: "AWS Guard Rules Registry, `rules/aws/aws_kms`",
    url: "https://github.com/aws-cloudformation/aws-guard-rules-registry",
  },
  controlTower: {
    title:
      "@cdklabs/cdk-validator-cfnguard 0.0.62, Guard rules of AWS Control Tower, measured",
    url: "https://docs.aws.amazon.com/controltower/latest/userguide/kms-rules.html",
  },
  cfnNag: {
    title: "cfn_nag, `KMSKeyRotationRule` and `KMSKeyWildcardPrincipalRule`",
    url: "https://github.com/stelligent/cfn_nag",
  },
  recalled: {
    title: "Recalled, no source seen",
  },
} as const satisfies Record<string, Source>;

/** The name of a source in {@link sources}. */
export type SourceId = keyof typeof rows;

/** One source, or all of those that state the fact. */
export type SourceRef = SourceId | readonly SourceId[];

/** Where the facts of this folder come from. */
export const sources: Readonly<Record<SourceId, Source>> = rows;
