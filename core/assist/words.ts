/** The members of a policy document, and what each is. Source: IAM User Guide, "IAM JSON policy element reference". */
export const policyMembers = {
  Version: "Version of the policy language, not of the policy.",
  Id: "A name for the policy.",
  Statement: "The statements; each allows or denies something.",
} as const satisfies Record<string, string>;

/** The versions of the policy language. Source: IAM User Guide, "IAM JSON policy elements: Version". */
export const policyVersions = {
  "2012-10-17": "The current version, with policy variables.",
  "2008-10-17": "The old version, without policy variables.",
} as const satisfies Record<string, string>;

/** The elements of a statement in the order people write them. Source: as above. */
export const statementMembers = {
  Sid: "A name for the statement; in a key policy it may hold spaces.",
  Effect: "Whether the statement allows or denies.",
  Principal: "Who the statement is about.",
  NotPrincipal: "Everybody but these; of use with Deny only.",
  Action: "What the statement is about, such as kms:Decrypt.",
  NotAction: "Every action but these.",
  Resource: 'What it may be done with; in a key policy "*" is this key.',
  NotResource: "Everything but these resources.",
  Condition: "When the statement applies.",
} as const satisfies Record<string, string>;

/** Elements that cannot stand beside each other. Source: as above. */
export const oppositeMembers: Readonly<Record<string, string>> = {
  Principal: "NotPrincipal",
  NotPrincipal: "Principal",
  Action: "NotAction",
  NotAction: "Action",
  Resource: "NotResource",
  NotResource: "Resource",
};

/** The effects. Source: as above. */
export const effects = {
  Allow: "Allows it, unless another statement denies it.",
  Deny: "Denies it, whatever other statements allow.",
} as const satisfies Record<string, string>;

/** The types of principals. Source: IAM User Guide, "AWS JSON policy elements: Principal". */
export const principalTypes = {
  AWS: "Accounts, users, roles and sessions, by ARN or account ID.",
  Service: "AWS services, such as logs.amazonaws.com.",
  Federated: "Sessions of an identity provider.",
  CanonicalUser: "An account by its canonical user ID.",
} as const satisfies Record<string, string>;

/** The sections of a template. Source: AWS CloudFormation User Guide, "Template sections". */
export const templateSections = {
  AWSTemplateFormatVersion: "Version of the template format: 2010-09-09.",
  Description: "What the template is for.",
  Metadata: "Notes on the template.",
  Parameters: "Values that are given when the stack is deployed.",
  Rules: "Checks of the parameters before the deployment.",
  Mappings: "Tables that Fn::FindInMap reads.",
  Conditions: "Conditions that resources, outputs and Fn::If ask for.",
  Transform: "Macros that rewrite the template.",
  Resources: "What the stack creates; the only section that has to be there.",
  Outputs: "Values that the stack shows, or exports to others.",
} as const satisfies Record<string, string>;

/** The members of an output. Source: AWS CloudFormation User Guide, "Outputs". */
export const outputMembers = {
  Description: "What the output is.",
  Value: "What the output shows.",
  Export: "The name under which other stacks import it.",
  Condition: "The condition under which the stack has the output.",
} as const satisfies Record<string, string>;

/** The members of a tag. Source: AWS CloudFormation Template Reference, "Tag". */
export const tagMembers = {
  Key: "Name of the tag.",
  Value: "Value of the tag.",
} as const satisfies Record<string, string>;

/**
 * The intrinsic functions by their long names, those for keys first.
 * Source: AWS CloudFormation Template Reference, "Intrinsic functions" and "Rule-specific intrinsic functions".
 */
export const functions = {
  Ref: "The value of a parameter, or what names a resource.",
  "Fn::GetAtt": "An attribute of a resource, such as its ARN.",
  "Fn::Sub": "A text with the values of the variables in it.",
  "Fn::If": "One of two values, by a condition.",
  "Fn::Join": "Texts put together with something between them.",
  "Fn::ImportValue": "A value that another stack exports.",
  "Fn::FindInMap": "A value out of a mapping of the template.",
  "Fn::Select": "One item of a list.",
  "Fn::Split": "A text split into a list.",
  "Fn::GetAZs": "The Availability Zones of a Region.",
  "Fn::Cidr": "A list of address ranges.",
  "Fn::Base64": "A text in Base64.",
  "Fn::Length": "The number of items of a list.",
  "Fn::ToJsonString": "A value as JSON text.",
  "Fn::Transform": "What a macro makes of a part of the template.",
  "Fn::GetStackOutput": "An output of another stack.",
  Condition: "Another condition.",
  "Fn::And": "All of the conditions hold.",
  "Fn::Equals": "Two values are the same.",
  "Fn::Not": "The condition does not hold.",
  "Fn::Or": "One of the conditions holds.",
  "Fn::Contains": "A list has the value; in rules only.",
  "Fn::EachMemberEquals": "Every item is the value; in rules only.",
  "Fn::EachMemberIn": "Every item is in the other list; in rules only.",
  "Fn::RefAll": "All values of a type of parameter; in rules only.",
  "Fn::ValueOf": "An attribute of a parameter; in rules only.",
  "Fn::ValueOfAll": "An attribute of all parameters of a type; in rules only.",
} as const satisfies Record<string, string>;

/** The pseudo parameters. Source: AWS CloudFormation User Guide, "Pseudo parameters". */
export const pseudoParameterWords = {
  "AWS::AccountId": "ID of the account that the stack is in.",
  "AWS::Partition": "Partition of the Region, such as aws or aws-cn.",
  "AWS::Region": "Region that the stack is in.",
  "AWS::StackName": "Name of the stack.",
  "AWS::StackId": "ARN of the stack.",
  "AWS::URLSuffix": "End of host names, such as amazonaws.com.",
  "AWS::NotificationARNs": "ARNs of the topics that hear of the stack.",
  "AWS::NoValue": "Nothing: what has it is left out.",
} as const satisfies Record<string, string>;
