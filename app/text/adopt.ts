/** The words about keys that exist and that a stack takes over. */
export const adoptText = {
  section: "Known of this key",
  lead: "Nothing here is managed by a stack of the design.",
  manage: "Bring under management",
  manageHelp:
    "The stack takes the key over with all that is known of it. No second key is made: the first deployment imports it.",
  managed: (id: string) => `Bring ${id} under management`,
  facts: {
    description: "Description",
    keySpec: "Key spec",
    keyUsage: "Key usage",
    origin: "Key material origin",
    aliases: "Aliases",
    rotation: "Automatic rotation",
    policy: "Key policy",
    tags: "Tags",
  },
  on: "On",
  noPolicy: "Not known: paste the output of aws kms get-key-policy",
  steps: "Import into the stack",
  stepsLead: (arn: string) =>
    `The key exists as ${arn}. The first deployment of its stack imports it, in one of these ways; then the stack manages it.`,
  cloudFormation: "Resources to import, for CloudFormation",
  cloudFormationHelp:
    "Create a change set of the type IMPORT with this file: aws cloudformation create-change-set --change-set-type IMPORT --resources-to-import file://…",
  cdk: "Resource mapping, for the CDK",
  cdkHelp: (stack: string) =>
    `Run cdk import ${stack} --resource-mapping with this file, before the first cdk deploy.`,
  terraform: "Import blocks, for Terraform",
  terraformHelp:
    "Put them beside the resources: terraform plan shows the import, terraform apply does it.",
  copy: (what: string) => `Copy ${what}`,
  done: "It is imported",
  doneHelp: "The files are no longer needed.",
  doneTitle: (id: string) => `Forget the import of ${id}`,
};
