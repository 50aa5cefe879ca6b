import { beforeEach, describe, expect, test } from "vitest";
import {
  isDefined,
  samples,
  type DefinedKey,
  type Design,
} from "../../core/index.ts";
import { undo } from "./edit.ts";
import { emptyHistory } from "./history.ts";
import { designOf } from "./selectors.ts";
import {
  duplicateStatement,
  moveStatement,
  removeStatement,
  toggleStatement,
} from "./statement-edits.ts";
import { getState, noSelection, setSession, useApp } from "./store.ts";

const design: Design = samples["replaced-policy"].design;

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
  setSession({ readOnly: false });
});

function keyNow(): DefinedKey {
  const key = designOf(getState()).keys.find(isDefined);
  if (key === undefined) throw new Error("the sample has a key");
  return key;
}

const sids = () =>
  keyNow().policy.statements.map((statement) =>
    "sid" in statement ? statement.sid : undefined,
  );

describe("a statement", () => {
  test("is disabled and enabled again, and nothing else of it changes", () => {
    toggleStatement(keyNow(), 1);
    expect(keyNow().policy.statements[1]).toMatchObject({
      sid: "ServiceUses",
      disabled: true,
    });
    toggleStatement(keyNow(), 1);
    expect(designOf(getState())).toEqual(design);
  });

  test("is duplicated with its state and an ID of its own", () => {
    toggleStatement(keyNow(), 1);
    duplicateStatement(keyNow(), 1);
    expect(sids()).toEqual([
      "AdminsManage",
      "ServiceUses",
      "ServiceUses2",
      "LogsEncrypt",
    ]);
    expect(keyNow().policy.statements[2]?.disabled).toBe(true);
    expect(getState().view.openStatement).toBe(2);
  });

  test("is moved and removed, and undo takes it back", () => {
    moveStatement(keyNow(), 0, 2);
    expect(sids()).toEqual(["ServiceUses", "LogsEncrypt", "AdminsManage"]);
    undo();
    removeStatement(keyNow(), 2);
    expect(sids()).toEqual(["AdminsManage", "ServiceUses"]);
    undo();
    expect(designOf(getState())).toEqual(design);
  });
});
