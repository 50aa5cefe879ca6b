import type { KeyNature, Subject } from "../../core/index.ts";
import {
  accessReport,
  answersToCalls,
  BindingWork,
  checkParts,
  isOwned,
  MatrixWork,
  recipeNamed,
  subjectOf,
} from "../../core/index.ts";
import { claimsWork } from "./claims-work.ts";
import { compareWork } from "./compare-work.ts";
import type { RecipeUse, Work, Works } from "./questions.ts";
import { replayWork } from "./replay-work.ts";

/** The works behind the questions. */
export const works: Works = {
  access: ({ design, key: id, nature }) => {
    const key = design.keys.find((one) => one.id === id);
    const subject = key && subjectOf(design, key);
    return subject && accessWork(subject, nature);
  },
  binding: ({ design, key: id, nature, target }) => {
    const key = design.keys.find((one) => one.id === id);
    if (key === undefined || !isOwned(key)) return undefined;
    const work = new BindingWork(design, { key, nature, target });
    return { head: { change: work.change }, parts: work.checks };
  },
  report: ({ design, key: id }) => {
    const key = design.keys.find((one) => one.id === id);
    const subject = key && subjectOf(design, key);
    return subject && { head: null, parts: [() => accessReport(subject)] };
  },
  claims: claimsWork,
  findings: ({ design }) => ({ head: null, parts: checkParts(design) }),
  compare: compareWork,
  calls: ({ design, key: id, uses }) => {
    const key = design.keys.find((one) => one.id === id);
    const subject = key && subjectOf(design, key);
    return subject && callsWork(subject, uses);
  },
  replay: replayWork,
};

function callsWork(
  subject: Subject,
  uses: readonly RecipeUse[],
): Work<"calls"> {
  return {
    head: null,
    parts: uses.map(({ name, answers }) => () => {
      const recipe = recipeNamed(name);
      const calls =
        recipe === undefined ? [] : answersToCalls(subject, recipe, answers);
      return { name, calls };
    }),
  };
}

function accessWork(subject: Subject, nature: KeyNature): Work<"access"> {
  const work = new MatrixWork(subject, nature);
  const { columns, plans } = work;
  return {
    head: {
      document: subject.document,
      origins: subject.origins,
      columns,
      rows: plans.map(({ id, group, kind, text }) => ({
        id,
        group,
        kind,
        text,
      })),
    },
    parts: plans.map((plan) => () => work.row(plan)),
  };
}
