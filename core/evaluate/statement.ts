import { kmsActionNames } from "../kms/actions.ts";
import { globOf, foldCase, hasWildcard, matchesGlob } from "../policy/glob.ts";
import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonList, isJsonObject } from "../problem/json.ts";
import type { Comparison } from "./comparison.ts";
import { readComparison } from "./comparison.ts";
import type { Context } from "./context.ts";
import { policyText } from "./policy-text.ts";
import type { Caller } from "./caller.ts";
import { Memo } from "./memo.ts";
import type { Fit, NamedPrincipal } from "./principals.ts";
import { fitOfAny, fitsOthers, readPrincipals } from "./principals.ts";
import type { Truth } from "./truth.ts";
import { every, some } from "./truth.ts";

/** A policy that is ready to be asked. */
export interface Policy {
  readonly statements: readonly PolicyStatement[];
}

/** A statement that is ready to be asked. */
export interface PolicyStatement {
  /** Its place in the policy, from 0. */
  readonly index: number;
  readonly sid?: string;
  readonly effect: "Allow" | "Deny";
  /** Absent in policies of identities, which say for whom they are by where they are attached. */
  readonly principals?: PrincipalElement;
  /** The action is among its actions, or not among its `NotAction`. */
  readonly hasAction: (action: string) => boolean;
  /** Two statements with the same actions have the same text here. */
  readonly actionsSaid: string;
  readonly hasResource: (resource: string, context: Context) => Truth;
  /** Its resources depend on condition keys. */
  readonly hasOpenResource: boolean;
  readonly comparisons: readonly Comparison[];
  /** What could not be read; the statement then fits requests or not, and nobody knows. */
  readonly faults: readonly string[];
}

/** The principals of a statement, or all but those. */
export interface PrincipalElement {
  readonly isNot: boolean;
  readonly list: readonly NamedPrincipal[];
  /** How the element as a whole fits a caller. */
  readonly fits: (caller: Caller) => Fit;
}

/** Reads a policy of any kind; what is wrong in it is in the faults of its statements. */
export function readPolicy(document: JsonObject): Policy {
  const { Statement: list = [], Version: version } = document;
  const hasVariables = version === "2012-10-17";
  const statements = isJsonList(list) ? list : [list];
  return {
    statements: statements.map((statement, index) =>
      readStatement(
        isJsonObject(statement) ? statement : {},
        index,
        hasVariables,
      ),
    ),
  };
}

function readStatement(
  json: JsonObject,
  index: number,
  hasVariables: boolean,
): PolicyStatement {
  const faults: string[] = [];
  const { Sid: sid, Effect: effect, Condition: conditions = {} } = json;
  if (effect !== "Allow" && effect !== "Deny")
    faults.push("Effect is neither Allow nor Deny");
  for (const name of ["Principal", "Action", "Resource"])
    if (json[name] !== undefined && json[`Not${name}`] !== undefined)
      faults.push(`it has both ${name} and Not${name}`);
  const principals = principalElement(json, faults);
  const comparisons = readConditions(conditions, hasVariables, faults);
  return {
    index,
    ...(typeof sid === "string" && { sid }),
    effect: effect === "Deny" ? "Deny" : "Allow",
    ...(principals !== undefined && { principals }),
    ...actionTest(json, faults),
    ...resourceTest(json, hasVariables, faults),
    comparisons,
    faults,
  };
}

function principalElement(
  { Principal: those, NotPrincipal: others }: JsonObject,
  faults: string[],
): PrincipalElement | undefined {
  const element = those ?? others;
  if (element === undefined) return undefined;
  const list = readPrincipals(element);
  if (list === undefined) {
    faults.push("its principals cannot be read");
    return { isNot: false, list: [], fits: () => undefined };
  }
  const isNot = those === undefined;
  const fits = isNot
    ? (caller: Caller) => fitsOthers(list, caller)
    : fitOfAny(list);
  return { isNot, list, fits };
}

/** An element that lists what a statement is about, or what it is not about. */
interface Listed {
  readonly isNot: boolean;
  readonly texts: readonly string[];
}

function listed(
  json: JsonObject,
  name: "Action" | "Resource",
  faults: string[],
): Listed {
  const element = json[name] ?? json[`Not${name}`];
  const isNot = json[name] === undefined;
  const texts = textsOf(element);
  if (texts === undefined) faults.push(`its ${name} cannot be read`);
  return { isNot, texts: texts ?? [] };
}

function textsOf(element: Json | undefined): readonly string[] | undefined {
  const list = isJsonList(element) ? element : [element];
  const texts = list.filter((one) => typeof one === "string");
  return texts.length === list.length ? texts : undefined;
}

/** The actions of AWS KMS in lower case, as every statement asks for them. */
const foldedNames = new Map<string, string>(
  kmsActionNames.map((name) => [name, foldCase(name)]),
);

function foldedAction(action: string): string {
  return foldedNames.get(action) ?? foldCase(action);
}

type ActionTest = Pick<PolicyStatement, "hasAction" | "actionsSaid">;

/** Policies have the same actions many times. */
const knownTests = new Memo<ActionTest>(1000);

function actionTest(json: JsonObject, faults: string[]): ActionTest {
  const element = listed(json, "Action", faults);
  const actionsSaid = JSON.stringify([element.isNot, element.texts]);
  return knownTests.of(actionsSaid, () => ({
    hasAction: testOfActions(element),
    actionsSaid,
  }));
}

/** Actions are compared in any case. Source: IAM User Guide, "IAM JSON policy elements: Action". */
function testOfActions({ isNot, texts }: Listed): PolicyStatement["hasAction"] {
  const folded = texts.map(foldCase);
  const names = new Set(folded.filter((text) => !hasWildcard(text)));
  const globs = folded.filter(hasWildcard).map(globOf);
  const known = new Map<string, boolean>();
  return (action) => {
    let fits = known.get(action);
    if (fits === undefined) {
      const name = foldedAction(action);
      const isListed =
        names.has(name) || globs.some((glob) => matchesGlob(glob, name));
      fits = isListed !== isNot;
      known.set(action, fits);
    }
    return fits;
  };
}

function resourceTest(
  json: JsonObject,
  hasVariables: boolean,
  faults: string[],
): Pick<PolicyStatement, "hasResource" | "hasOpenResource"> {
  const { isNot, texts } = listed(json, "Resource", faults);
  if (!isNot && texts.includes("*"))
    return { hasResource: () => true, hasOpenResource: false };
  const patterns = texts.map((text) =>
    policyText(text, { isPattern: true, hasVariables }),
  );
  return {
    hasOpenResource: patterns.some(({ variables }) => variables.length > 0),
    hasResource: (resource, context) =>
      patterns.some(({ glob }) => {
        const pattern = glob(context);
        return pattern !== undefined && matchesGlob(pattern, resource);
      }) !== isNot,
  };
}

function readConditions(
  conditions: Json,
  hasVariables: boolean,
  faults: string[],
): readonly Comparison[] {
  if (!isJsonObject(conditions)) {
    faults.push("its Condition cannot be read");
    return [];
  }
  return Object.entries(conditions).flatMap(([operator, keys]) => {
    if (!isJsonObject(keys)) {
      faults.push(`its ${operator} cannot be read`);
      return [];
    }
    return Object.entries(keys).map((entry) =>
      readComparison(operator, entry, hasVariables),
    );
  });
}

/** The conditions of a statement hold in a context. */
export function conditionsHold(
  { comparisons }: PolicyStatement,
  context: Context,
): Truth {
  return every(comparisons, ({ name, holds }) =>
    holds(context.get(name), context),
  );
}

/** One of the statements that have this effect fits. */
export function someStatement(
  { statements }: Policy,
  effect: PolicyStatement["effect"],
  fits: (statement: PolicyStatement) => Truth,
): Truth {
  return some(
    statements.filter((statement) => statement.effect === effect),
    fits,
  );
}
