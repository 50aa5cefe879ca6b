import { beforeEach, describe, expect, test } from "vitest";
import {
  grantsOf,
  policyEntries,
  samples,
  type Design,
  type Principal,
} from "../../core/index.ts";
import { edit, undo } from "./edit.ts";
import {
  grantChange,
  isGrantable,
  misfit,
  moveGrant,
  removeGrant,
  setGrantActions,
  setPermission,
  type GrantableKey,
} from "./grant-edits.ts";
import { emptyHistory } from "./history.ts";
import { makeUnlessWrong } from "./principal-edits.ts";
import { designOf } from "./selectors.ts";
import { getState, noSelection, setSession, useApp } from "./store.ts";

const { design } = samples["symmetric-data-key"];
const [first, second] = design.principals;
if (first === undefined || second === undefined)
  throw new Error("the sample has two principals");

function open(next: Design): void {
  useApp.setState({
    document: {
      id: "test",
      design: next,
      history: emptyHistory,
      demo: null,
      baseline: null,
    },
    selection: noSelection,
    drafts: {},
  });
  setSession({ readOnly: false, dialog: null });
}

function keyNow(): GrantableKey {
  const [key] = designOf(getState()).keys;
  if (key === undefined || !isGrantable(key)) throw new Error("no key");
  return key;
}

function grant(principal: Principal): void {
  expect(makeUnlessWrong("Grant", grantChange(keyNow(), principal))).toEqual(
    [],
  );
}

const permissionsNow = () =>
  grantsOf(keyNow()).map(({ principal, permission }) => [
    principal,
    permission,
  ]);

beforeEach(() => open(design));

describe("grants", () => {
  test("begin with what the key is for", () => {
    grant(first);
    expect(permissionsNow()).toEqual([[first.id, "encryptDecrypt"]]);
    open(samples["ecc-signing-key"].design);
    const [signer] = designOf(getState()).principals;
    if (signer !== undefined) grant(signer);
    expect(grantsOf(keyNow())[0]?.permission).toBe("signVerify");
  });

  test("take another permission, or actions of one's own that begin with the same", () => {
    grant(first);
    setPermission(keyNow(), 0, "decrypt");
    expect(permissionsNow()).toEqual([[first.id, "decrypt"]]);
    setPermission(keyNow(), 0, "actions");
    expect(grantsOf(keyNow())[0]?.actions).toEqual(["kms:Decrypt"]);
    setGrantActions(keyNow(), 0, ["kms:Sign"]);
    expect(grantsOf(keyNow())[0]).toEqual({
      principal: first.id,
      permission: "actions",
      actions: ["kms:Sign"],
    });
    setPermission(keyNow(), 0, "encrypt");
    expect(grantsOf(keyNow())[0]).toEqual({
      principal: first.id,
      permission: "encrypt",
    });
  });

  test("are moved, and stop at the ends", () => {
    grant(first);
    grant(second);
    expect(moveGrant(keyNow(), 1, 0)).toBe(true);
    expect(permissionsNow().map(([id]) => id)).toEqual([second.id, first.id]);
    expect(moveGrant(keyNow(), 0, -1)).toBe(false);
    expect(moveGrant(keyNow(), 1, 2)).toBe(false);
  });

  test("leave the key as it was when the last one goes, and undo brings them back", () => {
    grant(first);
    const before = designOf(getState());
    removeGrant(keyNow(), 0);
    expect(designOf(getState())).toEqual(design);
    undo();
    expect(designOf(getState())).toEqual(before);
  });

  test("take a principal along that nothing else names, but no role of a stack", () => {
    const jane: Principal = {
      id: "Jane",
      kind: "arn",
      arn: "arn:aws:iam::111122223333:user/Jane",
    };
    const role: Principal = {
      id: "Role",
      kind: "imported-role",
      stack: design.stacks[0]?.id ?? "",
      identity: { name: "Role" },
    };
    for (const [at, principal] of [jane, role].entries())
      edit({
        title: "Add",
        change: {
          type: "add-principal",
          principal,
          index: design.principals.length + at,
        },
      });
    grant(jane);
    grant(role);
    removeGrant(keyNow(), 0);
    removeGrant(keyNow(), 0);
    const ids = designOf(getState()).principals.map(({ id }) => id);
    expect(ids).not.toContain("Jane");
    expect(ids).toContain("Role");
  });

  test("say where the CDK puts them", () => {
    grant(first);
    const entry = policyEntries(designOf(getState()), keyNow()).at(-1);
    expect(entry?.landing).toBe("no-identity-policy");
  });
});

describe("a permission that does not fit", () => {
  test("is known by the usage of the key and by the CDK line", () => {
    expect(misfit(keyNow(), "sign", "v2")).toMatch(/^not with a key for/);
    expect(misfit(keyNow(), "decrypt", "v2")).toBeUndefined();
    expect(misfit(keyNow(), "sign", "v1")).toBe("not in CDK v1");
    expect(misfit(keyNow(), "admin", "v1")).toBeUndefined();
    expect(misfit(keyNow(), "actions", "v1")).toBeUndefined();
  });
});
