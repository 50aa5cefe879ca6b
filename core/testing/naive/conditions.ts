import type { Json } from "../../problem/json.ts";
import { isJsonObject } from "../../problem/json.ts";
import type { ContextValue, Lookup } from "./naive-request.ts";
import { oneOrMore } from "./one-or-more.ts";
import { holds, naiveOperators } from "./operators.ts";
import type { NaiveOperator } from "./operators.ts";
import { every, some } from "./ternary.ts";
import type { Ternary } from "./ternary.ts";

/** One line of a condition block. */
export interface Atom {
  readonly operator: string;
  readonly key: string;
  readonly wanted: Json;
}

/** What the atoms of a policy are asked of. */
export interface Scene {
  readonly lookup: Lookup;
  /** The version of the policy has variables. */
  readonly hasVariables: boolean;
}

/** The lines of a condition block; undefined where it is none. */
export function atomsOf(
  condition: Json | undefined,
): readonly Atom[] | undefined {
  if (condition === undefined) return [];
  if (!isJsonObject(condition)) return undefined;
  const blocks = Object.entries(condition);
  if (!blocks.every(([, keys]) => isJsonObject(keys))) return undefined;
  return blocks.flatMap(([operator, keys]) =>
    Object.entries(isJsonObject(keys) ? keys : {}).map(([key, wanted]) => ({
      operator,
      key,
      wanted,
    })),
  );
}

export function conditionHolds(
  condition: Json | undefined,
  scene: Scene,
): Ternary {
  const atoms = atomsOf(condition);
  return atoms === undefined
    ? "unknown"
    : every(atoms.map((atom) => atomHolds(atom, scene)));
}

const operatorForm =
  /^(?:(?<set>forallvalues|foranyvalue):)?(?<name>[a-z]+?)(?<ifExists>ifexists)?$/u;

/** Whether one line of a condition block holds. */
export function atomHolds(atom: Atom, scene: Scene): Ternary {
  const groups = operatorForm.exec(atom.operator.toLowerCase())?.groups ?? {};
  const { set, name = "", ifExists } = groups;
  const wanted = textsOf(atom.wanted);
  if (wanted === undefined) return "unknown";
  const given = scene.lookup(atom.key);
  if (name === "null")
    return set === undefined && ifExists === undefined
      ? isNull(wanted, given)
      : "unknown";
  const operator = naiveOperators.get(name);
  if (operator === undefined) return "unknown";
  const one = (value: string) => oneHolds(operator, { wanted, value, scene });
  if (set === "forallvalues") return every(setOf(given).map(one));
  if (set === "foranyvalue") return some(setOf(given).map(one));
  if (given === undefined) return operator.isNegated || ifExists !== undefined;
  return typeof given === "object" ? "unknown" : one(String(given));
}

interface Asked {
  readonly wanted: readonly string[];
  readonly value: string;
  readonly scene: Scene;
}

function oneHolds(
  operator: NaiveOperator,
  { wanted, value, scene }: Asked,
): Ternary {
  const lookup = scene.hasVariables ? scene.lookup : undefined;
  return holds(
    operator,
    wanted.map((text) => ({ wanted: text, given: value, lookup })),
  );
}

/** The values of a condition as texts; undefined where one is no text, number or boolean. */
function textsOf(wanted: Json): readonly string[] | undefined {
  const values = oneOrMore(wanted);
  return values.some((value) => typeof value === "object")
    ? undefined
    : values.map(String);
}

function isNull(
  wanted: readonly string[],
  given: ContextValue | undefined,
): Ternary {
  if (typeof given === "object" && given.length === 0) return "unknown";
  const answer = given === undefined ? "true" : "false";
  return wanted.some((text) => text.toLowerCase() === answer);
}

function setOf(given: ContextValue | undefined): readonly string[] {
  if (given === undefined) return [];
  return typeof given === "object" ? given : [String(given)];
}
