import type { Box, Part } from "./region.ts";
import { isWithinPart, meetParts, minusPart, partsMeet } from "./region.ts";

/**
 * Why a box lies in the union of others: which of them to take away first, in which order of dimensions, and why each
 * piece that is left over then lies in the union. A leaf lies in the one cover.
 */
export interface CoverTree {
  /** The place of a cover in the list. */
  readonly cover: number;
  /** The dimensions in which the box is not within the cover. */
  readonly dimensions: readonly number[];
  /** One for each piece, in the order in which they are cut off. */
  readonly pieces: readonly CoverTree[];
}

/** Whether a box lies in the union of others. */
export type CoverAnswer =
  | { readonly kind: "covered"; readonly tree: CoverTree }
  /** A part of the box that no cover touches. */
  | { readonly kind: "open"; readonly box: Box }
  /** The search took more steps than it may. */
  | { readonly kind: "given-up" };

/** What a search may cost: comparisons of boxes. It counts down, so that one limit can hold for several searches. */
export interface Budget {
  left: number;
}

/** The whole of every dimension: what a dimension is where a box does not restrict it. */
export type Whole = readonly Part[];

/** Finds out whether a box lies in the union of the covers, by taking away one after the other. */
export function coverBox(
  box: Box,
  covers: readonly Box[],
  { whole, budget }: { readonly whole: Whole; readonly budget: Budget },
): CoverAnswer {
  const search = new Search(covers, whole, budget);
  const all = covers.map((_, index) => index);
  const answer = search.cover(box, all);
  if (answer === GIVEN_UP) return { kind: "given-up" };
  return "tree" in answer
    ? { kind: "covered", tree: answer.tree }
    : { kind: "open", box: answer.open };
}

const GIVEN_UP = Symbol("given up");

type Answer =
  { readonly tree: CoverTree } | { readonly open: Box } | typeof GIVEN_UP;

class Search {
  readonly #covers: readonly Box[];
  readonly #whole: Whole;
  readonly #budget: Budget;

  constructor(covers: readonly Box[], whole: Whole, budget: Budget) {
    this.#covers = covers;
    this.#whole = whole;
    this.#budget = budget;
  }

  cover(box: Box, candidates: readonly number[]): Answer {
    const near: number[] = [];
    let best: Step | undefined;
    for (const index of candidates) {
      if (this.#budget.left-- <= 0) return GIVEN_UP;
      const dimensions = this.#openDimensions(box, index);
      if (dimensions === undefined) continue;
      if (dimensions.length === 0)
        return { tree: { cover: index, dimensions, pieces: [] } };
      near.push(index);
      if (best === undefined || dimensions.length < best.dimensions.length)
        best = { cover: index, dimensions };
    }
    return best === undefined ? { open: box } : this.#split(box, best, near);
  }

  /** The dimensions in which the box is not within the cover; undefined where they share nothing. */
  #openDimensions(box: Box, index: number): readonly number[] | undefined {
    const open: number[] = [];
    for (const [dimension, part] of this.#covers[index] ?? []) {
      const own = this.#partOf(box, dimension);
      if (!partsMeet(own, part)) return undefined;
      if (!isWithinPart(own, part)) open.push(dimension);
    }
    return open;
  }

  #split(box: Box, step: Step, near: readonly number[]): Answer {
    const { cover, dimensions } = step;
    const others = near.filter((index) => index !== cover);
    const pieces: CoverTree[] = [];
    for (const piece of cutOff(box, this.#covers[cover] ?? noBox, {
      dimensions,
      whole: this.#whole,
    })) {
      const answer = this.cover(piece, others);
      if (answer === GIVEN_UP || "open" in answer) return answer;
      pieces.push(answer.tree);
    }
    return { tree: { cover, dimensions, pieces } };
  }

  #partOf(box: Box, dimension: number): Part {
    return box.get(dimension) ?? this.#whole[dimension] ?? noPart;
  }
}

interface Step {
  readonly cover: number;
  readonly dimensions: readonly number[];
}

const noBox: Box = new Map();
const noPart: Part = new Uint32Array(0);

/** The pieces of a box that are outside a cover, cut off dimension by dimension. */
function cutOff(
  box: Box,
  cover: Box,
  { dimensions, whole }: { dimensions: readonly number[]; whole: Whole },
): readonly Box[] {
  const pieces: Box[] = [];
  const rest = new Map(box);
  for (const dimension of dimensions) {
    const own = rest.get(dimension) ?? whole[dimension] ?? noPart;
    const part = cover.get(dimension) ?? own;
    for (const piece of minusPart(own, part))
      pieces.push(new Map(rest).set(dimension, piece));
    rest.set(dimension, meetParts(own, part));
  }
  return pieces;
}
