import type { PrincipalKind } from "../../core/index.ts";

/** What each kind of principal is called in a list, and what it stands for. */
export const principalKinds = {
  "account-root": {
    label: "This account",
    word: "this account",
    help: "The account of the key's stack. Its IAM policies decide who in it may do what.",
  },
  account: {
    label: "Another account",
    word: "account",
    help: "The account's own IAM policies decide who in it may do what.",
  },
  arn: {
    label: "By ARN",
    word: "ARN",
    help: "A role, a user or a session that exists. Grants go into the key policy, because the CDK does not know its own policy.",
  },
  "imported-role": {
    label: "Role",
    word: "existing role",
    help: "A role that exists. Grants go into a policy that the stack attaches to it.",
  },
  "imported-user": {
    label: "User",
    word: "existing user",
    help: "A user that exists. Grants go into a policy that the stack attaches to it.",
  },
  "imported-group": {
    label: "Group",
    word: "existing group",
    help: "A group that exists, for grants. A key policy cannot name a group.",
  },
  "new-role": {
    label: "New role",
    word: "new role",
    help: "The stack creates the role. Its name in the design is its construct ID.",
  },
  "new-user": {
    label: "New user",
    word: "new user",
    help: "The stack creates the user. Its name in the design is its construct ID.",
  },
  "new-group": {
    label: "New group",
    word: "new group",
    help: "The stack creates the group, for grants. A key policy cannot name a group.",
  },
  service: {
    label: "AWS service",
    word: "service",
    help: "A service that uses the key in its own name. Limit it with a condition such as aws:SourceAccount.",
  },
  "via-service": {
    label: "Through a service",
    word: "through a service",
    help: "Somebody whose request to AWS KMS comes by way of a service (kms:ViaService).",
  },
  organization: {
    label: "Organization",
    word: "organization",
    help: "Every principal of every account in the organization (aws:PrincipalOrgID).",
  },
  "organizational-unit": {
    label: "Organizational unit",
    word: "organizational unit",
    help: "Every principal of the accounts in these units (aws:PrincipalOrgPaths).",
  },
  federated: {
    label: "SAML or other provider",
    word: "identity provider",
    help: "People signed in by an identity provider. Mostly for who may assume a role.",
  },
  "web-identity": {
    label: "Web identity (OIDC)",
    word: "web identity",
    help: "People or workloads with a token of an OpenID Connect provider. Mostly for who may assume a role.",
  },
  any: {
    label: "Any AWS principal",
    word: "everyone",
    help: "Everyone in every AWS account. Limit it with conditions.",
  },
  star: {
    label: 'Everyone, written "*"',
    word: "everyone",
    help: 'Everyone, also without signing in; written as the plain text "*".',
  },
  composite: {
    label: "Combination",
    word: "combination",
    help: "Several principals under one name.",
  },
  "with-conditions": {
    label: "With conditions",
    word: "with conditions",
    help: "A principal that counts only while its conditions hold.",
  },
  "canonical-user": {
    label: "Canonical user",
    word: "canonical user",
    help: "An account by the canonical user ID that Amazon S3 gives it.",
  },
  "template-value": {
    label: "Value of the template",
    word: "value",
    help: "An intrinsic function such as Ref or Fn::Sub. Whom it stands for is known when the stack is deployed.",
  },
} as const satisfies Record<
  PrincipalKind,
  { readonly label: string; readonly word: string; readonly help: string }
>;

/** The kinds as the dialog lists them. */
export const kindGroups = [
  { label: "AWS account", kinds: ["account-root", "account"] },
  {
    label: "IAM identity that exists",
    kinds: ["arn", "imported-role", "imported-user", "imported-group"],
  },
  {
    label: "New IAM identity in a stack",
    kinds: ["new-role", "new-user", "new-group"],
  },
  { label: "Service", kinds: ["service", "via-service"] },
  { label: "Organization", kinds: ["organization", "organizational-unit"] },
  { label: "Identity provider", kinds: ["federated", "web-identity"] },
  { label: "Everyone", kinds: ["any", "star"] },
  { label: "Made of others", kinds: ["composite", "with-conditions"] },
  { label: "Other", kinds: ["canonical-user", "template-value"] },
] as const satisfies readonly {
  readonly label: string;
  readonly kinds: readonly PrincipalKind[];
}[];

/** The words of the picker and of the dialog of a principal. */
export const principalsText = {
  inDesign: "In this design",
  other: "New",
  addWhat: (text: string) => `Add ${text}`,
  pickHelp: "Name, ARN, account ID, service…",
  none: "No principal in this design by that name",
  newPrincipal: "New principal",
  newFor: (label: string) => `New principal for: ${label}`,
  editPrincipal: "Edit principal",
  add: "Add principal",
  save: "Save",
  cancel: "Cancel",
  kind: "Kind of principal",
  name: "Name in this design",
  nameHelp: "How this design and its sentences call it.",
  constructHelp:
    "Its construct ID in the stack; it becomes part of the logical ID.",
  suggested: (id: string) => `Empty: ${id}`,
  arn: "ARN",
  arnHelp: "Such as arn:aws:iam::111122223333:role/App",
  account: "Account ID",
  accountHelp: "12 digits",
  service: "Service principal",
  serviceHelp: "Such as logs.amazonaws.com",
  viaService: "Service",
  viaServiceHelp:
    "As kms:ViaService has it, such as s3.us-east-1.amazonaws.com",
  base: "Principal",
  baseOrAny: "Principal (any AWS principal when empty)",
  organization: "Organization ID",
  organizationHelp: "Such as o-a1b2c3d4e5",
  paths: "Paths of the units",
  pathsHelp:
    "One a line, such as o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*; the * takes in the units below.",
  provider: "Provider",
  samlHelp: "Such as arn:aws:iam::111122223333:saml-provider/Corporate",
  oidcHelp:
    "The ARN of an OIDC provider, or accounts.google.com, graph.facebook.com, www.amazon.com",
  canonicalUser: "Canonical user ID",
  canonicalUserHelp: "64 hexadecimal digits",
  element: "Stands as",
  elementOptions: {
    AWS: "AWS principal",
    Service: "Service",
    Federated: "Identity provider",
    CanonicalUser: "Canonical user",
    Principal: "The whole Principal element",
  },
  value: "Intrinsic function",
  valueHelp:
    'JSON in the long form, such as {"Fn::Sub": "arn:aws:iam::${AWS::AccountId}:role/App"}',
  members: "Members",
  addMember: "Add member",
  conditions: "Conditions",
  stack: "Stack",
  stackCreates: "The stack that creates it.",
  stackImports: "The stack that attaches policies to it.",
  identityBy: "Named by",
  byArn: "ARN",
  byName: "Name",
  identityName: "Name in IAM",
  identityNameHelp: "In the account of the stack, with its path if it has one.",
  mutable: "Policies",
  mutableToggle: "Grants may attach a policy to the role",
  mutableHelp:
    "Off: the CDK leaves the role alone, and grants go into the key policy or nowhere.",
  assumedBy: "Who may assume the role",
  chooseAssumedBy: "Choose",
  choose: "Choose",
  naming: "Name in AWS",
  namingOptions: {
    none: "CloudFormation names it",
    generate: "Generate where needed",
    name: "Fixed name",
  },
  namingHelp: {
    none: "Another account or Region cannot name it then.",
    generate:
      "The CDK makes a name when another account or Region has to name it.",
    name: "Two stacks cannot both have it in one account.",
  },
  fixedName: "Fixed name",
  edit: "Edit",
  ofStack: (stack: string) => `In stack ${stack}`,
  removeUsed: (keys: readonly string[]) =>
    keys.length === 1
      ? `Remove, used by ${keys.join()}`
      : `Remove, used by ${keys.length} keys`,
  removeTitle: (id: string) => `Remove ${id}`,
  removeLead: (id: string, count: number) =>
    count === 1
      ? `One place needs ${id} and goes with it:`
      : `${count} places need ${id} and go with it:`,
  removeAll: "Remove all",
  needed: {
    id: "a principal needs a name",
    idHelp: "type a name",
    value: "something is missing here",
    valueHelp: "fill it in",
    members: "a combination needs a member",
    membersHelp: "add one",
    base: "it needs somebody to stand for",
    baseHelp: "choose a principal",
    conditions: "there is no condition yet",
    conditionsHelp: "add one",
  },
  wrong: {
    idTaken: (id: string) => `\`${id}\` is the name of another principal`,
    idTakenHelp: "choose another name, or use that one",
    account: "an account ID has 12 digits",
    accountHelp: "such as 111122223333",
    service: "this is not the name of a service",
    serviceHelp: "write it like logs.amazonaws.com",
    organization: "this is not the ID of an organization",
    organizationHelp: "write it like o-a1b2c3d4e5",
    path: (path: string) => `\`${path}\` is not the path of a unit`,
    pathHelp: "write it like o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*",
    canonicalUser: "a canonical user ID has 64 hexadecimal digits",
    canonicalUserHelp: "copy it from the account's security credentials",
    identityName: "this name has characters that IAM does not take",
    identityNameHelp:
      "letters, digits and +=,.@_- with / between path and name",
    value: "this is not an intrinsic function",
    valueHelp: 'write it like {"Ref": "KeyAdmin"}',
    provider: "this is not an identity provider",
    providerHelp: "write its ARN, or its name",
  },
};
