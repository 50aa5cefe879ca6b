import { beforeEach, describe, expect, test } from "vitest";
import {
  emptyDesign,
  fullAliasName,
  newKey,
  printDesign,
  settingsOfMode,
  type Design,
} from "../../core/index.ts";
import {
  addAlias,
  addConsumer,
  addOutput,
  addParameter,
  addReplica,
  addStack,
  primaryForReplica,
} from "./additions.ts";
import { setFlag, setReferences } from "./cdk-edits.ts";
import { codeStackOf, stackForNew } from "./chosen-stack.ts";
import { edit, redo, undo } from "./edit.ts";
import { emptyHistory } from "./history.ts";
import { addNewKey, editKey, moveKeyTo } from "./key-edits.ts";
import { logicalIdChanges } from "./logical-ids.ts";
import { addReferredKey, problemOfReferred } from "./referred-keys.ts";
import { deleteMember, deleteSubject, dependentsOf } from "./removal.ts";
import { previewRename, rename } from "./rename-edits.ts";
import { selectKey, selectMember, selectPath } from "./select.ts";
import {
  designOf,
  keyOf,
  selectedPath,
  shownOf,
  subjectOf,
} from "./selectors.ts";
import { dependsOn } from "./stack-order.ts";
import { getState, noSelection, setSession, useApp } from "./store.ts";
import { initialView } from "./view.ts";

const base = emptyDesign("Parts");
const design: Design = { ...base, keys: [newKey(base)] };
const now = () => designOf(getState());

function open(opened: Design): void {
  useApp.setState({
    document: {
      id: "test",
      design: opened,
      history: emptyHistory,
      demo: null,
      baseline: null,
    },
    selection: noSelection,
    view: initialView,
    drafts: {},
  });
  setSession({ readOnly: false, dialog: null });
}

function undoAll(): void {
  while (getState().document?.history.past.length) undo();
}

beforeEach(() => open(design));

describe("what is added", () => {
  test("goes to the stack that is selected, and is shown", () => {
    addStack();
    expect(subjectOf(getState())).toEqual({ list: "stacks", id: "KeyStack2" });
    expect(stackForNew(getState())).toBe("KeyStack2");
    addNewKey();
    expect(keyOf(getState())).toMatchObject({ stack: "KeyStack2" });
    selectKey("Key");
    addConsumer("bucket");
    expect(now().consumers).toEqual([
      { id: "Bucket", kind: "bucket", stack: "KeyStack", key: "Key" },
    ]);
    expect(subjectOf(getState())).toEqual({ list: "consumers", id: "Bucket" });
    undoAll();
    expect(printDesign(now())).toBe(printDesign(design));
  });

  test("has names that nothing else has", () => {
    addAlias();
    addAlias();
    const aliases = now().aliases ?? [];
    expect(new Set(aliases.map(({ id }) => id)).size).toBe(2);
    expect(new Set(aliases.map(({ name }) => fullAliasName(name))).size).toBe(
      2,
    );
  });

  test("as an output or a parameter is pointed at in its stack", () => {
    addOutput();
    expect(getState().selection.path).toEqual(["stacks", 0, "outputs", 0]);
    addParameter();
    addParameter();
    expect(now().stacks[0]?.parameters).toEqual([
      { id: "Parameter" },
      { id: "Parameter2" },
    ]);
    expect(subjectOf(getState())).toEqual({ list: "stacks", id: "KeyStack" });
  });

  test("as a replica is of a multi-Region key and in another stack", () => {
    expect(primaryForReplica(getState())).toBeUndefined();
    const key = keyOf(getState());
    if (key) editKey("Make it multi-Region", key, { multiRegion: true });
    addStack();
    selectKey("Key");
    addReplica();
    expect(keyOf(getState())).toMatchObject({
      kind: "replica",
      primary: "Key",
      stack: "KeyStack2",
    });
  });

  test("as a key that exists needs a name that fits", () => {
    const wish = { kind: "imported" as const, stack: "KeyStack" };
    expect(problemOfReferred({ ...wish, text: "" })).toBeDefined();
    expect(addReferredKey({ ...wish, text: "arn:here" })?.message).toContain(
      "is not the ARN of a key",
    );
    expect(now()).toBe(design);
    const arn = "arn:aws:kms:eu-west-1:111122223333:key/1234";
    expect(addReferredKey({ ...wish, text: arn })).toBeUndefined();
    expect(keyOf(getState())).toMatchObject({ kind: "imported", arn });
  });
});

describe("a new name", () => {
  const wish = {
    member: { list: "keys" as const, id: "Key" },
    to: "DataKey",
    keep: false,
  };

  test("shows the logical IDs that change", () => {
    const { resources } = previewRename(design, wish);
    expect(resources).toEqual([
      {
        type: "AWS::KMS::Key",
        before: "Key961B73FD",
        after: "DataKey17AFBB84",
      },
    ]);
  });

  test("can leave the logical ID of a key as it is", () => {
    expect(previewRename(design, { ...wish, keep: true }).resources).toEqual(
      [],
    );
    expect(rename({ ...wish, keep: true })).toBeUndefined();
    expect(now().keys[0]).toMatchObject({
      id: "DataKey",
      logicalId: "Key961B73FD",
    });
  });

  test("of a stack is another stack in CloudFormation, unless its name is kept", () => {
    const stack = {
      ...wish,
      member: { list: "stacks" as const, id: "KeyStack" },
    };
    expect(previewRename(design, { ...stack, to: "Vault" })).toEqual({
      resources: [],
      stackName: { before: "KeyStack", after: "Vault" },
    });
    expect(
      previewRename(design, { ...stack, to: "Vault", keep: true }).stackName,
    ).toBeUndefined();
  });

  test("is followed by what is selected, also of a stack with a problem of its own", () => {
    addStack();
    const member = { list: "stacks" as const, id: "KeyStack2" };
    expect(rename({ member, to: "AppStack", keep: false })).toBeUndefined();
    expect(subjectOf(getState())).toEqual({ list: "stacks", id: "AppStack" });
    expect(codeStackOf(getState())).toBe("AppStack");
    expect(rename({ ...wish, to: "" })?.message).toBe("a key needs a name");
    expect(
      rename({
        member: { ...member, id: "AppStack" },
        to: "KeyStack",
        keep: false,
      })?.message,
    ).toContain("exists already");
  });

  test("typed letter by letter is undone and made again in one step", () => {
    for (const id of ["KeyStackA", "KeyStackAB", "KeyStackABC"]) {
      const stack = now().stacks[0]?.id ?? "";
      edit({
        title: "Set stack name",
        change: { type: "edit-stack", stack, patch: { id } },
        field: "name",
      });
    }
    expect(getState().document?.history.past).toHaveLength(1);
    undo();
    expect(printDesign(now())).toBe(printDesign(design));
    redo();
    expect(now().stacks[0]?.id).toBe("KeyStackABC");
    expect(now().keys[0]?.stack).toBe("KeyStackABC");
  });
});

describe("a key that is moved", () => {
  test("keeps its logical ID in the other stack, and is undone in one step", () => {
    addStack();
    const [key] = now().keys;
    const before = now();
    if (key) moveKeyTo(key, "KeyStack2");
    expect(logicalIdChanges(before, now())).toEqual([
      {
        type: "AWS::KMS::Key",
        before: "Key961B73FD",
        after: "Key961B73FD",
        toStack: "KeyStack2",
      },
    ]);
    expect(codeStackOf(getState())).toBe("KeyStack2");
    undo();
    expect(now()).toEqual(before);
  });
});

describe("what is deleted", () => {
  test("takes with it what depends on it, in one step", () => {
    addStack();
    selectKey("Key");
    addConsumer("queue");
    addOutput();
    const before = now();
    selectKey("Key");
    deleteSubject();
    expect(getState().session.dialog).toBe("delete");
    const member = { list: "keys" as const, id: "Key" };
    expect(dependentsOf(before, member).map(({ kind }) => kind)).toEqual([
      "consumer",
      "output",
    ]);
    deleteMember(member);
    expect(now().keys).toEqual([]);
    expect(now().consumers ?? []).toEqual([]);
    expect(now().stacks[0]?.outputs ?? []).toEqual([]);
    undo();
    expect(printDesign(now())).toBe(printDesign(before));
  });

  test("goes at once where nothing depends on it", () => {
    selectKey("Key");
    deleteSubject();
    expect(getState().session.dialog).toBeNull();
    expect(now().keys).toEqual([]);
  });

  test("as an alias takes the outputs that show it", () => {
    addAlias();
    const alias = now().aliases?.[0]?.id ?? "";
    edit({
      title: "Add output",
      change: {
        type: "edit-stack",
        stack: "KeyStack",
        patch: {
          outputs: [{ id: "Out", value: { alias, attribute: "arn" } }],
        },
      },
    });
    const member = { list: "aliases" as const, id: alias };
    expect(dependentsOf(now(), member)).toEqual([
      { kind: "output", id: "Out", path: ["stacks", 0, "outputs", 0] },
    ]);
    deleteMember(member);
    expect(now().aliases ?? []).toEqual([]);
    expect(now().stacks[0]).not.toHaveProperty("outputs");
    expect(shownOf(getState())).toBeNull();
  });
});

describe("what is shown", () => {
  test("is found again where it stands after another came before it, and not when it is gone", () => {
    addStack();
    selectPath(["stacks", 1, "region"], "control");
    edit({
      title: "Add stack",
      change: { type: "add-stack", stack: { id: "First" }, index: 0 },
    });
    expect(selectedPath(getState())).toEqual(["stacks", 2, "region"]);
    edit({
      title: "Remove stack",
      change: { type: "remove-stack", stack: "KeyStack2" },
    });
    expect(selectedPath(getState())).toBeNull();
    expect(shownOf(getState())).toBeNull();
    undo();
    expect(subjectOf(getState())).toEqual({ list: "stacks", id: "KeyStack2" });
  });

  test("stays while a control of something else has the focus", () => {
    selectKey("Key");
    selectPath(["stacks", 0, "id"], "control");
    expect(shownOf(getState())).toBeNull();
    selectPath(["stacks", 0, "id"], "code");
    expect(shownOf(getState())).toEqual({ list: "stacks", id: "KeyStack" });
    selectMember("aliases", "none");
    expect(shownOf(getState())).toEqual({ list: "stacks", id: "KeyStack" });
  });
});

describe("the CDK settings", () => {
  const flag = "@aws-cdk/aws-kms:aliasNameRef" as const;

  test("hold only the flags that differ from those of a new app", () => {
    setFlag(now().cdk, flag, false);
    expect(now().cdk).toEqual({ line: "v2", flags: { [flag]: false } });
    setReferences(now().cdk, "both");
    setFlag(now().cdk, flag, true);
    setReferences(now().cdk, "weak");
    expect(now().cdk).toEqual(settingsOfMode("new-v2"));
  });
});

describe("the order of stacks", () => {
  test("is known through other stacks", () => {
    const stacks = [
      { id: "A", dependencies: ["B"] },
      { id: "B", dependencies: ["C"] },
      { id: "C" },
    ];
    expect(dependsOn(stacks, "A", "C")).toBe(true);
    expect(dependsOn(stacks, "C", "A")).toBe(false);
  });
});
