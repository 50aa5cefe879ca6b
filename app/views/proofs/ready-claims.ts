import type { Claim, Design } from "../../../core/index.ts";
import { administratorsOf } from "../../../core/index.ts";
import { proofsText } from "../../text/proofs.ts";

/** A claim that is nearly written. */
export interface ReadyClaim {
  readonly text: string;
  readonly begin: (design: Design) => Claim;
  /** Nothing has to be chosen any more. */
  readonly isWhole: boolean;
}

const { ready } = proofsText;

/** Actions with which one changes who may do what, or takes the key away. */
const administration = [
  "kms:PutKeyPolicy",
  "kms:CreateGrant",
  "kms:ScheduleKeyDeletion",
  "kms:DisableKey",
] as const;

/** What people claim most often. */
export const readyClaims: readonly ReadyClaim[] = [
  {
    text: ready.account,
    isWhole: true,
    begin: () => ({
      id: "account-only-decrypt",
      kind: "nobody-outside",
      boundary: "account",
      actions: ["kms:Decrypt"],
    }),
  },
  {
    text: ready.organization,
    isWhole: true,
    begin: () => ({
      id: "organization-only",
      kind: "nobody-outside",
      boundary: "organization",
      actions: ["kms:*"],
    }),
  },
  {
    text: ready.only,
    isWhole: false,
    begin: ({ keys }) => ({
      id: "administrators",
      kind: "only",
      principals: [...new Set(keys.flatMap(administratorsOf))].map(
        (principal) => ({ principal }),
      ),
      actions: administration,
    }),
  },
  {
    text: ready.never,
    isWhole: false,
    begin: () => ({
      id: "never-delete",
      kind: "never",
      principal: { arn: "" },
      actions: ["kms:ScheduleKeyDeletion"],
    }),
  },
];
