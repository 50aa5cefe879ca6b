import type * as CallerDimensions from "../prove/caller-dimension.ts";
import type * as CheckProof from "../prove/check-proof.ts";
import type * as CheckSpace from "../prove/check-space.ts";
import type * as Cover from "../prove/cover.ts";
import type * as KeyDimensions from "../prove/key-dimension.ts";
import type * as Regions from "../prove/region.ts";
import type { Part } from "../prove/region.ts";
import type * as Relations from "../prove/relations.ts";
import type { StatementBoxes } from "../prove/relations.ts";
import type * as Witnesses from "../prove/witness.ts";
import type * as Words from "../prove/words.ts";
import { planted } from "./planted-evaluator.ts";

/** Whether the checker of proofs has gone blind, so that only brute force is left. */
export const checker = { isBlind: false };

function isPlanted(bug: string): boolean {
  return planted.bug === bug;
}

/** The module with the planted bug. */
export function wordsWithBug(real: typeof Words): typeof Words {
  return {
    ...real,
    classesOfWords: (question) => {
      const found = real.classesOfWords(question);
      if (found === undefined) return undefined;
      if (isPlanted("the last kind of text is forgotten"))
        return { ...found, examples: found.examples.slice(0, -1) };
      if (isPlanted("the first kind of text is forgotten"))
        return { ...found, examples: found.examples.slice(1) };
      if (isPlanted("a text of its own is forgotten"))
        return { ...found, apart: new Set([...found.apart].slice(1)) };
      return isPlanted("a word is forgotten")
        ? { ...found, words: found.words.slice(0, -1) }
        : found;
    },
  };
}

/** The module with the planted bug. */
export function keyDimensionWithBug(
  real: typeof KeyDimensions,
): typeof KeyDimensions {
  const forgotten: Readonly<
    Record<string, (value: string | undefined, at: number) => boolean>
  > = {
    "the absent key is forgotten": (value) => value === undefined,
    "every third value is forgotten": (_, at) => at % 3 === 2,
    "every second value is forgotten": (_, at) => at % 2 === 1,
  };
  return {
    ...real,
    divideKey: (...asked) => {
      const divided = real.divideKey(...asked);
      const { dimension } = divided;
      const isForgotten = forgotten[planted.bug];
      if (dimension === undefined || isForgotten === undefined) return divided;
      const values = dimension.values.filter(
        (value, at) => !isForgotten(value, at),
      );
      return { ...divided, dimension: { ...dimension, values } };
    },
  };
}

/** The module with the planted bug. */
export function callersWithBug(
  real: typeof CallerDimensions,
): typeof CallerDimensions {
  const isForgotten: Readonly<Record<string, (arn: string) => boolean>> = {
    "sessions without a name are forgotten": (arn) => arn.endsWith("/session"),
    "root users are forgotten": (arn) => arn.endsWith(":root"),
    "users are forgotten": (arn) => arn.includes(":user/"),
    "services are forgotten": (arn) => !arn.startsWith("arn:"),
  };
  return {
    ...real,
    divideCallers: (asked) => {
      const found = real.divideCallers(asked);
      const test = isForgotten[planted.bug];
      if (found === undefined || test === undefined) return found;
      const kept = found.callers.map(
        (caller) =>
          !test(caller.kind === "service" ? caller.service : caller.arn),
      );
      return {
        ...found,
        callers: found.callers.filter((_, at) => kept[at]),
        contexts: found.contexts.filter((_, at) => kept[at]),
      };
    },
  };
}

function isLists(part: Part): boolean {
  return !(part instanceof Uint32Array);
}

/** The module with the planted bug. */
export function regionWithBug(real: typeof Regions): typeof Regions {
  return {
    ...real,
    minusPart: (a, b) => {
      const parts = real.minusPart(a, b);
      if (isPlanted("of lists the first rest is forgotten") && isLists(a))
        return parts.slice(1);
      return isPlanted("nothing is left over") ? [] : parts;
    },
    isWithinPart: (a, b) =>
      real.isWithinPart(a, b) ||
      (isPlanted("lists are within each other") && isLists(a)),
    meetBoxes: (a, b) => {
      const both = real.meetBoxes(a, b);
      return both && isPlanted("what two boxes share is the first") ? a : both;
    },
  };
}

/** The module with the planted bug. */
export function coverWithBug(real: typeof Cover): typeof Cover {
  return {
    ...real,
    coverBox: (box, covers, limits) =>
      isPlanted("the first cover is said to contain all") && covers.length > 0
        ? {
            kind: "covered",
            tree: { cover: 0, dimensions: [], pieces: [] },
          }
        : real.coverBox(box, covers, limits),
  };
}

const boxesOtherwise: Readonly<
  Record<string, (boxes: StatementBoxes) => StatementBoxes>
> = {
  "what an account is left is forgotten": (one) => ({
    ...one,
    any: one.itself,
  }),
  "what an account is left is its principals' own": (one) => ({
    ...one,
    itself: one.any,
  }),
  "what may fit surely fits": (one) => ({
    ...one,
    any: { must: one.any.may, may: one.any.may },
  }),
  "what surely fits does not": ({ statement, itself, any }) => ({
    statement,
    itself: { must: undefined, may: itself.may },
    any: { must: undefined, may: any.may },
  }),
};

/** The module with the planted bug. */
export function relationsWithBug(real: typeof Relations): typeof Relations {
  return {
    ...real,
    boxesOf: (space, policy) => {
      const { allows, denies } = real.boxesOf(space, policy);
      if (isPlanted("denials are forgotten")) return { allows, denies: [] };
      const change = boxesOtherwise[planted.bug];
      return change === undefined
        ? { allows, denies }
        : { allows: allows.map(change), denies: denies.map(change) };
    },
  };
}

/** The module with the planted bug. */
export function witnessWithBug(real: typeof Witnesses): typeof Witnesses {
  return {
    ...real,
    pointsIn: (space, box) =>
      isPlanted("a witness has no condition keys")
        ? real.pointsIn(space, box).map((point) => ({
            ...point,
            question: { ...point.question, context: new Map() },
          }))
        : real.pointsIn(space, box),
    requestOf: (point, space) => {
      const request = real.requestOf(point, space);
      if (isPlanted("a request has another action"))
        return { ...request, action: "kms:Sign" };
      return isPlanted("a request has no condition keys")
        ? { ...request, context: {} }
        : request;
    },
  };
}

/** The checker, where it is blind. */
export function checkSpaceWithBug(real: typeof CheckSpace): typeof CheckSpace {
  return {
    ...real,
    isWholeSpace: (space) => checker.isBlind || real.isWholeSpace(space),
  };
}

/** The checker, where it is blind. */
export function checkProofWithBug(real: typeof CheckProof): typeof CheckProof {
  return {
    ...real,
    ProofChecker: class extends real.ProofChecker {
      override accepts(
        ...proof: Parameters<CheckProof.ProofChecker["accepts"]>
      ) {
        return checker.isBlind || super.accepts(...proof);
      }
    },
  };
}
