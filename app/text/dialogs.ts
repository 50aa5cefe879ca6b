import type { Dependent } from "../../core/index.ts";
import type { MemberList } from "../state/members.ts";

/** The words of the windows that rename, move, delete and import. */
export const dialogsText = {
  renameTitle: {
    stacks: "Rename stack",
    keys: "Rename key",
    aliases: "Rename alias",
    consumers: "Rename resource",
    principals: "Rename principal",
  } satisfies Record<MemberList, string>,
  renameLabel: {
    stacks: "Stack name",
    keys: "Key name",
    aliases: "Construct ID",
    consumers: "Construct ID",
    principals: "Principal name",
  } satisfies Record<MemberList, string>,
  rename: "Rename",
  renameHelp: "The name of the construct in the CDK app.",
  keepLogicalId: "Keep the logical ID of the key",
  keepStackName: "Keep the name of the stack in CloudFormation",
  sameIds: "No logical ID changes.",
  logicalIds: "Logical IDs that change",
  before: "Before",
  after: "After",
  id: "ID",
  inStackOf: (stack: string) => `in stack ${stack}`,
  newKey:
    "A changed logical ID means that CloudFormation creates a new key. The old one is still needed for what it encrypted.",
  newResource:
    "A changed logical ID means that CloudFormation creates a new resource.",
  newAlias:
    "An alias under a new logical ID can be deployed only after the old one is gone.",
  newStack: (before: string, after: string) =>
    `The stack is called ${after} instead of ${before} in CloudFormation: deploying it makes a new stack with new keys.`,
  moveTitle: "Move key to another stack",
  moveLabel: "Stack",
  move: "Move",
  moveWarning:
    "CloudFormation does not move a key: it makes a new one in the other stack, and the removal policy decides about the old one.",
  moving: "Resources that move",
  deleteTitle: (name: string) => `Delete ${name}`,
  deleteLead: "These go with it:",
  deleteUndo: "Undo brings all of it back.",
  delete: "Delete",
  cancel: "Cancel",
  more: (count: number) => `and ${count} more`,
  kinds: {
    stack: "Stack",
    principal: "Principal",
    key: "Key",
    alias: "Alias",
    consumer: "Resource",
    output: "Output",
    administrator: "Administrator of",
    statement: "Statement of",
    grant: "Grant of",
    claim: "Claim",
    test: "Test",
    accepted: "Accepted finding",
    recipe: "Recipe",
  } satisfies Record<Dependent["kind"], string>,
  importKeyTitle: "Import key by ARN",
  importAliasTitle: "Import key by alias",
  lookUpTitle: "Look up key",
  arn: "Key ARN",
  arnPlaceholder: "arn:aws:kms:us-east-1:111122223333:key/…",
  arnHelp: "The key exists already; the stack refers to it.",
  alias: "Alias",
  aliasHelp: "Such as alias/aws/s3 or alias/payments.",
  lookUpHelp:
    "The CDK finds the key in the account and Region of the stack when it synthesises.",
  empty: { message: "there is nothing to name the key by", help: "type it" },
  inStack: "Stack",
  add: "Add",
};
