import type { Answers, RecipeQuestion } from "../../../core/index.ts";
import { wizardsText } from "../../text/recipes.ts";

/** A recipe of a wizard, and how it takes its answers from the shared ones. */
export interface WizardPart {
  readonly id: string;
  readonly label: string;
  readonly recipe: string;
  /** The names of the wizard's questions that it needs. */
  readonly asks: readonly string[];
  readonly answers: (given: Answers) => Answers;
  /** It is not chosen at first. */
  readonly isExtra?: true;
}

/** Several recipes that are added together, with shared answers. */
export interface Wizard {
  readonly title: string;
  readonly summary: string;
  readonly questions: readonly RecipeQuestion[];
  readonly parts: readonly WizardPart[];
}

const { share, operations } = wizardsText;

/** The ways to add several recipes at once, by name. */
export const wizards: Readonly<Record<string, Wizard>> = {
  "share-with-account": {
    title: share.title,
    summary: share.summary,
    questions: [
      {
        name: "accounts",
        label: share.accounts,
        kind: "account",
        help: share.accountsHelp,
        example: "444455556666",
        many: true,
      },
      {
        name: "bucket",
        label: share.bucket,
        kind: "name",
        help: share.bucketHelp,
        example: "orders",
        many: true,
      },
    ],
    parts: [
      {
        id: "use",
        label: share.parts.use,
        recipe: "share-with-account",
        asks: ["accounts"],
        answers: ({ accounts = [] }) => ({ otherAccount: accounts }),
        isExtra: true,
      },
      {
        id: "objects",
        label: share.parts.objects,
        recipe: "s3-via-service",
        asks: ["accounts", "bucket"],
        answers: ({ accounts = [], bucket = [] }) => ({
          principals: rootsOf(accounts),
          bucket,
        }),
      },
      {
        id: "volumes",
        label: share.parts.volumes,
        recipe: "ebs-snapshot-share",
        asks: ["accounts"],
        answers: ({ accounts = [] }) => ({ otherAccount: accounts }),
      },
      {
        id: "databases",
        label: share.parts.databases,
        recipe: "rds-share-snapshot",
        asks: ["accounts"],
        answers: ({ accounts = [] }) => ({ otherAccount: accounts }),
        isExtra: true,
      },
      {
        id: "warehouse",
        label: share.parts.warehouse,
        recipe: "redshift-snapshot-share",
        asks: ["accounts"],
        answers: ({ accounts = [] }) => ({ accounts }),
        isExtra: true,
      },
    ],
  },
  "operations-of-account": {
    title: operations.title,
    summary: operations.summary,
    questions: [
      {
        name: "trail",
        label: operations.trail,
        kind: "name",
        help: operations.trailHelp,
        example: "main",
        many: true,
      },
      {
        name: "alarm",
        label: operations.alarm,
        kind: "name",
        help: operations.alarmHelp,
        example: "*",
        default: "*",
        many: true,
      },
      {
        name: "topic",
        label: operations.topic,
        kind: "name",
        help: operations.topicHelp,
        example: "alerts",
        many: true,
      },
    ],
    parts: [
      {
        id: "logs",
        label: operations.parts.logs,
        recipe: "cwlogs-account",
        asks: [],
        answers: () => ({}),
      },
      {
        id: "alarms",
        label: operations.parts.alarms,
        recipe: "cloudwatch-alarm-sns",
        asks: ["alarm"],
        answers: ({ alarm = [] }) => ({ alarm }),
      },
      {
        id: "trail",
        label: operations.parts.trail,
        recipe: "cloudtrail-encrypt",
        asks: ["trail"],
        answers: ({ trail = [] }) => ({ trail }),
      },
      {
        id: "queue",
        label: operations.parts.queue,
        recipe: "sns-to-sqs",
        asks: ["topic"],
        answers: ({ topic = [] }) => ({ topic }),
      },
    ],
  },
};

/** The accounts as principals: a key policy names an account by its root. */
function rootsOf(accounts: string | readonly string[]): readonly string[] {
  return [accounts]
    .flat()
    .map((account) => `arn:\${AWS::Partition}:iam::${account}:root`);
}
