import { beforeEach, describe, expect, test } from "vitest";
import { samples } from "../../core/index.ts";
import { edit, undo } from "./edit.ts";
import { emptyHistory } from "./history.ts";
import {
  principalOf,
  removeSelectedPrincipal,
  replacePrincipal,
  usersOfPrincipal,
} from "./principal-edits.ts";
import { selectPath } from "./select.ts";
import { designOf } from "./selectors.ts";
import { getState, noSelection, setSession, useApp } from "./store.ts";

const { design } = samples["symmetric-data-key"];
const [principal] = design.principals;
if (principal === undefined) throw new Error("the sample has a principal");

beforeEach(() => {
  useApp.setState({
    document: { id: "test", design, history: emptyHistory, demo: null },
    selection: noSelection,
    drafts: {},
  });
  setSession({ readOnly: false });
  selectPath(["principals", 0], "list");
});

describe("a principal", () => {
  test("is the one chosen in the outline", () => {
    expect(principalOf(getState())).toBe(principal);
    expect(usersOfPrincipal(getState())).toEqual([design.keys[0]?.id]);
  });

  test("takes another name with all its uses, and undo takes it back", () => {
    expect(
      replacePrincipal(principal, { id: "Boss", text: "111122223333" }),
    ).toEqual([]);
    expect(principalOf(getState())).toEqual({
      id: "Boss",
      kind: "account",
      account: "111122223333",
    });
    expect(usersOfPrincipal(getState())).toEqual([design.keys[0]?.id]);
    undo();
    expect(designOf(getState())).toEqual(design);
  });

  test("cannot take the name of another, stand for nobody or go without a name", () => {
    edit({
      title: "Add",
      change: {
        type: "add-principal",
        principal: {
          id: "Logs",
          kind: "service",
          service: "logs.amazonaws.com",
        },
        index: 1,
      },
    });
    const now = designOf(getState());
    for (const wish of [
      { id: "Logs", text: "111122223333" },
      { id: "Boss", text: "logs.amazonaws.com" },
      { id: "Boss", text: "nobody at all" },
      { id: "", text: "111122223333" },
    ])
      expect(replacePrincipal(principal, wish)).toHaveLength(1);
    expect(designOf(getState())).toBe(now);
  });

  test("is removed only when no key names it", () => {
    removeSelectedPrincipal();
    expect(designOf(getState())).toBe(design);
  });
});
