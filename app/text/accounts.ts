/** The words of what verdicts about access assume. */
export const accountsText = {
  title: "Organization and accounts",
  about: "What verdicts about access assume",
  lead: "Which accounts are yours and who deploys, where no policy says it. None of it is written into templates or programs.",
  sections: {
    account: "Account",
    organization: "Organization",
    outside: "Outside the organization",
  },
  account: "Account",
  accountHelp: "12 digits: the account of the stacks that name none.",
  deployer: "Deployer",
  deployerHelp: "The ARN of the role or user that deploys the stacks.",
  organization: "Organization ID",
  organizationHelp: "Begins with o-, such as o-a1b2c3d4e5.",
  accounts: "Accounts in the organization",
  accountsHelp: "An account ID on each line; there may be others.",
  accountsLater: "The organization ID comes first.",
  trusted: "Trusted accounts",
  trustedHelp:
    "An account ID on each line: accounts outside the organization that may have access.",
  set: (label: string) => `Set ${label.toLowerCase()}`,
  hasAccounts: {
    message: "the organization has accounts listed, so it needs its ID",
    help: "remove its accounts first",
  },
};
