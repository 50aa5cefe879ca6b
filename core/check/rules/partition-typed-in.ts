import { isOwned } from "../../design/design.ts";
import { stackOf } from "../../synth/synthesize.ts";
import type { Examples } from "../example.ts";
import { portableTexts } from "../portable-texts.ts";
import type { Rule } from "../rule.ts";

export const partitionTypedIn: Rule = {
  family: "portability",
  summary: "ARNs of a stack without a Region are of no certain partition.",
  why: "In the China and GovCloud Regions ARNs begin otherwise. AWS KMS refuses a policy that names principals of another partition, and conditions on such ARNs never hold.",
  mend: "Write ${AWS::Partition} in place of aws, which CloudFormation fills in.",
  severity: "info",
  source: {
    title: "CloudFormation User Guide, Pseudo parameters reference",
    url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html",
  },
  check: ({ design, key, path }) => {
    if (!isOwned(key) || stackOf(design, key).region !== undefined) return [];
    const { texts, change } = portableTexts(design, key);
    const [first, ...others] = texts;
    if (first === undefined) return [];
    const more = others.length === 0 ? "" : `, as ${others.length} more do`;
    return [
      {
        path: [...path, "policy"],
        message: `\`${first}\` works in partition \`aws\` only${more}`,
        help: "write ${AWS::Partition} in place of aws",
        fix: { title: "Let CloudFormation fill in the partition", change },
      },
    ];
  },
};

const sourceArn = (text: string) => ({
  statement: { conditions: { ArnLike: { "aws:SourceArn": text } } },
});
const trail = (partition: string) =>
  `arn:${partition}:cloudtrail:\${AWS::Region}:\${AWS::AccountId}:trail/Audit`;
const template = (principal: string) => `
Resources:
  Key:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { AWS: ${principal} }
            Action: kms:*
            Resource: "*"
`;

export const examples = (): Examples => [
  {
    bad: sourceArn(trail("aws")),
    at: "keys[0].policy",
    good: sourceArn(trail("${AWS::Partition}")),
  },
  {
    bad: {
      template: template(
        '!Join ["", ["arn:aws:iam::", !Ref AWS::AccountId, ":root"]]',
      ),
    },
    at: "keys[0].policy",
    good: {
      template: template(
        '!Sub "arn:${AWS::Partition}:iam::${AWS::AccountId}:root"',
      ),
    },
  },
  {
    bad: {
      template: template('!Sub "arn:aws:iam::${AWS::AccountId}:root"'),
    },
    at: "keys[0].policy",
    // An account is in one partition.
    good: { template: template("arn:aws:iam::111122223333:root") },
  },
  {
    bad: sourceArn(trail("aws")),
    at: "keys[0].policy",
    good: { ...sourceArn(trail("aws")), stack: { region: "eu-west-1" } },
  },
];
