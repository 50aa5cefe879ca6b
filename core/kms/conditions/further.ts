/**
 * Condition keys that requests of some sessions and networks carry, in lower case: keys of all of AWS that key policies
 * hardly use, and keys of services that stay with a role session of theirs.
 * Source: IAM User Guide, "AWS global condition context keys", as of 2026.
 */
export const furtherConditionKeys: ReadonlySet<string> = new Set([
  "aws:assumedroot",
  "aws:calledviaawsmcp",
  "aws:chatbotsourcearn",
  "aws:ismcpserviceaction",
  "aws:signinsessionarn",
  "aws:sourcevpcarn",
  "aws:viaawsmcpservice",
  "aws:vpceaccount",
  "aws:vpceorgid",
  "aws:vpceorgpaths",
  "codebuild:buildarn",
  "codebuild:projectarn",
  "ec2:roledelivery",
  "ec2:sourceinstancearn",
  "glue:credentialissuingservice",
  "glue:roleassumedby",
  "identitystore:userid",
  "lambda:sourcefunctionarn",
  "ssm:sourceinstancearn",
]);

/**
 * Condition keys that have another name by now, in lower case. `aws:ARN` was never documented as a key of requests.
 * Source: AWS KMS Developer Guide, "AWS KMS condition keys"; IAM Access Analyzer policy check reference.
 */
export const renamedConditionKeys: ReadonlyMap<string, string> = new Map([
  ["aws:arn", "aws:PrincipalArn"],
  ["kms:customermasterkeyspec", "kms:KeySpec"],
  ["kms:customermasterkeyusage", "kms:KeyUsage"],
]);
