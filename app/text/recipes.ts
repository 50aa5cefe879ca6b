import type { RecipeStatus } from "../../core/index.ts";

/** The words of the window for what uses a key, and of what it adds. */
export const recipesText = {
  title: "What will use this key?",
  search: "Search",
  searchHelp: "A service or a job, such as flow logs",
  category: "Category",
  allCategories: "All categories",
  side: "Who calls AWS KMS",
  allSides: "Anybody",
  count: (count: number) => (count === 1 ? "1 use" : `${count} uses`),
  none: "Nothing fits. Search for less, or choose all categories.",
  several: "Several at once",
  statuses: {
    documented: "Documented",
    cdk: "As the CDK writes it",
    unconfirmed: "Not confirmed",
    ours: "Our own",
  } satisfies Record<RecipeStatus, string>,
  unconfirmed: (reason: string) => `Not confirmed by a document: ${reason}`,
  pick: "Choose what will use the key. What it needs is asked here, and what it adds is shown before it is added.",
  back: "All uses",
  parts: "What to add",
  questions: "Answers",
  onePerLine: "one a line",
  tabs: "About this use",
  adds: "What it adds",
  allowed: "Is my service allowed?",
  addsNothing: "Nothing: nothing is chosen.",
  json: "As JSON",
  placeholders: "What is not answered yet stands in angle brackets.",
  elsewhere: "What else must be done",
  elsewhereNone: "Nothing: the key policy is enough.",
  copy: "Copy",
  copied: "Copied",
  notCopied: "The browser does not let the page copy. Select the text instead.",
  different: "What is different here",
  note: "To know",
  source: "Source",
  cancel: "Cancel",
  add: (key: string) => `Add to ${key}`,
  update: "Update",
  /** What the button at the end does. */
  addsCount: (count: number, key: string) =>
    `Adds ${statements(count)} to ${key}`,
  updatesCount: (count: number, key: string) =>
    `Writes ${statements(count)} of ${key} anew`,
  added: (count: number, key: string) => `Added ${statements(count)} to ${key}`,
  addTitle: (title: string) => `Add “${title}”`,
  updateTitle: (title: string) => `Change the answers of “${title}”`,
  updated: "The statements are written anew",
  removeTitle: (title: string) => `Remove “${title}”`,
  removed: (title: string) => `Removed “${title}” and its statements`,
  byHand:
    "Its statements were changed by hand. Updating replaces them with what the recipe writes.",
  keyKinds: (reason: string, spec: string) =>
    `This key has the key spec ${spec}. ${reason}`,
  symmetricOnly: "The service works with symmetric encryption keys only.",
  readOnly: "The design is edited in another tab.",
  whole:
    "The key policy is kept as a whole from the template. Write it in statements first, in Policy.",
  verdicts: {
    allowed: "Allowed",
    "by-iam": "By IAM policies",
    missing: "Missing",
    unknown: "Not known",
  },
  denied: "Denied",
  allowedLead: (key: string) =>
    `Each documented call, under the key policy of ${key} as it is now.`,
  guardLead: "This use denies: its calls are to be denied once it is added.",
  byIamReason:
    "the key policy lets the IAM policies of the caller's account decide",
  allAllowed: "The key policy allows all of them.",
  someMissing: (count: number) =>
    count === 1 ? "1 call is missing." : `${count} calls are missing.`,
  noCalls: "Nothing is chosen.",
  noPolicy: "The key policy of this key is not known.",
  checking: "Looking at the key policy",
  stopped: "Stopped.",
  failed: "It could not be worked out.",
  calls: "Calls",
  by: "by",
  request: "Request",
  usedBy: "Used by",
  usedByLead: "What was added for services, with its statements.",
  usedByNone: "Nothing was added for a service yet.",
  from: (title: string) => `From recipe: ${title}`,
  fromRecipe: "From a recipe",
  changeAnswers: "Change answers…",
  changeAnswersOf: (title: string) => `Change answers: ${title}`,
  remove: "Remove recipe",
  unknownRecipe: "This recipe is not known here.",
};

/** The words of the ways to add several uses at once. */
export const wizardsText = {
  service: "Several services",
  source: "Each part has its own source",
  share: {
    title: "Share with another account",
    summary:
      "Other accounts use what this key encrypts: objects of a bucket, snapshots of volumes and of databases. KMS grants are bound to AWS resources.",
    accounts: "Account IDs",
    accountsHelp: "The accounts to share with",
    bucket: "Bucket",
    bucketHelp: "Names of the buckets they read and write",
    parts: {
      use: "Whatever they encrypt: encrypt, decrypt and data keys",
      objects: "Objects of an S3 bucket",
      volumes: "Snapshots of EBS volumes",
      databases: "Snapshots of RDS databases",
      warehouse: "Snapshots of a Redshift cluster",
    },
  },
  operations: {
    title: "Logs, alarms, trail and queue of one account",
    summary:
      "CloudWatch Logs, alarms to a topic, a trail, and a queue that a topic delivers to: all with this key.",
    trail: "Trail",
    trailHelp: "Names of the trails",
    alarm: "Alarms",
    alarmHelp: "Names of the alarms, or *",
    topic: "Topic",
    topicHelp: "Names of the topics that deliver to the queue",
    parts: {
      logs: "All log groups",
      alarms: "Alarms that notify an encrypted topic",
      trail: "Log files of a trail",
      queue: "Messages from a topic in an encrypted queue",
    },
  },
};

function statements(count: number): string {
  return count === 1 ? "1 statement" : `${count} statements`;
}
