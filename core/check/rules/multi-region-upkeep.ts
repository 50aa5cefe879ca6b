import { isDefined } from "../../design/design.ts";
import type { KmsAction } from "../../kms/actions.ts";
import type { Examples } from "../example.ts";
import { policyOfKey } from "../policy-view.ts";
import type { Rule } from "../rule.ts";

const upkeep = [
  "kms:ReplicateKey",
  "kms:UpdatePrimaryRegion",
] as const satisfies readonly KmsAction[];

export const multiRegionUpkeep: Rule = {
  family: "deployment",
  summary:
    "Somebody may replicate a multi-Region key and change its primary Region.",
  why: "Without kms:ReplicateKey no replica can be added, and without kms:UpdatePrimaryRegion no other Region can take over when the primary one is gone.",
  mend: "Allow both actions to an administrator, or let the IAM policies of the account decide.",
  severity: "info",
  source: {
    title: "AWS KMS Developer Guide, Control access to multi-Region keys",
    url: "https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-auth.html",
  },
  check: (subject) => {
    const { key, path } = subject;
    if (!isDefined(key) || key.multiRegion !== true) return [];
    const view = policyOfKey(subject);
    if (view === undefined) return [];
    const allowed = new Set<string>(
      view.statements
        .filter(({ effect }) => effect === "Allow")
        .flatMap(({ covers }) => covers),
    );
    const missing = upkeep.filter((action) => !allowed.has(action));
    if (missing.length === 0) return [];
    return [
      {
        path: [...path, "policy"],
        message: `nobody is allowed ${missing.map((action) => `\`${action}\``).join(" and ")}`,
        help: "allow it to an administrator, or let the IAM policies of the account decide",
      },
    ];
  },
};

const administered = (...actions: readonly string[]) => ({
  key: {
    multiRegion: true,
    policy: { mode: "replace", statements: [] },
  } as const,
  json: [
    {
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::111122223333:role/Admin" },
      Action: ["kms:PutKeyPolicy", ...actions],
      Resource: "*",
    },
  ],
});

export const examples = (): Examples => [
  {
    bad: administered("kms:ReplicateKey"),
    at: "keys[0].policy",
    good: administered("kms:ReplicateKey", "kms:UpdatePrimaryRegion"),
  },
];
