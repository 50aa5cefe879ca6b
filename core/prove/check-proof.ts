/*
 * The checker of proofs, which shares nothing with the prover but the evaluator: it works the boxes out anew from the
 * policies and follows the tree. What it does not accept is not proven.
 */
import type { Comparison } from "../evaluate/comparison.ts";
import type { Caller } from "../evaluate/caller.ts";
import { fitsOthers } from "../evaluate/principals.ts";
import type { Fit } from "../evaluate/principals.ts";
import { contextOfCaller } from "../evaluate/caller.ts";
import type { PolicyStatement } from "../evaluate/statement.ts";
import { kmsActionNames } from "../kms/actions.ts";
import type { CoverTree } from "./cover.ts";
import type { KeyDimension } from "./dimension.ts";
import type { Proof } from "./prover.ts";
import type { Space } from "./space.ts";
import type { Classes, Region, Side } from "./check-regions.ts";
import { allClasses, isNothing, meet, minus, where } from "./check-regions.ts";
import { areComplete, everyText, stepsAsked } from "./check-words.ts";
import type { NeverTerm, StatementTerm, Term, WhereTerm } from "./term.ts";

const noContext = new Map<string, string>();

/** Follows proofs in a space. */
export class ProofChecker {
  readonly #space: Space;
  readonly #known = new Map<Term, readonly Region[]>();
  readonly #classes = new Map<string, Classes>();
  readonly #comparisons = new Map<string, Region | undefined>();
  /** What follows from each caller. */
  readonly #contexts: readonly ReadonlyMap<string, string>[];

  constructor(space: Space) {
    this.#space = space;
    this.#contexts = space.callers.callers.map(
      (caller) =>
        new Map(
          contextOfCaller(caller).map(([key, value]) => [
            key.toLowerCase(),
            value,
          ]),
        ),
    );
  }

  /** The proof holds: every request of its goals is one of its covers'. */
  accepts({ goals, covers, trees }: Proof): boolean {
    const boxes = goals
      .map((term) => this.#regionsOf(term))
      .reduce<readonly Region[]>(
        (these, those) => this.#meetEach(these, those),
        [new Map()],
      );
    if (boxes.length === 0) return trees.length === 0;
    const regions = covers.flatMap((term) => this.#regionsOf(term));
    return (
      boxes.length === trees.length &&
      boxes.every((box, at) => {
        const tree = trees[at];
        return tree !== undefined && this.#follows(box, tree, regions);
      })
    );
  }

  #follows(box: Region, tree: CoverTree, covers: readonly Region[]): boolean {
    const cover = covers[tree.cover];
    if (cover === undefined) return false;
    const rest = new Map(box);
    const pieces: Region[] = [];
    for (const dimension of tree.dimensions) {
      const own = rest.get(dimension) ?? this.#whole(dimension);
      const taken = cover.get(dimension);
      if (taken === undefined) return false;
      for (const side of minus(own, taken))
        pieces.push(new Map(rest).set(dimension, side));
      rest.set(dimension, meet(own, taken));
    }
    const isLeft = [...cover].every(
      ([dimension, taken]) =>
        minus(rest.get(dimension) ?? this.#whole(dimension), taken).length ===
        0,
    );
    return (
      isLeft &&
      pieces.length === tree.pieces.length &&
      pieces.every((piece, at) => {
        const next = tree.pieces[at];
        return next !== undefined && this.#follows(piece, next, covers);
      })
    );
  }

  #whole(dimension: number): Side {
    const key = this.#space.keys[dimension - 2];
    if (key?.isList === true)
      return { absent: true, within: allClasses(key.values.length), hits: [] };
    return allClasses(this.#sizeOf(dimension));
  }

  #sizeOf(dimension: number): number {
    if (dimension === 0) return kmsActionNames.length;
    if (dimension === 1) return this.#space.callers.callers.length;
    return this.#space.keys[dimension - 2]?.values.length ?? 2;
  }

  #meet(a: Region, b: Region): Region | undefined {
    const both = new Map(a);
    for (const [dimension, side] of b) {
      const own = both.get(dimension);
      const next = own === undefined ? side : meet(own, side);
      if (isNothing(next)) return undefined;
      both.set(dimension, next);
    }
    return both;
  }

  #meetEach(
    these: readonly Region[],
    those: readonly Region[],
  ): readonly Region[] {
    return these.flatMap((a) => those.flatMap((b) => this.#meet(a, b) ?? []));
  }

  #regionsOf(term: Term): readonly Region[] {
    let regions = this.#known.get(term);
    if (regions === undefined) {
      regions = this.#workOut(term);
      this.#known.set(term, regions);
    }
    return regions;
  }

  #workOut(term: Term): readonly Region[] {
    if (term.kind === "statement") return this.#ofStatement(term);
    if (term.kind === "where") return this.#where(term);
    if (term.kind === "never")
      return isNever(term)
        ? this.#where({ kind: "where", comparisons: term.asked })
        : [];
    return term.terms
      .map((one) => this.#regionsOf(one))
      .reduce<readonly Region[]>(
        (these, those) => this.#meetEach(these, those),
        [new Map()],
      );
  }

  #ofStatement({
    policy,
    statement: at,
    side,
    bound,
  }: StatementTerm): readonly Region[] {
    const { policies, keyArn } = this.#space.of;
    const statement = policies[policy]?.statements.find(
      ({ index }) => index === at,
    );
    if (statement === undefined) return [];
    const isMay = bound === "may";
    if (statement.faults.length > 0) return isMay ? [new Map()] : [];
    if (statement.hasOpenResource && !isMay) return [];
    if (
      !statement.hasOpenResource &&
      statement.hasResource(keyArn, noContext) === false
    )
      return [];
    const region = new Map<number, Side>([
      [
        0,
        this.#remembered(statement.actionsSaid, () =>
          where(kmsActionNames, (action) => statement.hasAction(action)),
        ),
      ],
      [1, this.#callersOf(statement, side, isMay)],
    ]);
    const regions = statement.comparisons.map((comparison) =>
      this.#ofComparison(comparison, isMay),
    );
    return [region, ...regions].reduce<readonly Region[]>(
      (found, next) =>
        found.flatMap((one) =>
          next === undefined ? [] : (this.#meet(one, next) ?? []),
        ),
      isNothing(region.get(0) ?? 0n) || isNothing(region.get(1) ?? 0n)
        ? []
        : [new Map()],
    );
  }

  #callersOf(
    { principals }: PolicyStatement,
    side: StatementTerm["side"],
    isMay: boolean,
  ): Classes {
    if (principals === undefined) return 0n;
    const { isNot, list } = principals;
    const fitting = (fits: (caller: Caller) => Fit) =>
      where(this.#space.callers.callers, (caller) => {
        const fit = fits(caller);
        return (
          fit === "itself" ||
          (fit === "account" && side === "any") ||
          (fit === undefined && isMay)
        );
      });
    if (isNot) return fitting((caller) => fitsOthers(list, caller));
    // Whoever is named by one of the principals is named.
    return list
      .map((one) =>
        this.#remembered(`${one.type} ${one.text} ${side} ${isMay}`, () =>
          fitting(one.fits),
        ),
      )
      .reduce((all, some) => all | some, 0n);
  }

  #remembered(name: string, work: () => Classes): Classes {
    const known = this.#classes.get(name) ?? work();
    this.#classes.set(name, known);
    return known;
  }

  /** Where a comparison holds; undefined where that is nowhere. */
  #ofComparison(comparison: Comparison, isMay: boolean): Region | undefined {
    const name = `${isMay} ${comparison.said}`;
    if (!this.#comparisons.has(name))
      this.#comparisons.set(name, this.#compared(comparison, isMay));
    return this.#comparisons.get(name);
  }

  #compared(comparison: Comparison, isMay: boolean): Region | undefined {
    const { name, operator, values, holds } = comparison;
    const open = this.#openAt(comparison);
    if (open !== undefined) return new Map([[open, 2n]]);
    if (operator === undefined || values === undefined)
      return isMay ? new Map() : undefined;
    const counts = (truth: boolean | undefined) => truth ?? isMay;
    if (CALLER_KEYS.has(name))
      return new Map([
        [
          1,
          where(this.#contexts, (own) =>
            counts(holds(own.get(name), noContext)),
          ),
        ],
      ]);
    const at = this.#space.keys.findIndex((key) => key.name === name);
    const key = this.#space.keys[at];
    if (key === undefined) return isMay ? new Map() : undefined;
    const side = key.isList
      ? listSide(key, comparison, counts)
      : where(key.values, (value) => counts(holds(value, noContext)));
    return isNothing(side) ? undefined : new Map([[at + 2, side]]);
  }

  /** The dimension of a comparison that no class decides. */
  #openAt(comparison: Comparison): number | undefined {
    const at = this.#space.undecided.findIndex(
      ({ said }) => said === comparison.said,
    );
    return at < 0 ? undefined : 2 + this.#space.keys.length + at;
  }

  #where({ caller, action, comparisons = [] }: WhereTerm): readonly Region[] {
    const region = new Map<number, Side>();
    if (caller !== undefined)
      region.set(1, where(this.#space.callers.callers, caller));
    if (action !== undefined) region.set(0, where(kmsActionNames, action));
    if ([...region.values()].some(isNothing)) return [];
    return comparisons.reduce<readonly Region[]>(
      (regions, { comparison, is }) => {
        const found = this.#ofComparison(comparison, !is);
        const sides = is
          ? [found].filter((side) => side !== undefined)
          : this.#complement(found);
        return regions.flatMap((one) =>
          sides.flatMap((side) => this.#meet(one, side) ?? []),
        );
      },
      [region],
    );
  }

  #complement(region: Region | undefined): readonly Region[] {
    if (region === undefined) return [new Map()];
    return [...region].flatMap(([dimension, side]) =>
      minus(this.#whole(dimension), side).map(
        (rest) => new Map([[dimension, rest]]),
      ),
    );
  }
}

/** No text meets the comparisons together: the words are all that they can tell apart, and none does. */
function isNever({ asked, words }: NeverTerm): boolean {
  const patterns = asked.map(({ comparison }) => stepsAsked(comparison));
  const isMet = (text: string | undefined) =>
    asked.every(
      ({ comparison, is }) => comparison.holds(text, noContext) === is,
    );
  const [first, ...others] = asked.map(({ comparison }) => comparison);
  return (
    first !== undefined &&
    others.every(({ name }) => name === first.name) &&
    !patterns.includes(undefined) &&
    [undefined, ...words].every((text) => !isMet(text)) &&
    areComplete(
      everyText,
      patterns.flatMap((steps) => steps ?? []),
      { words, examples: words },
    )
  );
}

const CALLER_KEYS = new Set([
  "aws:principalarn",
  "aws:principalaccount",
  "kms:calleraccount",
  "aws:principalisawsservice",
  "aws:principalservicename",
  "aws:principaltype",
  "aws:federatedprovider",
]);

function listSide(
  { values }: KeyDimension,
  { operator, holds }: Comparison,
  counts: (truth: boolean | undefined) => boolean,
): Side {
  const every = allClasses(values.length);
  const absent = counts(holds(undefined, noContext));
  if (operator?.prefix === undefined) {
    const isPresent =
      operator?.name === "Null" ? holds(["x"], noContext) : undefined;
    return { absent, within: counts(isPresent) ? every : 0n, hits: [] };
  }
  const each = where(values, (value) =>
    counts(holds([value ?? ""], noContext)),
  );
  return operator.prefix === "ForAllValues"
    ? { absent, within: each, hits: [] }
    : { absent, within: each === 0n ? 0n : every, hits: [each] };
}
