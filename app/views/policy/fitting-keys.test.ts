import { describe, expect, test } from "vitest";
import { fitsActions, fittingKeys } from "./fitting-keys.ts";

describe("condition keys that fit actions", () => {
  test("are those that a request for one of the actions carries", () => {
    expect(fittingKeys(["kms:CreateGrant"])).toContain("kms:GrantOperations");
    expect(fittingKeys(["kms:Decrypt"])).not.toContain("kms:GrantOperations");
    expect(fittingKeys(["kms:*"])).toContain("kms:GrantOperations");
  });

  test("are known with the name of a tag or a context filled in", () => {
    const context = "kms:encryptioncontext:App";
    expect(fitsActions(context, ["kms:Decrypt"])).toBe(true);
    expect(fitsActions(context, ["kms:Sign"])).toBe(false);
  });

  test("a key of all of AWS fits every action", () => {
    expect(fitsActions("aws:PrincipalOrgID", ["kms:Sign"])).toBe(true);
    expect(fitsActions("aws:SomethingNew", ["kms:Sign"])).toBe(true);
  });
});
