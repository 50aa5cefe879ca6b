import { describe, expect, test } from "vitest";
import type { Claim } from "../../../core/index.ts";
import { emptyDesign } from "../../../core/index.ts";
import { claimOfDraft, draftOfClaim } from "./claim-draft.ts";
import { claimWords } from "./claim-words.ts";
import { readyClaims } from "./ready-claims.ts";

const design = {
  ...emptyDesign(),
  principals: [
    { id: "Admins", kind: "arn", arn: "arn:aws:iam::111122223333:role/Admins" },
  ],
} as const;

const claims: readonly (readonly [string, Claim])[] = [
  [
    "Nobody outside 111122223333, 444455556666 may decrypt",
    {
      id: "a",
      kind: "nobody-outside",
      actions: ["kms:Decrypt"],
      boundary: ["111122223333", "444455556666"],
    },
  ],
  [
    "Nobody outside the organization may do everything",
    {
      id: "b",
      kind: "nobody-outside",
      actions: ["kms:*"],
      boundary: "organization",
      keys: ["Key"],
    },
  ],
  [
    "Admins may never schedule key deletion",
    {
      id: "c",
      kind: "never",
      actions: ["kms:ScheduleKeyDeletion"],
      principal: { principal: "Admins" },
    },
  ],
  [
    "Only Admins, logs.amazonaws.com may put key policy",
    {
      id: "d",
      kind: "only",
      actions: ["kms:PutKeyPolicy"],
      principals: [{ principal: "Admins" }, { arn: "logs.amazonaws.com" }],
    },
  ],
];

describe("claims", () => {
  test.each(claims)(
    "%s: said, taken apart and written again",
    (words, claim) => {
      expect(claimWords(claim)).toBe(words);
      expect(claimOfDraft(design, draftOfClaim(claim))).toEqual(claim);
    },
  );

  test("what a claim lacks is told", () => {
    const [never] = readyClaims.slice(-1);
    const begun = never?.begin(design);
    if (begun === undefined) throw new Error("there are ready-made claims");
    expect(claimOfDraft(design, draftOfClaim(begun))).toBe(
      "Name at least one principal.",
    );
  });
});
