import type { Examples } from "../example.ts";
import type { StatementView } from "../policy-view.ts";
import { placeIn, policyOfKey } from "../policy-view.ts";
import type { Report, Rule, RuleSubject } from "../rule.ts";
import { stackOf } from "../../synth/synthesize.ts";
import { principalFix } from "../statement-fix.ts";

export const partitionElsewhere: Rule = {
  family: "portability",
  summary: "Principals are of the partition of the key.",
  why: "AWS KMS refuses a key policy that names a principal of another partition, and the stack fails.",
  mend: "Name the principal of the account in the partition of the key, or write ${AWS::Partition} in its ARN.",
  severity: "error",
  source: {
    title: "AWS General Reference, Amazon Resource Names",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html",
  },
  check: (subject) => {
    const { design, key } = subject;
    if (stackOf(design, key).region === undefined) return [];
    const view = policyOfKey(subject);
    if (view === undefined) return [];
    const { partition } = view.subject;
    return view.statements.flatMap((statement) =>
      statement.principals.flatMap(({ type, text }) => {
        const of = /^arn:([a-z-]+):(?:iam|sts):/.exec(text)?.[1];
        return type !== "AWS" || of === undefined || of === partition
          ? []
          : [report(subject, statement, { text, of, partition })];
      }),
    );
  },
};

interface Found {
  readonly text: string;
  readonly of: string;
  readonly partition: string;
}

function report(
  subject: RuleSubject,
  statement: StatementView,
  { text, of, partition }: Found,
): Report {
  const by = text.replace(`arn:${of}:`, `arn:${partition}:`);
  const fix = principalFix(subject, statement, {
    title: `Write partition ${partition}`,
    text,
    by,
  });
  return {
    path: placeIn(statement, ["Principal"]),
    message: `\`${text}\` is of partition \`${of}\`, and the key of \`${partition}\``,
    help: `name a principal of partition ${partition}`,
    ...(fix !== undefined && { fix }),
  };
}

const usage = (partition: string, region: string) => ({
  json: [
    {
      Effect: "Allow",
      Principal: { AWS: `arn:${partition}:iam::111122223333:role/App` },
      Action: "kms:Decrypt",
      Resource: "*",
    },
  ],
  stack: { region },
});

export const examples = (): Examples => [
  {
    bad: usage("aws", "cn-north-1"),
    at: "keys[0].policy.statements[0].principals",
    good: usage("aws-cn", "cn-north-1"),
  },
];
