import type { Result } from "../problem/problem.ts";
import { failed, ok } from "../problem/problem.ts";
import type { TestChange } from "./change.ts";
import { missing } from "./change-problems.ts";
import type { Design, KeptTest } from "./design.ts";
import {
  withAdded,
  withMoved,
  withRemoved,
  withReplaced,
} from "./list-edits.ts";
import type { Edited } from "./list-edits.ts";
import { memberWithId } from "./members.ts";
import { patched } from "./patch.ts";
import { sound } from "./sound.ts";

type Change<Type> = Extract<TestChange, { type: Type }>;

/** Adds, changes, moves or removes a test. */
export function applyToTests(
  design: Design,
  change: TestChange,
): Result<Design> {
  const tests = testsOf(design);
  switch (change.type) {
    case "add-test":
      return withTests(design, withAdded(tests, change.test, change.index));
    case "remove-test":
      return removeTest(design, change);
    case "edit-test":
      return editTest(design, change);
    case "move-test":
      return withTests(design, withMoved(tests, change.test, change.index));
  }
}

function testsOf({ tests = [] }: Design): Edited<KeptTest> {
  return { kind: "test", list: tests };
}

function withTests(
  design: Design,
  tests: Result<readonly KeptTest[]>,
): Result<Design> {
  return tests.ok ? sound({ ...design, tests: tests.value }) : tests;
}

/** The list goes with its last test unless the change keeps it. */
function removeTest(
  design: Design,
  { test: id, keepsList = false }: Change<"remove-test">,
): Result<Design> {
  const left = withRemoved(testsOf(design), id);
  if (!left.ok) return left;
  const { tests: _, ...rest } = design;
  return ok(
    left.value.length > 0 || keepsList ? { ...rest, tests: left.value } : rest,
  );
}

function editTest(
  design: Design,
  { test: id, patch }: Change<"edit-test">,
): Result<Design> {
  const tests = testsOf(design);
  const found = memberWithId(tests.list, id);
  if (found === undefined) return failed(missing("test", id));
  return withTests(design, withReplaced(tests, id, patched(found, patch)));
}
