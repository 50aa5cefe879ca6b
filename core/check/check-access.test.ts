import { describe, expect, test } from "vitest";
import type { Claim, Design, KeptTest } from "../design/design.ts";
import { samples } from "../samples/registry.ts";
import { answersToClaims, checkAccess } from "./check-access.ts";

const { design: start } = samples["symmetric-data-key"];
const [key] = start.keys;
const keyId = key?.id ?? "";
const base: Design = { ...start, settings: { account: "111122223333" } };
const mallory = "arn:aws:iam::999988887777:user/Mallory";

const outside: Claim = {
  id: "inside",
  kind: "nobody-outside",
  boundary: "account",
  actions: ["kms:*"],
};
const nobodyElse: Claim = {
  id: "only-mallory",
  kind: "only",
  principals: [{ arn: mallory }],
  actions: ["kms:PutKeyPolicy"],
};
const inOrganization: Claim = {
  ...outside,
  id: "organization",
  boundary: "organization",
};
const denied: KeptTest = {
  id: "stranger",
  key: keyId,
  request: { principal: mallory, action: "kms:Decrypt" },
  expected: "denied",
};

describe("claims in a check", () => {
  test("[V19] one that holds is no finding", () => {
    const design = { ...base, claims: [outside] };
    expect(checkAccess(design)).toEqual([]);
    expect(answersToClaims(design)).toEqual([
      { claim: "inside", key: keyId, verdict: "proven" },
    ]);
  });

  test("[V19] one that is about nothing is a warning", () => {
    const claims = [
      { ...outside, id: "no-action", actions: ["kms:Nonsense"] },
      { ...outside, id: "no-key", keys: [] },
      { ...outside, id: "some" },
    ];
    expect(
      checkAccess({ ...base, claims }).map(({ code, path }) => [code, ...path]),
    ).toEqual([
      ["claim/empty", "claims", 0],
      ["claim/empty", "claims", 1],
    ]);
  });

  test("[V19] one that does not hold is an error, with a request", () => {
    const found = checkAccess({ ...base, claims: [outside, nobodyElse] });
    expect(found).toMatchObject([
      {
        code: "claim/refuted",
        severity: "error",
        path: ["claims", 1],
        help: "restrict the statement that allows it, or change the claim",
      },
    ]);
    expect(found[0]?.message).toMatch(
      RegExp(
        `^claim only-mallory does not hold of key ${keyId}: the policy allows arn:aws:\\S+ kms:PutKeyPolicy$`,
      ),
    );
  });

  test("[V19] one of which nobody knows is a warning, with the reason", () => {
    expect(checkAccess({ ...base, claims: [inOrganization] })).toMatchObject([
      {
        code: "claim/unknown",
        severity: "warning",
        path: ["claims", 0],
        message: `whether claim organization holds of key ${keyId} is not known: the settings do not name an organization`,
      },
    ]);
  });

  test("[V19] each is asked of the keys that it names, or of all that the design makes", () => {
    const two: Design = {
      ...base,
      keys: base.keys.flatMap((one) => [
        one,
        { ...one, id: "Second", aliases: [] },
      ]),
    };
    const keys = (design: Design, keyIdAsked?: string) =>
      answersToClaims(
        design,
        keyIdAsked === undefined ? {} : { keyId: keyIdAsked },
      ).map((answer) => answer.key);
    expect(keys({ ...two, claims: [outside] })).toEqual([keyId, "Second"]);
    expect(
      keys({ ...two, claims: [{ ...outside, keys: ["Second"] }] }),
    ).toEqual(["Second"]);
    expect(keys({ ...two, claims: [outside] }, "Second")).toEqual(["Second"]);
  });
});

describe("kept tests in a check", () => {
  test("[V19] one that passes is no finding, and one that fails is an error", () => {
    const wrong: KeptTest = { ...denied, id: "wrong", expected: "allowed" };
    expect(checkAccess({ ...base, tests: [denied] })).toEqual([]);
    expect(checkAccess({ ...base, tests: [denied, wrong] })).toEqual([
      {
        code: "test/failed",
        severity: "error",
        path: ["tests", 1],
        message: `test wrong of key ${keyId}: expected allowed, it is denied: no statement of the key policy allows it`,
        help: "change the policy so that the request is decided as expected, or change the test",
      },
    ]);
  });
});
