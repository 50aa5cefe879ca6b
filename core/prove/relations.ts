import type { Comparison } from "../evaluate/comparison.ts";
import type { Context } from "../evaluate/context.ts";
import { fitsOthers } from "../evaluate/principals.ts";
import type { NamedPrincipal } from "../evaluate/principals.ts";
import type {
  Policy,
  PolicyStatement,
  PrincipalElement,
} from "../evaluate/statement.ts";
import { kmsActionNames } from "../kms/actions.ts";
import type { Bits } from "./bits.ts";
import { bitsWhere, orBits } from "./bits.ts";
import { callerKeys } from "./caller-dimension.ts";
import type { Sides } from "./dimension.ts";
import { partsOfComparison, sidesOf } from "./dimension.ts";
import { Memo } from "../evaluate/memo.ts";
import type { Box, Part } from "./region.ts";
import { isEmptyPart, meetParts } from "./region.ts";
import { ACTION, CALLER } from "./space.ts";
import type { NamedCallers, Place, Space } from "./space.ts";

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
  const { itself, account, open } = callersOf(space, principals);
  return {
    statement,
    itself: {
      must: ofCallers(rest.must, itself),
      may: ofCallers(rest.may, itself, open),
    },
    any: {
      must: ofCallers(rest.must, itself, account),
      may: ofCallers(rest.may, itself, account, open),
    },
  };
}

function ofCallers(
  box: Box | undefined,
  ...parts: readonly Bits[]
): Box | undefined {
  return box && withPart(box, CALLER, parts.reduce(orBits));
}

/** The callers of a statement; `open` are those of which AWS does not say whether it is about them. */
function callersOf(
  space: Space,
  { isNot, list }: PrincipalElement,
): NamedCallers & { readonly open: Bits } {
  const { callers } = space.callers;
  const none = new Uint32Array((callers.length + 31) >>> 5);
  if (!isNot) {
    const named = list.map((one) => callersNamed(space, one));
    return {
      itself: named.map(({ itself }) => itself).reduce(orBits, none),
      account: named.map(({ account }) => account).reduce(orBits, none),
      open: none,
    };
  }
  const fits = callers.map((caller) => fitsOthers(list, caller));
  return {
    itself: bitsWhere(fits.length, (at) => fits[at] === "itself"),
    account: none,
    open: bitsWhere(fits.length, (at) => fits[at] === undefined),
  };
}

function callersNamed(space: Space, one: NamedPrincipal): NamedCallers {
  const { callers: known } = space.known;
  const name = `${one.type} ${one.text}`;
  const found = known.get(name);
  if (found !== undefined) return found;
  const fits = space.callers.callers.map((caller) => one.fits(caller));
  const named = {
    itself: bitsWhere(fits.length, (at) => fits[at] === "itself"),
    account: bitsWhere(fits.length, (at) => fits[at] === "account"),
  };
  known.set(name, named);
  return named;
}

/** The box of all but the principals; undefined where nothing fits. */
function restOf(
  space: Space,
  statement: PolicyStatement,
): Sides<Box | undefined> | undefined {
  const actions = actionsOf(statement);
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

function actionsOf({ actionsSaid, hasAction }: PolicyStatement): Bits {
  return knownActions.of(actionsSaid, () =>
    bitsWhere(kmsActionNames.length, (index) =>
      hasAction(kmsActionNames[index] ?? ""),
    ),
  );
}

const knownActions = new Memo<Bits>(500);

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
): Place | undefined {
  const { places } = space.known;
  if (!places.has(comparison.said))
    places.set(comparison.said, placeIn(space, comparison));
  return places.get(comparison.said);
}

function placeIn(space: Space, comparison: Comparison): Place | undefined {
  const undecided = space.undecidedAt.get(comparison.said);
  if (undecided !== undefined) {
    const yes = bitsWhere(2, (index) => index === 1);
    return { dimension: undecided, parts: { must: yes, may: yes } };
  }
  const { name, operator, values } = comparison;
  if (operator === undefined || values === undefined) return undefined;
  if (callerKeys.has(name))
    return {
      dimension: CALLER,
      parts: sidesOf(
        (context) => comparison.holds(context.get(name), noContext),
        space.callers.contexts,
      ),
    };
  const dimension = space.keyAt.get(name);
  const key = dimension === undefined ? undefined : space.keys[dimension - 2];
  return key === undefined || dimension === undefined
    ? undefined
    : { dimension, parts: partsOfComparison(key, comparison) };
}

const noContext: Context = new Map();
