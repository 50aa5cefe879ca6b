import type { Caller } from "../evaluate/caller.ts";
import type { Comparison } from "../evaluate/comparison.ts";
import { bestFit, fitsOthers } from "../evaluate/principals.ts";
import type { Fit } from "../evaluate/principals.ts";
import type { Policy, PolicyStatement } from "../evaluate/statement.ts";
import { kmsActionNames } from "../kms/actions.ts";
import { bitsWhere } from "./bits.ts";
import { callerKeys, callerValue } from "./caller-dimension.ts";
import type { Sides } from "./dimension.ts";
import { partsOfComparison, sidesOf } from "./dimension.ts";
import type { Box, Part } from "./region.ts";
import { isEmptyPart, meetParts } from "./region.ts";
import { ACTION, CALLER, comparisonText } from "./space.ts";
import type { Space } from "./space.ts";

/** A statement as boxes of requests; undefined where it fits none. */
export interface StatementBoxes {
  readonly statement: PolicyStatement;
  /** Requests whose caller it names itself. */
  readonly itself: Sides<Box | undefined>;
  /** Requests whose caller it names itself or by its account. */
  readonly any: Sides<Box | undefined>;
}

/** A policy as boxes of requests. */
export interface PolicyBoxes {
  readonly allows: readonly StatementBoxes[];
  readonly denies: readonly StatementBoxes[];
}

/** The boxes of a policy's statements. */
export function boxesOf(space: Space, policy: Policy): PolicyBoxes {
  const all = policy.statements.map((statement) =>
    statementBoxes(space, statement),
  );
  return {
    allows: all.filter(({ statement }) => statement.effect === "Allow"),
    denies: all.filter(({ statement }) => statement.effect === "Deny"),
  };
}

const nothing: Sides<Box | undefined> = { must: undefined, may: undefined };
const openBox: Sides<Box | undefined> = { must: undefined, may: new Map() };

function statementBoxes(
  space: Space,
  statement: PolicyStatement,
): StatementBoxes {
  if (statement.faults.length > 0)
    return { statement, itself: openBox, any: openBox };
  const rest = restOf(space, statement);
  const { principals } = statement;
  if (rest === undefined || principals === undefined)
    return { statement, itself: nothing, any: nothing };
  const fits = space.callers.callers.map((caller) =>
    principals.isNot
      ? fitsOthers(principals.list, caller)
      : bestFit(principals.list, caller),
  );
  const side = (isIn: (fit: Fit) => boolean, box: Box | undefined) =>
    box &&
    withPart(
      box,
      CALLER,
      bitsWhere(fits.length, (at) => isIn(fits[at])),
    );
  return {
    statement,
    itself: {
      must: side((fit) => fit === "itself", rest.must),
      may: side((fit) => fit === "itself" || fit === undefined, rest.may),
    },
    any: {
      must: side((fit) => fit === "itself" || fit === "account", rest.must),
      may: side((fit) => fit !== "none", rest.may),
    },
  };
}

/** The box of all but the principals; undefined where nothing fits. */
function restOf(
  space: Space,
  statement: PolicyStatement,
): Sides<Box | undefined> | undefined {
  const actions = bitsWhere(kmsActionNames.length, (index) =>
    statement.hasAction(kmsActionNames[index] ?? ""),
  );
  const { keyArn } = space.of;
  const isOpen = statement.hasOpenResource;
  if (!isOpen && statement.hasResource(keyArn, new Map()) === false)
    return undefined;
  let must: Box | undefined = withPart(new Map(), ACTION, actions);
  let may: Box | undefined = must;
  if (isOpen) must = undefined;
  for (const comparison of statement.comparisons) {
    const found = placeOf(space, comparison);
    if (found === undefined) {
      must = undefined;
      continue;
    }
    const { dimension, parts } = found;
    must = must && withPart(must, dimension, parts.must);
    may = may && withPart(may, dimension, parts.may);
  }
  return { must, may };
}

/** The box with a dimension restricted further; undefined where nothing is left. */
export function withPart(
  box: Box,
  dimension: number,
  part: Part,
): Box | undefined {
  const own = box.get(dimension);
  const both = own === undefined ? part : meetParts(own, part);
  return isEmptyPart(both) ? undefined : new Map(box).set(dimension, both);
}

/** Where in the space a comparison has its say; undefined where it cannot be read. */
export function placeOf(
  space: Space,
  comparison: Comparison,
): { readonly dimension: number; readonly parts: Sides<Part> } | undefined {
  const undecided = space.undecidedAt.get(comparisonText(comparison));
  if (undecided !== undefined) {
    const yes = bitsWhere(2, (index) => index === 1);
    return { dimension: undecided, parts: { must: yes, may: yes } };
  }
  const { name, operator, values } = comparison;
  if (operator === undefined || values === undefined) return undefined;
  if (callerKeys.has(name))
    return {
      dimension: CALLER,
      parts: sidesOf<Caller>(
        (caller) => comparison.holds(callerValue(caller, name), new Map()),
        space.callers.callers,
      ),
    };
  const dimension = space.keyAt.get(name);
  const key = dimension === undefined ? undefined : space.keys[dimension - 2];
  return key === undefined || dimension === undefined
    ? undefined
    : { dimension, parts: partsOfComparison(key, comparison) };
}
