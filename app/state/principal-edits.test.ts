import { beforeEach, describe, expect, test } from "vitest";
import { samples, type Principal } from "../../core/index.ts";
import { undo } from "./edit.ts";
import { emptyHistory } from "./history.ts";
import {
  addPrincipal,
  changeWithPicked,
  dependentsOfSelected,
  makeUnlessWrong,
  pickByText,
  principalOf,
  removePrincipal,
  removeSelectedPrincipal,
  replacePrincipal,
  usersOfPrincipal,
} from "./principal-edits.ts";
import { selectPath } from "./select.ts";
import { designOf } from "./selectors.ts";
import { getState, noSelection, setSession, useApp } from "./store.ts";

const { design } = samples["symmetric-data-key"];
const [principal] = design.principals;
const [key] = design.keys;
if (principal === undefined || key === undefined)
  throw new Error("the sample has a principal and a key");

const logs: Principal = {
  id: "Logs",
  kind: "service",
  service: "logs.amazonaws.com",
};
const pair: Principal = {
  id: "Pair",
  kind: "composite",
  members: ["Logs", principal.id],
};

const now = () => designOf(getState());

beforeEach(() => {
  useApp.setState({
    document: {
      id: "test",
      design,
      history: emptyHistory,
      demo: null,
      baseline: null,
    },
    selection: noSelection,
    drafts: {},
  });
  setSession({ readOnly: false, dialog: null });
  selectPath(["principals", 0], "list");
});

describe("choosing by text", () => {
  test("finds a principal of the design by name", () => {
    expect(pickByText(design, principal.id)).toEqual({
      ok: true,
      value: { principal, added: [] },
    });
  });

  test("adds whom the text names, with its use, in one step", () => {
    const picked = pickByText(design, "logs.amazonaws.com");
    if (!picked.ok) throw new Error("a service is understood");
    const change = changeWithPicked(design, picked.value, {
      type: "edit-key",
      key: key.id,
      patch: { administrators: [picked.value.principal.id] },
    });
    expect(makeUnlessWrong("Administer", change)).toEqual([]);
    expect(now().principals.at(-1)).toEqual(logs);
    undo();
    expect(now()).toEqual(design);
  });

  test("says what is not understood", () => {
    expect(pickByText(design, "nobody at all").ok).toBe(false);
  });
});

describe("a principal", () => {
  test("is added with those it is made of, in one step", () => {
    expect(addPrincipal({ principal: pair, added: [logs, pair] })).toEqual([]);
    expect(now().principals.slice(-2)).toEqual([logs, pair]);
    undo();
    expect(now()).toEqual(design);
  });

  test("is the one chosen in the outline", () => {
    expect(principalOf(getState())).toBe(principal);
    expect(usersOfPrincipal(now(), principal.id)).toEqual([key.id]);
  });

  test("takes another name and kind with all its uses, and undo takes it back", () => {
    const by: Principal = {
      id: "Boss",
      kind: "account",
      account: "111122223333",
    };
    expect(
      replacePrincipal(principal.id, { principal: by, added: [by] }),
    ).toEqual([]);
    expect(principalOf(getState())).toEqual(by);
    expect(usersOfPrincipal(now(), "Boss")).toEqual([key.id]);
    undo();
    expect(now()).toEqual(design);
  });

  test("becomes one with conditions on another that is added with it", () => {
    const by: Principal = {
      id: principal.id,
      kind: "with-conditions",
      base: "Logs",
      conditions: { Bool: { "aws:SecureTransport": true } },
    };
    expect(
      replacePrincipal(principal.id, { principal: by, added: [logs, by] }),
    ).toEqual([]);
    expect(now().principals).toContainEqual(by);
    expect(now().principals).toContainEqual(logs);
    undo();
    expect(now()).toEqual(design);
  });

  test("cannot take the name of another, or be made of itself", () => {
    const [, second] = design.principals;
    if (second === undefined) throw new Error("the sample has two");
    const named: Principal = { ...logs, id: second.id };
    const itself: Principal = {
      id: principal.id,
      kind: "composite",
      members: [principal.id],
    };
    for (const by of [named, itself])
      expect(
        replacePrincipal(principal.id, { principal: by, added: [by] }),
      ).not.toEqual([]);
    expect(now()).toBe(design);
  });
});

describe("removing a principal", () => {
  test("asks first where other things go with it", () => {
    expect(dependentsOfSelected(getState()).length).toBeGreaterThan(0);
    removeSelectedPrincipal();
    expect(getState().session.dialog).toBe("remove-principal");
    expect(now()).toBe(design);
  });

  test("takes all its uses along, and one undo brings them back", () => {
    removePrincipal(principal.id);
    expect(now().principals).not.toContainEqual(principal);
    expect(usersOfPrincipal(now(), principal.id)).toEqual([]);
    undo();
    expect(now()).toEqual(design);
  });

  test("needs no question where nothing names it", () => {
    addPrincipal({ principal: logs, added: [logs] });
    selectPath(["principals", now().principals.length - 1], "list");
    removeSelectedPrincipal();
    expect(getState().session.dialog).toBeNull();
    expect(now().principals).toEqual(design.principals);
  });
});
