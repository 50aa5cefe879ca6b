import { describe, expect, test } from "vitest";
import { applyChange } from "../design/apply-change.ts";
import type { Design, Grant } from "../design/design.ts";
import { isDefined } from "../design/design.ts";
import { grantActions } from "../kms/grant-vocabulary.ts";
import { keysOf } from "../kms/keys-of.ts";
import { checkAll, checkParts } from "./check-all.ts";
import { eachOnce } from "./check-design.ts";
import type { ExampleDesign } from "./example.ts";
import { designOfParts } from "./example.ts";
import { fixAll } from "./fix-all.ts";

const noStatements = { mode: "amend", statements: [] } as const;

/** Findings above info: what somebody should look at. */
function loud(parts: ExampleDesign): readonly string[] {
  return checkAll(designOfParts(parts))
    .filter(({ severity, standing }) => severity !== "info" && !standing)
    .map(({ code, message }) => `${code}: ${message}`);
}

describe("what AWS and the CDK write themselves", () => {
  const places = [{}, { account: "111122223333", region: "eu-west-1" }];

  test.each(places)("[C20] the default key policy in %o", (stack) => {
    expect(loud({ key: { policy: noStatements }, stack })).toEqual([]);
  });

  test.each(places)("[C20] administrators in %o", (stack) => {
    const key = { policy: noStatements, administrators: ["App"] };
    expect(loud({ key, stack })).toEqual([]);
  });

  const permissions = keysOf(grantActions);

  test.each(permissions)(
    "[C20] a grant to %s, in both policies",
    (permission) => {
      const grants: readonly Grant[] = [
        { principal: "App", permission, inBothPolicies: true },
      ];
      const kinds: Readonly<Record<string, ExampleDesign["key"]>> = {
        generateMac: { keySpec: "HMAC_256", keyUsage: "GENERATE_VERIFY_MAC" },
        verifyMac: { keySpec: "HMAC_256", keyUsage: "GENERATE_VERIFY_MAC" },
        sign: { keySpec: "ECC_NIST_P256", keyUsage: "SIGN_VERIFY" },
        verify: { keySpec: "ECC_NIST_P256", keyUsage: "SIGN_VERIFY" },
        signVerify: { keySpec: "ECC_NIST_P256", keyUsage: "SIGN_VERIFY" },
      };
      const key = { policy: noStatements, grants, ...kinds[permission] };
      expect(loud({ key })).toEqual([]);
    },
  );
});

describe("findings that are accepted", () => {
  const doubled = {
    statement: { sid: "Use", actions: ["kms:Decrpyt"] },
  } as const;
  const design = designOfParts(doubled);
  const accepted = {
    id: "typo",
    rule: "action-unknown",
    key: "Key",
    reason: "it is renamed soon",
  };

  function standingWith(parts: Partial<typeof accepted>, statement?: string) {
    const one = { ...accepted, ...parts, ...(statement && { statement }) };
    const found = checkAll({ ...design, accepted: [one] });
    return found.find(({ code }) => code === "action-unknown")?.standing;
  }

  test("[C15] a finding of the rule on the key is accepted with its reason", () => {
    const standing = {
      kind: "accepted",
      by: "typo",
      reason: "it is renamed soon",
    };
    expect(standingWith({})).toEqual(standing);
    expect(standingWith({}, "Use")).toEqual(standing);
  });

  test("[C15] those of other rules, keys and statements are not", () => {
    expect(standingWith({ rule: "action-in-key-policy" })).toBe(undefined);
    expect(standingWith({ key: "Other" })).toBe(undefined);
    expect(standingWith({}, "Other")).toBe(undefined);
  });
});

describe("mending all of a kind", () => {
  const statement = {
    effect: "Allow",
    principals: ["App"],
    actions: ["kms:Decrpyt", "kms:Encrpyt"],
    resources: ["*"],
  } as const;
  const start = designOfParts({});
  const [key] = start.keys;
  const keys =
    key !== undefined && isDefined(key)
      ? ["One", "Two"].map((id) => ({
          ...key,
          id,
          policy: {
            mode: "amend" as const,
            statements: [statement, statement],
          },
        }))
      : [];
  const design: Design = { ...start, keys };
  const countOf = (one: Design) =>
    checkAll(one).filter(
      ({ code, standing }) => code === "action-unknown" && !standing,
    ).length;

  test("[C15] one change mends them on every key", () => {
    expect(countOf(design)).toBeGreaterThan(3);
    const fix = fixAll(design, "action-unknown");
    const next = fix && applyChange(design, fix.change);
    expect(next?.ok && countOf(next.value)).toBe(0);
  });

  test("[C15] accepted ones are left as they are", () => {
    const accepted = [
      { id: "a", rule: "action-unknown", key: "One", reason: "later" },
    ];
    const fix = fixAll({ ...design, accepted }, "action-unknown");
    const next = fix && applyChange(design, fix.change);
    expect(next?.ok && next.value.keys[0]).toEqual(design.keys[0]);
    expect(next?.ok && next.value.keys[1]).not.toEqual(design.keys[1]);
  });

  test("[C15] where there is nothing to mend there is no change", () => {
    expect(fixAll(start, "action-unknown")).toBe(undefined);
    expect(fixAll(start, "no-such-rule")).toBe(undefined);
  });
});

test("[C5] the parts of a check together are the check", () => {
  const design = designOfParts({ statement: { actions: ["kms:Decrpyt"] } });
  const parts = checkParts(design).flatMap((part) => part());
  expect(eachOnce(parts)).toEqual(checkAll(design));
});
