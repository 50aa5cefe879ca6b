import { beforeEach, describe, expect, test } from "vitest";
import { samples } from "../../core/index.ts";
import { edit, redo, undo } from "./edit.ts";
import { emptyHistory } from "./history.ts";
import { editKey } from "./key-edits.ts";
import { selectKey, selectPath } from "./select.ts";
import {
  designOf,
  isSelected,
  keyIndexOf,
  keyOf,
  selectedPath,
} from "./selectors.ts";
import { getState, noSelection, setSession, useApp } from "./store.ts";

const { design } = samples["symmetric-data-key"];
const [key] = design.keys;

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

function addSecondKey(): void {
  if (key === undefined) return;
  edit({
    title: "Add key",
    change: { type: "add-key", key: { ...key, id: "Second" }, index: 0 },
  });
}

describe("the selected key", () => {
  test("is the first where none was chosen", () => {
    expect(keyOf(getState())?.id).toBe(key?.id);
  });

  test("is found again where it stands after another came before it", () => {
    selectKey("PaymentsKey");
    selectPath(["keys", 0, "keySpec"], "control");
    addSecondKey();
    expect(keyIndexOf(getState())).toBe(1);
    expect(selectedPath(getState())).toEqual(["keys", 1, "keySpec"]);
  });

  test("stays selected under a new name, and under the old one after undo", () => {
    selectKey("PaymentsKey");
    addSecondKey();
    const chosen = keyOf(getState());
    if (chosen !== undefined) editKey("Rename", chosen, { id: "Renamed" });
    expect(keyOf(getState())?.id).toBe("Renamed");
    undo();
    expect(keyOf(getState())?.id).toBe("PaymentsKey");
  });
});

describe("the selection", () => {
  test("marks the control at its place and those around it", () => {
    selectPath(["keys", 0, "aliases", 1], "control");
    expect(isSelected(getState(), ["keys", 0, "aliases"])).toBe(true);
    expect(isSelected(getState(), ["keys", 0, "aliases", 0])).toBe(false);
  });

  test("out of the code shows the view of its control", () => {
    selectPath(["keys", 0, "policy", "statements", 0, "actions"], "code");
    expect(getState().view.tab).toBe("policy");
    selectPath(["keys", 0, "tags", 0], "code");
    expect(getState().view.tab).toBe("settings");
  });
});

describe("edits", () => {
  test("go back to the beginning and forward again", () => {
    addSecondKey();
    const edited = designOf(getState());
    undo();
    expect(designOf(getState())).toEqual(design);
    redo();
    expect(designOf(getState())).toEqual(edited);
  });

  test("do nothing in a tab that only reads", () => {
    setSession({ readOnly: true });
    addSecondKey();
    expect(designOf(getState())).toBe(design);
  });
});
