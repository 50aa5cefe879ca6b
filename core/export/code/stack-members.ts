/**
 * What stacks have already, as a member or as a property they are created with: no name for anything else.
 * Source: aws-cdk-lib 2.276.0 and @aws-cdk/core 1.204.0, `Stack` and `StackProps`.
 */
export const stackMembers: readonly string[] = (
  "account addDependency addDockerImageAsset addFileAsset addMetadata addPermissionsBoundaryAspect " +
  "addStackDependency addStackTag addTransform allocateLogicalId analyticsReporting artifactId availabilityZones " +
  "azLiteralWarningSilenced bundlingRequired constructor crossRegionReferences dependencies description env " +
  "environment exportStringListValue exportValue formatArn generateStackArtifactId generateStackId " +
  "generateStackName getLogicalId maxResources nested nestedStackParent nestedStackResource node notificationArns " +
  "onPrepare onSynthesize onValidate parentStack parseArn parseEnvironment partition permissionsBoundary " +
  "permissionsBoundaryArn prepare prepareCrossReference propertyInjectors region regionalFact removeStackTag " +
  "renameLogicalId reportMissingContext reportMissingContextKey resolve resolveExportedValue splitArn " +
  "stackDependencyReasons stackId stackName suppressTemplateIndentation synthesize synthesizer tags templateFile " +
  "templateOptions terminationProtection toJsonString toString toYamlString urlSuffix validate with"
).split(" ");
