import type { Result } from "../problem/problem.ts";
import { failed, failedWith, ok } from "../problem/problem.ts";
import { reasonProblem } from "./accepted-finding.ts";
import type { AcceptedFinding } from "./accepted-finding.ts";
import type { AcceptedChange } from "./change.ts";
import { missing } from "./change-problems.ts";
import type { Design } from "./design.ts";
import { withAdded, withRemoved, withReplaced } from "./list-edits.ts";
import type { Edited } from "./list-edits.ts";
import { memberWithId } from "./members.ts";
import { patched } from "./patch.ts";
import { sound } from "./sound.ts";

type Change<Type> = Extract<AcceptedChange, { type: Type }>;

/** Accepts a finding, changes what is accepted and why, or takes it back. */
export function applyToAccepted(
  design: Design,
  change: AcceptedChange,
): Result<Design> {
  switch (change.type) {
    case "add-accepted":
      return withAccepted(
        design,
        withAdded(acceptedOf(design), change.accepted, change.index),
      );
    case "remove-accepted":
      return removeAccepted(design, change);
    case "edit-accepted":
      return editAccepted(design, change);
  }
}

function acceptedOf({ accepted = [] }: Design): Edited<AcceptedFinding> {
  return { kind: "accepted finding", list: accepted };
}

function withAccepted(
  design: Design,
  accepted: Result<readonly AcceptedFinding[]>,
): Result<Design> {
  if (!accepted.ok) return accepted;
  const problems = accepted.value.flatMap(
    ({ reason }, index) =>
      reasonProblem(reason, ["accepted", index, "reason"]) ?? [],
  );
  return problems.length > 0
    ? failedWith(problems)
    : sound({ ...design, accepted: accepted.value });
}

/** The list goes with its last finding unless the change keeps it. */
function removeAccepted(
  design: Design,
  { accepted: id, keepsList = false }: Change<"remove-accepted">,
): Result<Design> {
  const left = withRemoved(acceptedOf(design), id);
  if (!left.ok) return left;
  const { accepted: _, ...rest } = design;
  return ok(
    left.value.length > 0 || keepsList
      ? { ...rest, accepted: left.value }
      : rest,
  );
}

function editAccepted(
  design: Design,
  { accepted: id, patch }: Change<"edit-accepted">,
): Result<Design> {
  const accepted = acceptedOf(design);
  const found = memberWithId(accepted.list, id);
  if (found === undefined) return failed(missing(accepted.kind, id));
  return withAccepted(
    design,
    withReplaced(accepted, id, patched(found, patch)),
  );
}
