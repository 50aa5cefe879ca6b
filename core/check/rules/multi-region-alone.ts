import { effectiveKey } from "../../design/defaults.ts";
import { isDefined } from "../../design/design.ts";
import type { Examples } from "../example.ts";
import { replicaIn, west } from "../example.ts";
import type { Rule } from "../rule.ts";

/** Whether a key is a multi-Region key is decided when it is created, and for good. */
export const multiRegionAlone: Rule = {
  family: "key-safety",
  summary: "A multi-Region key has a replica.",
  why: "The key material of a multi-Region key can be copied to other Regions by whoever may replicate the key. Without a replica it has that weakness and no use of it, and it can never be made a single-Region key.",
  mend: "Add a replica in another Region, or make a single-Region key while the key does not exist yet.",
  severity: "info",
  source: {
    title: "AWS KMS Developer Guide, Multi-Region keys in AWS KMS",
    url: "https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html",
  },
  check: ({ design, key, path }) => {
    if (!isDefined(key) || !effectiveKey(key).multiRegion) return [];
    const hasReplica = design.keys.some(
      (other) => other.kind === "replica" && other.primary === key.id,
    );
    return hasReplica
      ? []
      : [
          {
            path: [...path, "multiRegion"],
            message: "the multi-Region key has no replica in this design",
            help: "add a replica in another Region, or make a single-Region key while the key does not exist yet",
          },
        ];
  },
};

export const examples = (): Examples => [
  {
    bad: { key: { multiRegion: true } },
    at: "keys[0].multiRegion",
    good: replicaIn(west, { multiRegion: true }),
  },
];
