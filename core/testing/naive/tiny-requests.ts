import { kmsActionNames } from "../../kms/actions.ts";
import type { JsonObject } from "../../problem/json.ts";
import { callerOf, lookupOf } from "./caller.ts";
import { atomHolds, atomsOf } from "./conditions.ts";
import type { Atom } from "./conditions.ts";
import { hasVariables, namesAction, statementsOf } from "./naive-decision.ts";
import type {
  ContextValue,
  NaiveContext,
  NaiveRequest,
} from "./naive-request.ts";
import { naming } from "./principals.ts";
import { followsFromCaller, givenFor } from "./tiny-keys.ts";
import { tinyPeople } from "./tiny-people.ts";
import type { Person } from "./tiny-people.ts";
import { variablesIn } from "./variables.ts";

interface PlacedAtom extends Atom {
  readonly hasVariables: boolean;
}

export interface TinyRequestsOptions {
  /** Actions for which this answers the same are told apart by what policies say of them alone. */
  readonly kindOfAction?: (action: string) => string;
}

/**
 * Requests among which some policies of the tiny space are known completely: of all that they
 * answer alike, one. Every statement is a conjunction of what it says of the action, of the caller and of
 * keys, so what tells two values of one of these apart shows in the parts of the statements about it alone.
 * Actions, kinds of caller and accounts stay apart as far as facts about AWS may tell them apart later.
 */
export function tinyRequests(
  policies: readonly JsonObject[],
  { kindOfAction = () => "" }: TinyRequestsOptions = {},
): readonly NaiveRequest[] {
  const statements = policies.flatMap(statementsOf);
  const atoms = policies.flatMap(placedAtoms);
  const actions = oneOfEach(kmsActionNames, (action) => [
    kindOfAction(action),
    ...statements.map((statement) => namesAction(statement, action)),
  ]);
  const people = oneOfEach(tinyPeople, (person) =>
    signatureOfPerson(person, statements, atoms),
  );
  const contexts = contextsOf(
    atoms.filter((atom) => !followsFromCaller(atom.key)),
  );
  return actions.flatMap((action) =>
    people.flatMap((person) =>
      contexts.map((context) => ({ ...person, action, context })),
    ),
  );
}

function placedAtoms(policy: JsonObject): readonly PlacedAtom[] {
  return statementsOf(policy).flatMap(({ Condition }) =>
    (atomsOf(Condition) ?? []).map((atom) => ({
      ...atom,
      hasVariables: hasVariables(policy),
    })),
  );
}

/** The first of each group of things with the same signature. */
function oneOfEach<T>(
  things: readonly T[],
  signature: (thing: T) => unknown,
): readonly T[] {
  const first = new Map<string, T>();
  for (const thing of things) {
    const key = JSON.stringify(signature(thing));
    if (!first.has(key)) first.set(key, thing);
  }
  return [...first.values()];
}

function signatureOfPerson(
  person: Person,
  statements: readonly JsonObject[],
  atoms: readonly PlacedAtom[],
): unknown {
  const request = { ...person, action: "" };
  const caller = callerOf(request);
  const lookup = lookupOf(request);
  return [
    caller.kind === "aws" && caller.account,
    statements.map((statement) => naming(statement, caller)),
    atoms
      .filter(({ key }) => followsFromCaller(key))
      .map((atom) => atomHolds(atom, { ...atom, lookup })),
  ];
}

/** Every combination of what the keys of the atoms can be. */
function contextsOf(atoms: readonly PlacedAtom[]): readonly NaiveContext[] {
  let contexts: readonly NaiveContext[] = [{}];
  for (const keys of linkedKeys(atoms)) {
    const about = atoms.filter((atom) => keys.includes(nameOf(atom.key)));
    const choices = oneOfEach(combinations(keys), (context) => {
      const lookup = (key: string) => context[nameOf(key)];
      return about.map((atom) => atomHolds(atom, { ...atom, lookup }));
    });
    contexts = contexts.flatMap((context) =>
      choices.map((choice) => ({ ...context, ...choice })),
    );
  }
  return contexts;
}

function nameOf(key: string): string {
  return key.toLowerCase();
}

/** The keys of the atoms, those together that a variable compares. */
function linkedKeys(
  atoms: readonly PlacedAtom[],
): readonly (readonly string[])[] {
  let groups: readonly (readonly string[])[] = [];
  for (const atom of atoms) {
    const keys = [atom.key, ...variableKeys(atom)].map(nameOf);
    const touches = (group: readonly string[]) =>
      group.some((key) => keys.includes(key));
    const merged = new Set([...keys, ...groups.filter(touches).flat()]);
    groups = [...groups.filter((group) => !touches(group)), [...merged]];
  }
  return groups;
}

function variableKeys(atom: PlacedAtom): readonly string[] {
  return atom.hasVariables ? variablesIn(JSON.stringify(atom.wanted)) : [];
}

function combinations(keys: readonly string[]): readonly NaiveContext[] {
  let contexts: readonly NaiveContext[] = [{}];
  for (const key of keys)
    contexts = contexts.flatMap((context) => [
      context,
      ...givenFor(key).map((value: ContextValue) => ({
        ...context,
        [key]: value,
      })),
    ]);
  return contexts;
}
