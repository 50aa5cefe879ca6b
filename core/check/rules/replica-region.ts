import { isDefined } from "../../design/design.ts";
import type { Design, Key, ReplicaKey } from "../../design/design.ts";
import { memberWithId } from "../../design/members.ts";
import { partitionOf } from "../../kms/regions.ts";
import { parseArn } from "../../policy/arn.ts";
import type { Path } from "../../problem/problem.ts";
import { stackOf } from "../../synth/synthesize.ts";
import { keyFix } from "../rule.ts";
import type { Report, Rule } from "../rule.ts";
import type { Examples } from "../example.ts";
import { replicaIn, west } from "../example.ts";

/** CloudFormation finds out only when it creates the replica. */
export const replicaRegion: Rule = {
  family: "deployment",
  summary:
    "A replica is of a multi-Region key, in another Region of its partition, and the only one there.",
  why: "AWS KMS refuses any other replica, and the stack fails.",
  mend: "Make the primary a multi-Region key, and put the replica into a Region of its own.",
  severity: "error",
  source: {
    title: "CloudFormation Template Reference, AWS::KMS::ReplicaKey",
    url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-replicakey.html",
  },
  check: ({ design, key, path }) =>
    key.kind === "replica"
      ? [
          ...primaryReports(design, key, path),
          ...regionReports(design, key, path),
        ]
      : [],
};

function primaryReports(
  design: Design,
  { primary: id }: ReplicaKey,
  path: Path,
): readonly Report[] {
  const primary = memberWithId(design.keys, id);
  if (primary === undefined || !isDefined(primary)) return [];
  if (primary.multiRegion === true) return [];
  return [
    {
      path: [...path, "primary"],
      message: `\`${id}\` is a single-Region key, which has no replicas`,
      help: "make it a multi-Region key, which a key that exists cannot become",
      fix: keyFix("Make the primary multi-Region", primary, {
        multiRegion: true,
      }),
    },
  ];
}

function regionReports(
  design: Design,
  replica: ReplicaKey,
  path: Path,
): readonly Report[] {
  const { region } = stackOf(design, replica);
  const primary = memberWithId(design.keys, replica.primary);
  const home = primary && homeOf(design, primary);
  // Where nobody knows where the primary is, the replica may well be somewhere else.
  const isKnown = primary?.kind === "defined" || home !== undefined;
  const others = design.keys.flatMap((key) =>
    key !== replica && key.kind === "replica" && key.primary === replica.primary
      ? [stackOf(design, key).region]
      : [],
  );
  const taken = isKnown ? [home, ...others] : others;
  const report = (message: string): Report => ({
    path: [...path, "stack"],
    message,
    help: "give the replica a stack in a Region of its own",
  });
  if (taken.includes(region))
    return [
      report(
        `the replica is in the Region of its primary or of another replica${region === undefined ? "" : `, ${region}`}`,
      ),
    ];
  const isOtherPartition =
    region !== undefined &&
    home !== undefined &&
    partitionOf(region) !== partitionOf(home);
  return isOtherPartition
    ? [report(`${region} is in another partition than the primary's ${home}`)]
    : [];
}

/** The Region of a key: of its stack, or of its ARN where it exists. */
function homeOf(design: Design, key: Key): string | undefined {
  if (key.kind !== "imported") return stackOf(design, key).region;
  const region = parseArn(key.arn)?.region ?? "";
  return region === "" || region.includes("${") ? undefined : region;
}

export const examples = (): Examples => [
  {
    bad: replicaIn(west, {}),
    at: "keys[1].primary",
    good: replicaIn(west, { multiRegion: true }),
  },
  {
    bad: replicaIn({ ...west, region: "us-east-1" }, { multiRegion: true }),
    at: "keys[1].stack",
    good: replicaIn(west, { multiRegion: true }),
  },
  {
    bad: replicaIn({ ...west, region: "cn-north-1" }, { multiRegion: true }),
    at: "keys[1].stack",
    good: replicaIn(west, { multiRegion: true }),
  },
];
