import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { grantActions } from "../kms/grant-vocabulary.ts";
import { keysOf } from "../kms/keys-of.ts";
import {
  conditionOperators,
  parseOperator,
  printOperator,
} from "../policy/operators.ts";
import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonList, isJsonObject } from "../problem/json.ts";
import { expandAction } from "./capability-words.ts";
import { operatorWords } from "./operator-words.ts";
import { printSentence } from "./sentence.ts";
import { describePolicyStatement } from "./statement-words.ts";
import { word } from "./word.ts";

const isDeep = process.env["KEYWRIGHT_DEEP"] === "1";

/** Texts that would be taken for words of the sentence, or for several values, if they stood bare. */
const texts = [
  "a",
  "b",
  "A",
  "",
  " ",
  "a or b",
  "or",
  "a, b",
  "a nor b",
  '"a"',
  "is",
  "a and b is a",
  "a, or is absent",
  "(if a: b)",
  "Ref a",
  "true",
  "3",
  "null",
  "nothing",
  "{}",
  "[]",
  "b; as written: c",
  "\u202e",
  "${a}",
  "a, even with IfExists",
  "every value of a, if any,",
  "on a",
  "a:b",
  "${AWS::Region}",
  "arn:aws:iam::111122223333:role/a",
];
const text = fc.constantFrom(...texts);

const noValue = { Ref: "AWS::NoValue" };
const jsonValues: readonly Json[] = [
  true,
  false,
  "TRUE",
  3,
  null,
  { a: 1 },
  ["a"],
  {},
  { Ref: "a" },
  { Ref: "AWS::Region" },
  { "Fn::Sub": "${a}" },
  { "Fn::GetAtt": "a.b" },
  noValue,
  { "Fn::Sub": "a" },
  { "Fn::ImportValue": "a" },
  { "Fn::Select": [0, "a"] },
  { "Fn::Split": ["a", "b"] },
  { "Fn::If": ["a", "a", "b"] },
  { "Fn::If": ["a", "a or b", "b"] },
  { "Fn::If": ["a", ["a", "b"], "b"] },
  { "Fn::FindInMap": ["a", "b", "a"] },
  { "Fn::If": ["a", "b", noValue] },
  { "Fn::If": ["a", noValue, "b"] },
];
const value: fc.Arbitrary<Json> = fc.oneof(
  { weight: 5, arbitrary: text },
  fc.constantFrom(...jsonValues),
);

function some<T>(member: fc.Arbitrary<T>): fc.Arbitrary<T | T[]> {
  return fc.oneof(
    { weight: 2, arbitrary: member },
    fc.array(member, { maxLength: 3 }),
  );
}

const operator = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .record({
        name: fc.constantFrom(...keysOf(conditionOperators)),
        prefix: fc.constantFrom("", "", "ForAllValues:", "ForAnyValue:"),
        suffix: fc.constantFrom("", "", "IfExists"),
        isLower: fc.boolean(),
      })
      .map(({ name, prefix, suffix, isLower }) => {
        const whole = `${prefix}${name}${suffix}`;
        return isLower ? whole.toLowerCase() : whole;
      }),
  },
  text,
  fc.constantFrom("NoSuch", "Fn::If"),
);

const block: fc.Arbitrary<Json> = fc.dictionary(
  operator,
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.dictionary(text, some(value), {
        maxKeys: 2,
        noNullPrototype: true,
      }),
    },
    value,
    fc.constant({ "Fn::If": ["a", { a: "b" }, { Ref: "AWS::NoValue" }] }),
  ),
  { maxKeys: 2, noNullPrototype: true },
);

const someNames: readonly Json[] = [
  "*",
  "111122223333",
  "arn:aws:iam::111122223333:root",
  "arn:aws:iam::111122223333:user/a",
  "s3.amazonaws.com",
  "arn:aws-cn:iam::111122223333:role/a",
  "a:role/b",
  "role a",
  "arn:aws:sts::111122223333:assumed-role/a/b",
  "arn:aws:sts::111122223333:federated-user/a",
  "arn:aws:iam::${AWS::AccountId}:root",
  "users of a",
  "service a",
  "arn:${AWS::Partition}:iam::${AWS::AccountId}:root",
];
const name = fc.oneof(value, fc.constantFrom(...someNames));

const principal: fc.Arbitrary<Json> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.dictionary(
      fc.constantFrom("AWS", "Service", "Federated", "CanonicalUser", "a"),
      some(name),
      { maxKeys: 2, noNullPrototype: true },
    ),
  },
  fc.constant("*"),
  value,
);

const actions = some(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom<Json>(
        "kms:*",
        "*",
        "kms:Decrypt",
        "KMS:decrypt",
        "kms:ReEncrypt*",
        "kms:ReEncryptTo",
        "kms:EnableKey",
        "kms:Encrypt",
        "kms:Nothing",
        "kms:GenerateDataKey*",
        "s3:*",
        "decrypt",
        "kms:*Key",
      ),
    },
    value,
  ),
);

const elements = {
  Effect: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom<Json>("Allow", "Deny") },
    value,
  ),
  Principal: principal,
  NotPrincipal: principal,
  Action: fc.oneof(actions, fc.constant([...grantActions.admin])),
  NotAction: actions,
  Resource: fc.oneof(fc.constant("*"), some(value)),
  NotResource: some(value),
  Condition: fc.oneof({ weight: 5, arbitrary: block }, value),
  Foo: value,
} as const satisfies Record<string, fc.Arbitrary<Json>>;

const statement: fc.Arbitrary<JsonObject> = fc.record(elements, {
  requiredKeys: [],
  noNullPrototype: true,
});

function said(json: Json): string {
  return printSentence(describePolicyStatement(json));
}

/** A statement as what it means, apart from order: equal ones may read alike, and no others. */
function meaning(json: JsonObject): string {
  const { Effect, Condition, Action, NotAction } = json;
  return printed({
    ...json,
    Principal: principalMeaning(json["Principal"]),
    NotPrincipal: principalMeaning(json["NotPrincipal"]),
    Action: actionMeaning(Action),
    NotAction: actionMeaning(NotAction),
    Resource: listMeaning(json["Resource"]),
    NotResource: listMeaning(json["NotResource"]),
    Condition: isJsonObject(Condition)
      ? conditionMeaning(Condition, Effect === "Deny")
      : (Condition ?? "absent"),
  });
}

/** JSON with its members in order. */
function printed(json: Json): string {
  return JSON.stringify(json, (_, member: Json) =>
    isJsonObject(member)
      ? Object.fromEntries(
          Object.entries(member).toSorted(([a], [b]) => (a < b ? -1 : 1)),
        )
      : member,
  );
}

function sorted(list: readonly Json[]): readonly Json[] {
  return list.map(printed).toSorted();
}

function listMeaning(json: Json | undefined): Json {
  if (json === undefined) return "absent";
  const list = isJsonList(json) ? json : [json];
  return list.length === 0 ? "empty" : sorted(list);
}

function principalMeaning(json: Json | undefined): Json {
  if (!isJsonObject(json)) return json ?? "absent";
  return Object.fromEntries(
    Object.entries(json).map(([type, members]) => [
      type,
      listMeaning(
        (isJsonList(members) ? members : [members]).map((member) =>
          type === "AWS" && typeof member === "string"
            ? samePrincipal(member)
            : member,
        ),
      ),
    ]),
  );
}

/** An account is its root, and in one partition only. */
function samePrincipal(member: string): string {
  return member === "111122223333"
    ? "arn:aws:iam::111122223333:root"
    : member.replace("${AWS::Partition}", "aws");
}

function actionMeaning(json: Json | undefined): Json {
  if (json === undefined) return "absent";
  const list = isJsonList(json) ? json : [json];
  if (list.length === 0) return "empty";
  const known = (one: Json): readonly string[] =>
    typeof one === "string" ? expandAction(one) : [];
  return {
    known: [...new Set(list.flatMap(known))].toSorted(),
    others: sorted(list.filter((one) => known(one).length === 0)),
  };
}

function conditionMeaning(json: JsonObject, isDeny: boolean): Json {
  const all = Object.entries(json).flatMap(([written, keys]): Json[] => {
    const parsed = parseOperator(written);
    const operatorName = parsed === undefined ? written : printOperator(parsed);
    if (!isJsonObject(keys) || Object.keys(keys).length === 0)
      // The name stands as it is written where there is nothing to compare.
      return [[written, keys]];
    return Object.entries(keys).map(([key, values]) => [
      operatorName,
      key,
      valuesMeaning(values, operatorName),
    ]);
  });
  const [only] = all;
  const [operatorName = "", ...compared] = isJsonList(only) ? only : [];
  return isDeny && all.length === 1 && isNegated(operatorName, compared)
    ? [[operatorName.replace("IfExists", ""), ...compared]]
    : sorted(all);
}

/** For a Deny `IfExists` says nothing there. */
function isNegated(
  operatorName: Json,
  [, compared = null]: readonly Json[],
): operatorName is string {
  return (
    typeof operatorName === "string" &&
    !operatorName.startsWith("ForAny") &&
    operatorName.includes("Not") &&
    parseOperator(operatorName) !== undefined &&
    printed(compared) !== "[]"
  );
}

/** Numbers and truths are the texts that they are written as. */
function valuesMeaning(json: Json, operatorName: string): Json {
  const isTruth = /Bool|Null/.test(operatorName);
  return (isJsonList(json) ? json : [json]).map((one) => {
    if (typeof one === "object") return one;
    const lower = String(one).toLowerCase();
    return isTruth && (lower === "true" || lower === "false")
      ? lower
      : String(one);
  });
}

describe("sentences are complete", () => {
  test("[W10] statements that read alike mean the same", () => {
    const meanings = new Map<string, string>();
    fc.assert(
      fc.property(statement, (json) => {
        const sentence = said(json);
        const known = meanings.get(sentence) ?? meaning(json);
        meanings.set(sentence, known);
        expect(meaning(json), sentence).toBe(known);
      }),
      { numRuns: isDeep ? 200_000 : 2000, seed: 7 },
    );
  });

  /** Sees that all of these statements that read alike mean the same. */
  function expectDistinct(statements: readonly JsonObject[]) {
    const meanings = new Map<string, string>();
    const alike: string[] = [];
    for (const json of statements) {
      const sentence = said(json);
      const known = meanings.get(sentence) ?? meaning(json);
      meanings.set(sentence, known);
      if (meaning(json) !== known) alike.push(sentence);
    }
    expect(alike).toEqual([]);
    expect(meanings.size).toBeGreaterThan(100);
  }

  const lists = [...texts, ...jsonValues].flatMap((one) => [
    one,
    ...[...texts, ...jsonValues].map((other) => [one, other]),
  ]);

  test("[W10] every two values tell two statements apart", () => {
    expectDistinct(lists.map((list) => ({ Resource: list })));
    expectDistinct(
      lists.map((list) => ({ Condition: { StringEquals: { a: list } } })),
    );
  });

  test("[W10] every two principals tell two statements apart", () => {
    const types = ["AWS", "Service", "Federated", "CanonicalUser", "a"];
    const all = [...texts, ...jsonValues, ...someNames];
    expectDistinct([
      ...["*", ...jsonValues].map((one) => ({ Principal: one })),
      ...types.flatMap((type) =>
        ["Principal", "NotPrincipal"].flatMap((element) =>
          [[], ...all, ...lists.slice(0, 300)].map((one) => ({
            [element]: { [type]: one },
          })),
        ),
      ),
      ...types.flatMap((type) =>
        someNames.flatMap((one) =>
          all.map((other) => ({ Principal: { [type]: one, Service: other } })),
        ),
      ),
    ]);
  });

  test("[W10] every two operators tell two statements apart", () => {
    const operators = [
      "NoSuch",
      "is",
      "equals",
      "NullIfExists",
      "ForAllValues:NoSuch",
      ...keysOf(conditionOperators).flatMap((one) =>
        ["", "ForAllValues:", "ForAnyValue:"].flatMap((prefix) => [
          `${prefix}${one}`,
          `${prefix}${one}IfExists`,
        ]),
      ),
    ];
    const compared: readonly Json[] = [
      [],
      "a",
      "b",
      ["a", "b"],
      "true",
      "TRUE",
      ["true", "false"],
      "a or b",
      "the ARN a",
      "like a",
      ["a", "true"],
      "true or false",
      "absent",
      "absent: a",
      "nothing",
      { "Fn::If": ["a", "a", "b"] },
    ];
    expectDistinct(
      operators.flatMap((one) =>
        compared.flatMap((list) =>
          ["Allow", "Deny"].map((Effect) => ({
            Effect,
            Condition: { [one]: { k: list } },
          })),
        ),
      ),
    );
  });

  const neighbours = [
    ["Principal", "NotPrincipal"],
    ["Action", "NotAction"],
    ["Action", "Resource"],
    ["Resource", "NotResource"],
    ["Resource", "Condition"],
    ["Effect", "Condition"],
    ["Condition", "Foo"],
  ] as const;
  test.each(neighbours)("[W10] %s and %s tell them apart", (one, other) => {
    expectDistinct(
      fc.sample(fc.record({ [one]: elements[one], [other]: elements[other] }), {
        numRuns: isDeep ? 50_000 : 1500,
        seed: 8,
      }),
    );
  });

  test("[W10] an element less is another sentence", () => {
    fc.assert(
      fc.property(
        statement,
        fc.constantFrom(...keysOf(elements)),
        (json, element) => {
          fc.pre(json[element] !== undefined);
          const { [element]: _, ...less } = json;
          expect(said(less)).not.toBe(said(json));
        },
      ),
      { numRuns: isDeep ? 20_000 : 300, seed: 9 },
    );
  });

  const condition = fc.record({
    operator: fc.constantFrom(...keysOf(conditionOperators)),
    key: text,
    values: fc.array(text, { minLength: 1, maxLength: 3 }),
  });
  test("[W10] each part occurs: principals, actions, resources, keys, operators and values", () => {
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 3 }),
        fc.array(text, { minLength: 1, maxLength: 3 }),
        condition,
        (people, resources, { operator: comparison, key, values }) => {
          const sentence = said({
            Effect: "Allow",
            Principal: { Federated: people },
            Action: ["kms:Decrypt", "kms:Sign", "kms:Verify"],
            Resource: resources,
            Condition: { [comparison]: { [key]: values } },
          });
          const parts = [...people, key].map(word);
          for (const part of parts) expect(sentence).toContain(part);
          expect(sentence).toContain("may decrypt and sign and verify on ");
          for (const resource of resources)
            expect(sentence).toContain(word(resource));
          const isTruth =
            /Bool|Null/.test(comparison) &&
            values.every((one) => one === "true");
          if (isTruth) return;
          expect(sentence).toContain(` ${operatorWords[comparison].words} `);
          for (const one of values) expect(sentence).toContain(word(one));
        },
      ),
      { numRuns: isDeep ? 20_000 : 300, seed: 10 },
    );
  });

  test("[W10] the words of operators differ, and so do their opposites", () => {
    const words = keysOf(operatorWords).map((one) => operatorWords[one].words);
    expect(new Set(words).size).toBe(words.length);
    const opposites = Object.values(operatorWords).flatMap(
      ({ opposite = [] }) => opposite,
    );
    expect(words).toEqual(expect.arrayContaining(opposites));
  });
});
