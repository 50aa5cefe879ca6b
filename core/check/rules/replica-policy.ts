import type { Design, Key, OwnedKey, ReplicaKey } from "../../design/design.ts";
import { isOwned } from "../../design/design.ts";
import { compareAccess } from "../../prove/compare.ts";
import type { Subject } from "../../prove/subject.ts";
import { indexOfId, memberWithId } from "../../design/members.ts";
import type { Examples } from "../example.ts";
import { replicaIn, west } from "../example.ts";
import { policyOfKey } from "../policy-view.ts";
import { keyFix } from "../rule.ts";
import type { Rule } from "../rule.ts";

/** AWS KMS keeps the key material of replicas in step, not their policies. */
export const replicaPolicy: Rule = {
  family: "deployment",
  summary:
    "A replica has a key policy that means what that of its primary means.",
  why: "Each replica has a policy of its own, which AWS KMS does not keep in step. What the primary denies, another Region may allow, with the same key material.",
  mend: "Give the replica the statements of its primary, unless the difference is meant.",
  severity: "info",
  source: {
    title: "AWS KMS Developer Guide, Multi-Region keys, independent properties",
    url: "https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html",
  },
  check: (subject) => {
    const { design, key, path } = subject;
    if (key.kind !== "replica") return [];
    const primary = memberWithId(design.keys, key.primary);
    const own = policyOfKey(subject)?.subject;
    const other = primary && subjectOfKey(design, primary);
    if (own === undefined || other === undefined) return [];
    const difference = differenceOf(other, own);
    if (difference === undefined) return [];
    return [
      {
        path: [...path, "policy"],
        message: `the policy ${difference} than that of its primary \`${key.primary}\``,
        help: "give the replica the statements of its primary, or accept the difference",
        ...(primary !== undefined &&
          isOwned(primary) && { fix: copyFix(key, primary) }),
      },
    ];
  },
};

function subjectOfKey(design: Design, key: Key): Subject | undefined {
  const path = ["keys", indexOfId(design.keys, key.id)];
  return policyOfKey({ design, key, path })?.subject;
}

/** What differs between two policies, whatever Region their keys are in; undefined where nothing does. */
function differenceOf(primary: Subject, replica: Subject): string | undefined {
  const { document, policy, account, partition } = primary;
  // Keys of other accounts or partitions are no replicas of each other.
  const isElsewhere =
    account !== replica.account || partition !== replica.partition;
  const isSame = JSON.stringify(document) === JSON.stringify(replica.document);
  if (isElsewhere || isSame) return undefined;
  const same = { ...replica, document, policy };
  const { verdict } = compareAccess(same, replica);
  return words[verdict];
}

const words = {
  equivalent: undefined,
  narrower: "allows less",
  wider: "allows more",
  incomparable: "allows something else",
  unknown: "may allow something else",
} as const;

function copyFix(key: ReplicaKey, { policy, administrators }: OwnedKey) {
  return keyFix("Copy the policy of the primary", key, {
    policy,
    administrators,
  });
}

const statement = {
  effect: "Allow",
  principals: ["App"],
  actions: ["kms:Decrypt"],
  resources: ["*"],
} as const;
const both = (...effects: readonly ("Allow" | "Deny")[]) => {
  const { design = {} } = replicaIn(west, { multiRegion: true });
  const keys = (design.keys ?? []).map((key, index) => ({
    ...key,
    policy: {
      mode: "amend" as const,
      statements: [{ ...statement, effect: effects[index] ?? "Allow" }],
    },
  }));
  return { design: { ...design, keys } };
};

export const examples = (): Examples => [
  {
    bad: both("Deny", "Allow"),
    at: "keys[1].policy",
    good: both("Allow", "Allow"),
  },
];
