import { describe, expect, test } from "vitest";
import type { Json } from "../problem/json.ts";
import { withStandIns } from "./stand-ins.ts";

const place = { partition: "aws", account: "111122223333" };

function standIn(principal: Json, more: Json = [], isNamed = false) {
  const { document, notes } = withStandIns(
    {
      Statement: [
        { Effect: "Allow", Principal: { AWS: principal }, Action: "kms:*" },
        { Effect: "Allow", Principal: { AWS: more }, Action: "kms:Decrypt" },
      ],
    },
    { ...place, isNamed },
  );
  return { text: JSON.stringify(document), notes };
}

describe("an account whose ID is not filled in", () => {
  test.each([
    "arn:aws:iam::ACCOUNT_ID:root",
    "arn:aws:iam::<your account>:root",
    { "Fn::Sub": "arn:aws:iam::${Account}:root" },
  ])("[V33] of %o, whose IAM policies decide, is the key's", (principal) => {
    const { text, notes } = standIn(principal);
    expect(text).toContain("arn:aws:iam::111122223333:root");
    expect(notes.join(" ")).toContain("is taken for the account of the key");
  });

  test("[V33] others with the same word are of that account, those with another are not", () => {
    const { text } = standIn("arn:aws:iam::OWN:root", [
      "arn:aws:iam::OWN:role/App",
      "arn:aws:iam::OTHER:role/App",
    ]);
    expect(text).toContain("arn:aws:iam::111122223333:role/App");
    expect(text).toContain("arn:aws:iam::000000000001:role/App");
  });

  test("[V33] is another one where the key's account is known", () => {
    const { text } = standIn("arn:aws:iam::OTHER:root", [], true);
    expect(text).toContain("arn:aws:iam::000000000001:root");
  });
});
