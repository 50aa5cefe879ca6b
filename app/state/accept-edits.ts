import type { AcceptedFinding, Design, Problem } from "../../core/index.ts";
import { placeOfFinding } from "../../core/index.ts";
import { problemsText } from "../text/problems.ts";
import { edit } from "./edit.ts";
import { freeName } from "./free-name.ts";
import { designOf } from "./selectors.ts";
import { announce, getState, type ListedProblem } from "./store.ts";

/** What an acceptance of a problem covers: the rule in a statement, in a key, or in what is not in a key. */
export function acceptanceOf(
  design: Design,
  { code = "", path }: ListedProblem,
): Omit<AcceptedFinding, "reason"> {
  const { key, statement = "" } = placeOfFinding(design, path);
  return {
    id: freeName(design.accepted ?? [], code),
    rule: code,
    ...(key !== undefined && { key }),
    ...(statement !== "" && { statement }),
  };
}

/** Accepts a problem for a reason. */
export function accept(
  problem: ListedProblem,
  reason: string,
): readonly Problem[] {
  const design = designOf(getState());
  const accepted = { ...acceptanceOf(design, problem), reason: reason.trim() };
  const made = edit({
    title: problemsText.acceptTitle(accepted.rule),
    change: {
      type: "add-accepted",
      accepted,
      index: design.accepted?.length ?? 0,
    },
  });
  if (!made.ok) return made.problems;
  announce(problemsText.accepted);
  return [];
}

/** Gives another reason for what is accepted. */
export function changeReason(by: string, reason: string): readonly Problem[] {
  const made = edit({
    title: problemsText.reasonTitle,
    change: {
      type: "edit-accepted",
      accepted: by,
      patch: { reason: reason.trim() },
    },
  });
  return made.ok ? [] : made.problems;
}

/** Accepts it no more. */
export function withdraw(by: string): void {
  const made = edit({
    title: problemsText.withdrawTitle,
    change: { type: "remove-accepted", accepted: by },
  });
  if (made.ok) announce(problemsText.withdrawn);
}
