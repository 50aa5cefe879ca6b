import fc from "fast-check";
import type { Json, JsonObject } from "../../problem/json.ts";
import type { NaiveRequest } from "./naive-request.ts";
import { tinyKeys, tinyVariableKeys } from "./tiny-keys.ts";
import type { TinyKey } from "./tiny-keys.ts";
import { namedByAws, namedServices } from "./tiny-people.ts";
import { tinyRequests } from "./tiny-requests.ts";
import type { TinyRequestsOptions } from "./tiny-requests.ts";

/** Two key policies, and the requests that tell all there is to tell of them. */
export interface TinyPair {
  readonly before: JsonObject;
  readonly after: JsonObject;
  readonly requests: readonly NaiveRequest[];
}

export interface TinyOptions extends TinyRequestsOptions {
  /** Conditions may have policy variables. */
  readonly variables?: boolean;
  /** Statements may ask what AWS leaves open, so that some answers are unknown. */
  readonly open?: boolean;
  /** The most requests that a pair has. */
  readonly maximum?: number;
}

/** Random pairs of small key policies: most are two versions of one. */
export function tinyPairs(options: TinyOptions = {}): fc.Arbitrary<TinyPair> {
  const { maximum = 20_000 } = options;
  return pairsOfPolicies(options)
    .map(([before, after]) => ({
      before,
      after,
      requests: tinyRequests([before, after], options),
    }))
    .filter(({ requests }) => requests.length <= maximum);
}

function pairsOfPolicies(
  options: TinyOptions,
): fc.Arbitrary<readonly [JsonObject, JsonObject]> {
  const pool = options.variables
    ? [...tinyKeys, ...tinyVariableKeys, ...tinyVariableKeys]
    : tinyKeys;
  return fc
    .subarray([...pool], { minLength: 1, maxLength: 3 })
    .chain((keys) => {
      const one = statement(keys, options);
      const list = fc.array(one, { minLength: 1, maxLength: 4 });
      return fc.tuple(
        list,
        version(options),
        fc.oneof(
          { weight: 3, arbitrary: list.map((other) => () => other) },
          { weight: 7, arbitrary: edit(one) },
        ),
      );
    })
    .map(([statements, Version, change]) => [
      { ...Version, Statement: statements },
      { ...Version, Statement: change(statements) },
    ]);
}

function version(options: TinyOptions): fc.Arbitrary<JsonObject> {
  const latest = fc.constant({ Version: "2012-10-17" });
  return options.variables
    ? latest
    : fc.oneof(
        { weight: 6, arbitrary: latest },
        { weight: 1, arbitrary: fc.constant({ Version: "2008-10-17" }) },
        { weight: 1, arbitrary: fc.constant({}) },
      );
}

type Edit = (statements: readonly JsonObject[]) => readonly JsonObject[];

/** A small change of a policy; the statement that changes takes some parts of a new one. */
function edit(one: fc.Arbitrary<JsonObject>): fc.Arbitrary<Edit> {
  const parts = ["Principal", "Action", "Resource", "Condition", "Effect"];
  return fc
    .record({ at: fc.nat(3), drawn: one, parts: fc.subarray(parts) })
    .chain(({ at, drawn, parts: taken }) =>
      fc.constantFrom<Edit>(
        (statements) => [...statements, drawn],
        (statements) =>
          statements.filter((_, index) => index !== at % statements.length),
        (statements) =>
          statements.with(
            at % statements.length,
            mixed(statements[at % statements.length] ?? {}, drawn, taken),
          ),
      ),
    );
}

/** A statement with some parts, and their opposites, of another. */
function mixed(
  base: JsonObject,
  other: JsonObject,
  parts: readonly string[],
): JsonObject {
  const isTaken = (name: string) => parts.includes(name.replace(/^Not/u, ""));
  return Object.fromEntries([
    ...Object.entries(base).filter(([name]) => !isTaken(name)),
    ...Object.entries(other).filter(([name]) => isTaken(name)),
  ]);
}

function statement(
  keys: readonly TinyKey[],
  options: TinyOptions,
): fc.Arbitrary<JsonObject> {
  return fc
    .tuple(
      fc.constantFrom("Allow", "Allow", "Deny").map((Effect) => ({ Effect })),
      principals(options),
      actions(),
      resources(),
      conditions(keys, options),
    )
    .map((parts) =>
      Object.fromEntries(parts.flatMap((part) => Object.entries(part))),
    );
}

function oneOrSeveral(values: readonly string[]): fc.Arbitrary<Json> {
  const value = fc.constantFrom(...values);
  return fc.oneof(value, fc.uniqueArray(value, { minLength: 1, maxLength: 3 }));
}

function principals({ open = false }: TinyOptions): fc.Arbitrary<JsonObject> {
  const aws = oneOrSeveral(namedByAws);
  const service = oneOrSeveral(namedServices);
  const everyone = fc.constantFrom<Json>("*", { AWS: "*" });
  const both = fc.record({ AWS: aws, Service: service });
  const others = fc.constantFrom<Json>(
    { Federated: "cognito-identity.amazonaws.com" },
    { CanonicalUser: "0123456789abcdef" },
  );
  const element: fc.Arbitrary<Json> = fc.oneof(
    { weight: 6, arbitrary: everyone },
    { weight: 8, arbitrary: fc.record({ AWS: aws }) },
    { weight: 2, arbitrary: fc.record({ Service: service }) },
    { weight: 2, arbitrary: both },
    { weight: open ? 1 : 0, arbitrary: others },
  );
  return fc.oneof(
    { weight: 9, arbitrary: element.map((Principal) => ({ Principal })) },
    {
      weight: open ? 1 : 0,
      arbitrary: element.map((NotPrincipal) => ({ NotPrincipal })),
    },
  );
}

function actions(): fc.Arbitrary<JsonObject> {
  const list = oneOrSeveral([
    "kms:Decrypt",
    "kms:DescribeKey",
    "kms:PutKeyPolicy",
    "kms:D*",
    "KMS:decrypt",
    "kms:*",
    "*",
  ]);
  return fc.oneof(
    { weight: 8, arbitrary: list.map((Action) => ({ Action })) },
    { weight: 1, arbitrary: list.map((NotAction) => ({ NotAction })) },
  );
}

function resources(): fc.Arbitrary<JsonObject> {
  return fc.oneof(
    { weight: 20, arbitrary: fc.constant({ Resource: "*" }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<JsonObject>(
        { Resource: ["arn:aws:kms:us-east-1:111122223333:key/*"] },
        { Resource: "arn:aws:kms:us-east-1:111122223333:key/other" },
        { NotResource: "arn:aws:kms:us-east-1:111122223333:key/other" },
      ),
    },
  );
}

function conditions(
  keys: readonly TinyKey[],
  options: TinyOptions,
): fc.Arbitrary<JsonObject> {
  if (keys.length === 0) return fc.constant({});
  const atom = fc.constantFrom(...keys).chain((key) => atomAbout(key, options));
  return fc.array(atom, { maxLength: 3 }).map((atoms) => {
    const block: Record<string, Record<string, Json>> = {};
    for (const [operator, key, wanted] of atoms)
      block[operator] = { ...block[operator], [key]: wanted };
    return atoms.length === 0 ? {} : { Condition: block };
  });
}

type AtomParts = readonly [operator: string, key: string, wanted: Json];

function atomAbout(
  key: TinyKey,
  { open = false }: TinyOptions,
): fc.Arbitrary<AtomParts> {
  const name = fc.constant(key.key);
  const truths = fc.constantFrom<Json>("true", "false", true, false);
  return fc.oneof(
    {
      weight: 12,
      arbitrary: fc
        .constantFrom(...key.operators)
        .chain((operator) =>
          fc.tuple(
            inSomeCase(
              fc
                .constantFrom("", "", "IfExists")
                .map((ending) => operator + ending),
            ),
            inSomeCase(name),
            oneOrTwo(wantedBy(key, operator)),
          ),
        ),
    },
    { weight: 1, arbitrary: fc.tuple(fc.constant("Null"), name, truths) },
    { weight: open ? 1 : 0, arbitrary: openAtom(key.key) },
  );
}

function wantedBy(
  { wanted, plainlyWanted = wanted }: TinyKey,
  operator: string,
): readonly Json[] {
  return operator.endsWith("Like") ? wanted : plainlyWanted;
}

function oneOrTwo(values: readonly Json[]): fc.Arbitrary<Json> {
  const value = fc.constantFrom(...values);
  return fc.oneof(value, fc.uniqueArray(value, { minLength: 1, maxLength: 2 }));
}

/** The names of operators and of keys are read in any case. */
function inSomeCase(name: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(name, fc.nat(15)).map(([text, luck]) => {
    if (luck === 14) return text.toLowerCase();
    return luck === 15 ? text.toUpperCase() : text;
  });
}

/** An atom that nothing settles, or that never holds because of its value. */
function openAtom(key: string): fc.Arbitrary<AtomParts> {
  return fc.constantFrom<AtomParts>(
    ["ArnLike", key, "*"],
    ["ArnNotEquals", key, "*"],
    ["NumericNotEquals", key, "10x"],
    ["NumericLessThan", key, "10x"],
    ["DateNotEquals", key, "2026-13-01"],
    ["DateGreaterThan", key, "2026-13-01"],
    ["NotIpAddress", key, "10.0.0.0/33"],
    ["IpAddress", key, "10.0.0.0/33"],
    ["StringResembles", key, "a"],
  );
}
