/**
 * The CDK's removal policies: its name for each, and what they write into the template.
 * Source: aws-cdk-lib 2.276.0, `CfnResource.applyRemovalPolicy`.
 */
export const removalPolicies = {
  retain: {
    label: "Retain",
    summary: "The key stays when it leaves the stack.",
    cdk: "RETAIN",
    deletionPolicy: "Retain",
    updateReplacePolicy: "Retain",
  },
  destroy: {
    label: "Destroy",
    summary: "Leaving the stack schedules the key for deletion.",
    cdk: "DESTROY",
    deletionPolicy: "Delete",
    updateReplacePolicy: "Delete",
  },
  "retain-on-update-or-delete": {
    label: "Retain except on create",
    summary:
      "The key stays, unless the deployment that creates it is rolled back.",
    cdk: "RETAIN_ON_UPDATE_OR_DELETE",
    deletionPolicy: "RetainExceptOnCreate",
    updateReplacePolicy: "Retain",
  },
} as const;
