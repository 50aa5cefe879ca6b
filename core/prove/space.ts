import type { Comparison } from "../evaluate/comparison.ts";
import type { Policy } from "../evaluate/statement.ts";
import { readCaller } from "../evaluate/caller.ts";
import { kmsActionNames } from "../kms/actions.ts";
import {
  accountIn,
  callerKeys,
  divideCallers,
  isBeyondClasses,
  roleOfSession,
} from "./caller-dimension.ts";
import type { AskedOfCallers, CallerDimension } from "./caller-dimension.ts";
import { askedOfText } from "./asked-of-text.ts";
import type { Bits } from "./bits.ts";
import { bitsWhere } from "./bits.ts";
import type { KeyDimension, Sides } from "./dimension.ts";
import { wholeOfKey } from "./dimension.ts";
import { divideKey } from "./key-dimension.ts";
import type { Part } from "./region.ts";

/** What a question is about: policies for a key, and what is known of the key and its surroundings. */
export interface SpaceOf {
  readonly policies: readonly Policy[];
  readonly partition: string;
  /** The account of the key. */
  readonly account: string;
  readonly keyArn: string;
  /** Condition keys that the key decides, by their names in lower case. */
  readonly constants: ReadonlyMap<string, string>;
  /** Accounts that the question or the settings name. */
  readonly accounts: readonly string[];
  /** Principals that the question names: ARNs or services. */
  readonly principals: readonly string[];
  /** Comparisons that facts or the question make besides those of the policies. */
  readonly comparisons: readonly Comparison[];
}

/**
 * All requests about a key in finitely many classes: the product of its dimensions. Dimension 0 is the action, 1 the
 * caller, then come the condition keys, then the comparisons that no class decides, each as a yes or no of its own.
 */
export interface Space {
  readonly of: SpaceOf;
  readonly callers: CallerDimension;
  readonly keys: readonly KeyDimension[];
  readonly undecided: readonly Comparison[];
  readonly whole: readonly Part[];
  /** The dimensions of condition keys by name. */
  readonly keyAt: ReadonlyMap<string, number>;
  /** The dimensions of comparisons that no class decides, by what they say. */
  readonly undecidedAt: ReadonlyMap<string, number>;
  /** What was worked out already, as policies say the same things many times. */
  readonly known: KnownParts;
}

/** Parts of a space by what policies say. */
export interface KnownParts {
  readonly places: Map<string, Place | undefined>;
  readonly callers: Map<string, NamedCallers>;
}

/** The callers that a principal names itself, and those whose account it names. */
export interface NamedCallers {
  readonly itself: Bits;
  readonly account: Bits;
}

/** Where in a space a comparison has its say. */
export interface Place {
  readonly dimension: number;
  readonly parts: Sides<Part>;
}

/** The dimension of the action. */
export const ACTION = 0;
/** The dimension of the caller. */
export const CALLER = 1;
const FIRST_KEY = 2;

/** Divides all requests that policies can tell apart; undefined where there are too many classes. */
export function spaceOf(of: SpaceOf): Space | undefined {
  const comparisons = distinct([
    ...of.policies.flatMap(({ statements }) =>
      statements.flatMap((statement) => statement.comparisons),
    ),
    ...of.comparisons,
  ]).filter(({ operator, values }) => operator && values);
  const ofCaller = comparisons.filter(({ name }) => callerKeys.has(name));
  const callers = divideCallers(
    askedOfCallers(
      of,
      ofCaller.filter((one) => !isBeyondClasses(one)),
    ),
  );
  if (callers === undefined) return undefined;
  const divided = [...byName(comparisons)].map(([name, list]) =>
    of.constants.has(name)
      ? constantKey(name, of.constants.get(name) ?? "", list)
      : divideKey(name, list),
  );
  const keys = divided.flatMap(({ dimension }) => dimension ?? []);
  const undecided = distinct([
    ...ofCaller.filter(isBeyondClasses),
    ...divided.flatMap((one) => one.undecided),
  ]);
  return assembled({ of, callers, keys, undecided });
}

type Parts = Pick<Space, "of" | "callers" | "keys" | "undecided">;

function assembled({ of, callers, keys, undecided }: Parts): Space {
  const afterKeys = FIRST_KEY + keys.length;
  return {
    of,
    callers,
    keys,
    undecided,
    whole: [
      classes(kmsActionNames.length),
      classes(callers.callers.length),
      ...keys.map(wholeOfKey),
      ...undecided.map(() => classes(2)),
    ],
    keyAt: new Map(keys.map(({ name }, index) => [name, FIRST_KEY + index])),
    known: { places: new Map(), callers: new Map() },
    undecidedAt: new Map(
      undecided.map((one, index) => [one.said, afterKeys + index]),
    ),
  };
}

function classes(count: number): Part {
  return bitsWhere(count, () => true);
}

function byName(
  comparisons: readonly Comparison[],
): ReadonlyMap<string, readonly Comparison[]> {
  const groups = new Map<string, Comparison[]>();
  for (const comparison of comparisons) {
    if (callerKeys.has(comparison.name)) continue;
    const group = groups.get(comparison.name);
    if (group === undefined) groups.set(comparison.name, [comparison]);
    else group.push(comparison);
  }
  return groups;
}

function constantKey(
  name: string,
  value: string,
  comparisons: readonly Comparison[],
) {
  const dimension: KeyDimension = {
    kind: "key",
    name,
    isList: false,
    values: [value],
  };
  const undecided = comparisons.filter(({ variables }) => variables.length > 0);
  return { dimension, undecided };
}

function distinct(comparisons: readonly Comparison[]): readonly Comparison[] {
  return [...new Map(comparisons.map((one) => [one.said, one])).values()];
}

function askedOfCallers(
  of: SpaceOf,
  comparisons: readonly Comparison[],
): AskedOfCallers {
  const named = of.policies.flatMap(({ statements }) =>
    statements.flatMap(({ principals }) => principals?.list ?? []),
  );
  const texts = [
    ...new Set([
      ...named.map(({ text }) => text),
      ...of.principals,
      ...comparisons.flatMap((one) => [...(askedOfText(one)?.literals ?? [])]),
    ]),
  ];
  const sessions = [
    ...new Set(texts.filter((text) => text.includes(":assumed-role/"))),
  ];
  const names = [
    ...texts.filter(isName),
    ...sessions.flatMap((session) => roleOfSession(session) ?? []),
  ];
  return {
    partition: of.partition,
    names: new Set(names),
    sessions,
    accounts: new Set([
      of.account,
      ...of.accounts,
      ...texts.flatMap((text) => accountIn(text) ?? []),
    ]),
    providers: new Set(
      named.filter(({ type }) => type === "Federated").map(({ text }) => text),
    ),
    comparisons,
  };
}

/** It names one caller besides root users and sessions, which their accounts and roles bring with them. */
function isName(text: string): boolean {
  const caller = readCaller(text);
  if (caller === undefined || caller.kind === "root") return false;
  return caller.kind === "service" || caller.principalArn === text;
}
