import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { designWith, role } from "../samples/parts.ts";
import { samples } from "../samples/registry.ts";
import { arbitraryDocument } from "../testing/arbitrary-document.ts";
import { valueAt } from "../testing/value-at.ts";
import type { Path, Problem } from "../problem/problem.ts";
import { acceptedProperties } from "./accepted-finding.ts";
import { appliedRecipeProperties } from "./applied-recipe.ts";
import { consumerKinds } from "./consumer-kinds.ts";
import { emptyDesign } from "./defaults.ts";
import type { Design } from "./design.ts";
import { requestProperties } from "./kept-test.ts";
import { recipeMarkers } from "./recipe-markers.ts";
import { parseDesign, parseDesignText } from "./parse-design.ts";
import { printDesign } from "./print-design.ts";

const deep = process.env["KEYWRIGHT_DEEP"] === "1";

const valid = designWith("Test", "Stack", {
  principals: [role("Admin")],
  keys: [
    {
      id: "Key",
      administrators: ["Admin"],
      policy: {
        mode: "amend",
        statements: [{ effect: "Allow", principals: ["Admin"] }],
      },
    },
  ],
});

/** The valid design with another value at a path; undefined removes it. */
function spoiled(path: Path, value: unknown): unknown {
  const copy: unknown = structuredClone(valid);
  const parent = valueAt(copy, path.slice(0, -1));
  const last = path.at(-1) ?? "";
  if (typeof parent !== "object" || parent === null)
    throw new Error("the path leads nowhere");
  if (value === undefined) Reflect.deleteProperty(parent, last);
  else Reflect.set(parent, last, value);
  return copy;
}

function problemsOf(input: unknown): readonly Problem[] {
  const result = parseDesign(input);
  return result.ok ? [] : result.problems;
}

describe("round trip", () => {
  test.each(Object.entries(samples))(
    "[D1] sample %s is printed and read back",
    (_, { design }) => {
      expect(parseDesignText(printDesign(design))).toEqual({
        ok: true,
        value: design,
      });
    },
  );

  test("[D1] random designs are printed and read back", () => {
    fc.assert(
      fc.property(arbitraryDocument(), (design) => {
        expect(parseDesignText(printDesign(design))).toEqual({
          ok: true,
          value: design,
        });
      }),
      { numRuns: deep ? 10_000 : 300, seed: 11 },
    );
  });

  test("[D1] a text that reads __proto__ is a text like others", () => {
    const design = { ...valid, name: "__proto__" };
    expect(parseDesignText(printDesign(design)).ok).toBe(true);
  });
});

describe("whatever the input", () => {
  const runs = { numRuns: deep ? 50_000 : 1000 };

  test("[D2] no value makes the parser throw", () => {
    const anything = fc.anything({ withBigInt: true, withNullPrototype: true });
    fc.assert(
      fc.property(anything, (value) => {
        expect(parseDesign(value).ok).toBe(false);
      }),
      { ...runs, seed: 12 },
    );
  });

  test("[D2] no value inside a design makes the parser throw", () => {
    const places = placesOf(valid, []);
    const anything = fc.oneof(
      fc.anything({ withBigInt: true, withNullPrototype: true, maxDepth: 2 }),
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom(Symbol("s"), () => 1, Number.NaN, undefined),
    );
    fc.assert(
      fc.property(fc.constantFrom(...places), anything, (path, value) => {
        expect(typeof parseDesign(spoiled(path, value)).ok).toBe("boolean");
      }),
      { ...runs, seed: 13 },
    );
  });

  test("[D2] JSON that is no design gives problems", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(problemsOf(value).length).toBeGreaterThan(0);
      }),
      { ...runs, seed: 14 },
    );
  });

  test("[D2] random designs with a value deleted or replaced give a design or problems inside it", () => {
    const mutation = arbitraryDocument().chain((design) =>
      fc.record({
        design: fc.constant(design),
        path: fc.constantFrom(...placesOf(design, [])),
        value: fc.option(fc.jsonValue({ maxDepth: 1 }), { nil: undefined }),
      }),
    );
    fc.assert(
      fc.property(mutation, ({ design, path, value }) => {
        const result = parseDesign(replacedAt(design, path, value));
        for (const problem of result.ok ? [] : result.problems) {
          expect(problem.severity).toBe("error");
          expect(problem.message).not.toBe("");
          expect(problem.help).not.toBe("");
        }
      }),
      { numRuns: deep ? 10_000 : 300, seed: 15 },
    );
  });
});

function placesOf(value: unknown, path: Path): readonly Path[] {
  if (typeof value !== "object" || value === null) return [path];
  const inner = Object.entries(value).flatMap(([name, member]) =>
    placesOf(member, [...path, Array.isArray(value) ? Number(name) : name]),
  );
  return path.length === 0 ? inner : [path, ...inner];
}

function replacedAt(value: unknown, path: Path, by: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return by;
  if (Array.isArray(value))
    return value.flatMap((member: unknown, index) => {
      if (index !== first) return [member];
      return rest.length === 0 && by === undefined
        ? []
        : [replacedAt(member, rest, by)];
    });
  return Object.fromEntries(
    Object.entries(value as object).flatMap(([name, member]) => {
      if (name !== first) return [[name, member]];
      return rest.length === 0 && by === undefined
        ? []
        : [[name, replacedAt(member, rest, by)]];
    }),
  );
}

describe("problems", () => {
  test("[D3] every problem is reported at once, each at its path", () => {
    const input = {
      ...valid,
      name: 3,
      stacks: [{ id: "" }],
      keys: [{ ...valid.keys[0], enabled: "yes", pendingWindowInDays: 7.5 }],
    };
    expect(problemsOf(input).map(({ path }) => path)).toEqual([
      ["name"],
      ["stacks", 0, "id"],
      ["keys", 0, "enabled"],
      ["keys", 0, "pendingWindowInDays"],
    ]);
  });

  test("[D3] a problem says what was expected and what came", () => {
    expect(problemsOf(spoiled(["name"], 3))).toEqual([
      {
        code: "design/wrong-value",
        severity: "error",
        path: ["name"],
        message: "`name` must be a text, received `3`",
        help: "write a text",
      },
    ]);
  });

  test("[D3] a choice names all that can be chosen", () => {
    expect(problemsOf(spoiled(["keys", 0, "origin"], "AWS"))[0]?.message).toBe(
      '`keys[0].origin` must be one of `AWS_KMS`, `EXTERNAL`, `AWS_CLOUDHSM`, `EXTERNAL_KEY_STORE`, received `"AWS"`',
    );
  });

  test("[D3] what is missing is said to be missing", () => {
    expect(problemsOf(spoiled(["cdk"], undefined))[0]?.message).toBe(
      "`cdk` must be an object, received nothing",
    );
  });

  test("[D3] a long value is shown by its beginning", () => {
    const [problem] = problemsOf(spoiled(["cdk"], "x".repeat(1000)));
    expect(problem?.message.length).toBeLessThan(150);
    expect(problem?.message).toContain("…");
  });

  test("[D3] an unknown property is one problem at its own path", () => {
    expect(problemsOf(spoiled(["keys", 0, "keySpecs"], "RSA_2048"))).toEqual([
      {
        code: "design/unknown-property",
        severity: "error",
        path: ["keys", 0, "keySpecs"],
        message: "`keys[0].keySpecs` is not a property of a design",
        help: "check the spelling, or remove it",
      },
    ]);
  });

  test("[D3] a principal of an unknown kind is told the kinds", () => {
    expect(
      problemsOf(spoiled(["principals", 0, "kind"], "rolle"))[0]?.message,
    ).toContain(
      "one of `arn`, `account`, `account-root`, `service`, `any`, `star`",
    );
  });

  test("[D3] a key of an unknown kind is told the kinds", () => {
    expect(problemsOf(spoiled(["keys", 0, "kind"], "copy"))[0]?.message).toBe(
      '`keys[0].kind` must be one of `defined`, `replica`, `imported`, `imported-alias`, `looked-up`, received `"copy"`',
    );
  });

  test("[D3] a wrong statement is read as the kind it resembles most", () => {
    const path = ["keys", 0, "policy", "statements", 0, "acions"];
    expect(problemsOf(spoiled(path, []))).toMatchObject([
      { code: "design/unknown-property", path },
    ]);
  });

  test("[D3] thousands of problems are all reported", () => {
    const aliases = Array.from({ length: 20_000 }, () => 1);
    expect(problemsOf(spoiled(["keys", 0, "aliases"], aliases))).toHaveLength(
      20_000,
    );
  });

  test("[D3] a file with hundreds of thousands of problems is refused as a whole", () => {
    const aliases = Array.from({ length: 500_000 }, () => 1);
    expect(problemsOf(spoiled(["keys", 0, "aliases"], aliases))).toMatchObject([
      { code: "design/too-many-problems" },
    ]);
  });

  test.each<[string, Path, unknown]>([
    ["no stack", ["stacks"], []],
    [
      "a rotation period of half a day",
      ["keys", 0, "rotationPeriodInDays"],
      90.5,
    ],
    ["a key of an unknown kind", ["keys", 0, "kind"], "copy"],
    ["CDK v3", ["cdk", "line"], "v3"],
    ["a key without what its kind needs", ["keys", 0, "kind"], "imported"],
    [
      "a parameter with a hyphen",
      ["stacks"],
      [{ id: "Stack", parameters: [{ id: "my-env" }] }],
    ],
    [
      "an output with an attribute of another thing",
      ["stacks"],
      [
        {
          id: "Stack",
          outputs: [{ id: "O", value: { key: "Key", attribute: "name" } }],
        },
      ],
    ],
    ["a grant of nothing", ["keys", 0, "grants"], [{ principal: "Admin" }]],
    ["a consumer of an unknown kind", ["consumers"], [{ kind: "disk" }]],
    ["an unknown flag", ["cdk", "flags"], { "@aws-cdk/x:y": true }],
    ["a null description", ["keys", 0, "description"], null],
    [
      "a null in a condition",
      ["keys", 0, "policy", "statements", 0, "conditions"],
      { Bool: { a: null } },
    ],
  ])("[D3] refused: %s", (_, path, value) => {
    expect(problemsOf(spoiled(path, value)).length).toBeGreaterThan(0);
  });
});

describe("the newer parts of the format", () => {
  test("[D1] empty optional lists are allowed", () => {
    const design = {
      ...valid,
      stacks: [
        {
          id: "Stack",
          tags: [],
          dependencies: [],
          parameters: [],
          outputs: [],
        },
      ],
      keys: valid.keys.map((key) => ({ ...key, grants: [] })),
      aliases: [],
      consumers: [],
    };
    expect(parseDesign(design)).toEqual({ ok: true, value: design });
  });

  test("[D35] random documents have every kind of part", () => {
    const documents = fc.sample(arbitraryDocument(), {
      numRuns: 400,
      seed: 19,
    });
    const kinds = (members: readonly { readonly kind: string }[]) =>
      new Set(members.map(({ kind }) => kind)).size;
    expect(kinds(documents.flatMap(({ keys }) => keys))).toBe(5);
    expect(kinds(documents.flatMap(({ principals }) => principals))).toBe(21);
    expect(kinds(documents.flatMap(({ consumers = [] }) => consumers))).toBe(
      Object.keys(consumerKinds).length,
    );
    const stacks = documents.flatMap((one) => one.stacks);
    expect(new Set(documents.map((one) => one.stacks.length)).size).toBe(4);
    expect(new Set(stacks.flatMap((one) => Object.keys(one))).size).toBe(12);
    expect(documents.some(({ aliases = [] }) => aliases.length > 1)).toBe(true);
    expect(kinds(documents.flatMap(({ claims = [] }) => claims))).toBe(3);
    const tests = documents.flatMap((one) => one.tests ?? []);
    expect(
      new Set(tests.flatMap(({ request }) => Object.keys(request))).size,
    ).toBe(requestProperties.length);
    expect(
      new Set(documents.flatMap((one) => Object.keys(one.settings ?? {}))).size,
    ).toBe(4);
    const accepted = documents.flatMap((one) => one.accepted ?? []);
    expect(new Set(accepted.flatMap((one) => Object.keys(one))).size).toBe(
      acceptedProperties.length,
    );
    const recipes = documents.flatMap((one) => one.recipes ?? []);
    expect(new Set(recipes.flatMap((one) => Object.keys(one))).size).toBe(
      appliedRecipeProperties.length,
    );
    const written = documents.map((one) => {
      const known = new Set((one.recipes ?? []).map(({ id }) => id));
      return recipeMarkers(one).map(({ id }) => known.has(id));
    });
    expect(new Set(written.flat()).size).toBe(2);
  });
});

describe("names", () => {
  test.each<[string, keyof Design, unknown]>([
    ["keys", "keys", [valid.keys[0], valid.keys[0]]],
    ["principals", "principals", [role("Admin"), role("Admin")]],
  ])("[D4] two %s with one id", (list, property, value) => {
    expect(problemsOf({ ...valid, [property]: value })).toMatchObject([
      { code: "design/repeated-id", path: [list, 1, "id"] },
    ]);
  });

  test.each<[Path, unknown]>([
    [["keys", 0, "stack"], "None"],
    [["keys", 0, "administrators", 0], "None"],
    [["keys", 0, "policy", "statements", 0, "principals", 0], "None"],
  ])("[D4] a name that leads nowhere, at %j", (path, value) => {
    expect(problemsOf(spoiled(path, value))).toMatchObject([
      { code: "design/unknown-name", path },
    ]);
  });

  test("[D4] an excepted principal that leads nowhere", () => {
    const path = ["keys", 0, "policy", "statements", 0, "notPrincipals"];
    expect(problemsOf(spoiled(path, ["None"]))).toMatchObject([
      { code: "design/unknown-name", path: [...path, 0] },
    ]);
  });
});

describe("versions", () => {
  test("[D5] another version is refused with the version it has", () => {
    expect(problemsOf({ keywright: 2, anything: true })).toMatchObject([
      {
        code: "design/version",
        path: ["keywright"],
        message: "version 2 of the design format is not known, only 1",
      },
    ]);
  });

  test.each([[{}], [[]], [null], ["text"], [{ Resources: {} }]])(
    "[D5] %j is not a design",
    (input) => {
      expect(problemsOf(input)).toMatchObject([
        { code: "design/not-a-design", path: [] },
      ]);
    },
  );
});

describe("places in the text", () => {
  const text = printDesign(valid).replace(
    '"policy": {\n        "mode": "amend"',
    '"enabled": "yes",\n      "policy": {\n        "mode": "amended"',
  );

  test("[D6] each problem has the range of its value", () => {
    const result = parseDesignText(text);
    const problems = result.ok ? [] : result.problems;
    expect(
      problems.map(({ span }) => span && text.slice(span.start, span.end)),
    ).toEqual(['"yes"', '"amended"']);
  });

  test("[D6] a missing value has the range of what lacks it", () => {
    const result = parseDesignText('{"keywright": 1, "name": "x"}');
    const [problem] = result.ok ? [] : result.problems;
    expect(problem).toMatchObject({
      path: ["cdk"],
      span: { start: 0, end: 29 },
    });
  });

  test("[D6] thousands of problems in a long text are placed within a second", () => {
    const aliases = Array.from({ length: 20_000 }, () => 1);
    const long = JSON.stringify(spoiled(["keys", 0, "aliases"], aliases));
    const started = performance.now();
    const result = parseDesignText(long);
    expect(!result.ok && result.problems.length).toBe(20_000);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe("hostile input", () => {
  const bomb = "[".repeat(100_000) + "]".repeat(100_000);

  test.each([
    ["100,000 nested lists", bomb, "json/depth"],
    [
      "nested lists in a design",
      `{"keywright":1,"name":${bomb}}`,
      "json/depth",
    ],
    ["over ten million characters", " ".repeat(10_000_001), "json/too-large"],
  ])("[D7] refused within a second: %s", (_, text, code) => {
    const started = performance.now();
    const result = parseDesignText(text);
    expect(!result.ok && result.problems[0]?.code).toBe(code);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  const withProto = (name: string) =>
    printDesign({
      ...valid,
      keys: valid.keys.map((key) => ({
        ...key,
        policy: {
          mode: "amend" as const,
          statements: [{ verbatim: { Condition: {} } }],
        },
      })),
    }).replace('"Condition": {}', `"Condition": {"${name}": {"polluted": 1}}`);

  test.each([["__proto__"], ["__proto\\u005f_"]])(
    "[D7] %s as a name is refused with its place, however it is written",
    (name) => {
      const result = parseDesignText(withProto(name));
      expect(!result.ok && result.problems).toMatchObject([
        {
          code: "json/reserved-name",
          path: [
            "keys",
            0,
            "policy",
            "statements",
            0,
            "verbatim",
            "Condition",
            "__proto__",
          ],
        },
      ]);
    },
  );

  test("[D7] no input changes the prototype of objects", () => {
    parseDesignText(withProto("__proto__"));
    parseDesignText(withProto("constructor"));
    parseDesign(JSON.parse('{"keywright":1,"__proto__":{"polluted":1}}'));
    expect({}).not.toHaveProperty("polluted");
  });

  test("[D7] names such as constructor and toString are names like others", () => {
    const conditions = {
      constructor: { toString: "x", hasOwnProperty: ["y"] },
    };
    const path = ["keys", 0, "policy", "statements", 0, "conditions"];
    const result = parseDesign(spoiled(path, conditions));
    expect(result.ok && result.value).toEqual(spoiled(path, conditions));
  });

  test("[D7] a value that contains itself is refused", () => {
    const value: Record<string, unknown> = { ...emptyDesign() };
    value["name"] = value;
    expect(problemsOf(value)).toMatchObject([{ code: "json/depth" }]);
  });
});
