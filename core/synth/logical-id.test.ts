import { createRequire } from "node:module";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cdkLogicalId, constructId, readableLogicalIds } from "./logical-id.ts";

const numRuns = process.env["KEYWRIGHT_DEEP"] === "1" ? 50_000 : 3000;

// The real function; the package exports its public parts only, so it is loaded by its file.
const real = createRequire(import.meta.url)(
  "../../node_modules/aws-cdk-lib/core/lib/private/uniqueid.js",
) as { makeUniqueId: (path: string[]) => string };

describe("logical IDs of the CDK", () => {
  test.each<[string[], string]>([
    [["MyKey", "Resource"], "MyKey6AB29FA6"],
    [["MyKey", "Alias", "Resource"], "MyKeyAlias1B45D9DA"],
    [["MyKey", "Aliasalias--bar", "Resource"], "MyKeyAliasaliasbarD0D50DB8"],
    [["with--slash", "Resource"], "withslash0B297359"],
    [["ключ-x", "Resource"], "x3092156E"],
    [["---", "Resource"], "798B23E2"],
    [["Default", "Resource"], "Resource"],
    [["CfnKey"], "CfnKey"],
    [["Service", "Key", "Resource"], "ServiceKeyB2087346"],
  ])("[Y1] the path %j has the ID %s", (path, id) => {
    expect(cdkLogicalId(path)).toBe(id);
  });

  test("[Y1] a path of which nothing remains has no ID", () => {
    expect(cdkLogicalId(["Default"])).toBeUndefined();
  });

  test("[Y1] random paths have the ID that the real library gives them", () => {
    const part = fc.oneof(
      fc.constantFrom("Default", "Resource", "Key", "Alias", "MyKey", "y", "-"),
      fc.string({ minLength: 1, maxLength: 12 }),
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 6 }),
      fc.string({ minLength: 200, maxLength: 300 }),
    );
    const path = fc
      .array(part, { minLength: 1, maxLength: 5 })
      .filter((parts) => parts.some((id) => id !== "Default"))
      .filter((parts) => !parts.some((id) => id.includes("${Token[")));
    fc.assert(
      fc.property(path, (parts) => {
        expect(cdkLogicalId(parts)).toBe(real.makeUniqueId([...parts]));
      }),
      { numRuns, seed: 19 },
    );
  });

  test("[Y2] a slash in a construct id is stored as two hyphens", () => {
    expect(constructId("a/b/c")).toBe("a--b--c");
  });
});

describe("readable logical IDs", () => {
  test("[Y3] the path in PascalCase, without Resource and hash", () => {
    const idOf = readableLogicalIds();
    expect(idOf(["payments-key", "Resource"])).toBe("PaymentsKey");
    expect(idOf(["payments-key", "Alias", "Resource"])).toBe(
      "PaymentsKeyAlias",
    );
  });

  test("[Y3] paths that would collide are numbered", () => {
    const idOf = readableLogicalIds();
    const ids = [["a-b"], ["aB"], ["a_b"]].map((path) => idOf(path));
    expect(ids).toEqual(["AB", "AB2", "AB3"]);
  });

  test("[Y3] a path without a letter or digit is called Resource", () => {
    expect(readableLogicalIds()(["---", "Resource"])).toBe("Resource");
  });

  test("[Y3] all IDs of random paths are different and allowed", () => {
    const paths = fc.array(
      fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 3 }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(paths, (list) => {
        const idOf = readableLogicalIds();
        const ids = list.map((path) => idOf(path));
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9]{1,255}$/);
      }),
      { numRuns: 500, seed: 20 },
    );
  });
});
