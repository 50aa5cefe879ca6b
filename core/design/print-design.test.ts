import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryDocument } from "../testing/arbitrary-document.ts";
import { valueAt } from "../testing/value-at.ts";
import type { Design } from "./design.ts";
import { booleanFlags, referenceFlag } from "./feature-flags.ts";
import { keyProperties } from "./key-properties.ts";
import { parseDesign } from "./parse-design.ts";
import { printDesign } from "./print-design.ts";
import { designJsonSchema, schemaFile } from "./schema.ts";

const numRuns = process.env["KEYWRIGHT_DEEP"] === "1" ? 5000 : 300;

const unordered = {
  keys: [
    {
      policy: {
        statements: [
          {
            resources: ["*"],
            conditions: { Bool: { z: true, a: false } },
            actions: ["kms:Sign"],
            principals: ["Root"],
            effect: "Allow",
            sid: "S",
          },
          { verbatim: { Sid: "V", Effect: "Allow" } },
        ],
        mode: "amend",
      },
      administrators: [],
      tags: [{ value: "v", key: "k" }],
      aliases: ["alias/a"],
      pendingWindowInDays: 7,
      enabled: true,
      stack: "S",
      kind: "defined",
      id: "Key",
    },
  ],
  principals: [{ kind: "account-root", id: "Root" }],
  stacks: [{ region: "eu-west-1", account: "111122223333", id: "S" }],
  cdk: { flags: {}, line: "v2" },
  name: "Order",
  keywright: 1,
} as const satisfies Design;

const ordered = `{
  "keywright": 1,
  "name": "Order",
  "cdk": {
    "line": "v2",
    "flags": {}
  },
  "stacks": [
    {
      "id": "S",
      "account": "111122223333",
      "region": "eu-west-1"
    }
  ],
  "principals": [
    {
      "id": "Root",
      "kind": "account-root"
    }
  ],
  "keys": [
    {
      "id": "Key",
      "kind": "defined",
      "stack": "S",
      "enabled": true,
      "pendingWindowInDays": 7,
      "aliases": [
        "alias/a"
      ],
      "tags": [
        {
          "key": "k",
          "value": "v"
        }
      ],
      "administrators": [],
      "policy": {
        "mode": "amend",
        "statements": [
          {
            "sid": "S",
            "effect": "Allow",
            "principals": [
              "Root"
            ],
            "actions": [
              "kms:Sign"
            ],
            "resources": [
              "*"
            ],
            "conditions": {
              "Bool": {
                "z": true,
                "a": false
              }
            }
          },
          {
            "verbatim": {
              "Sid": "V",
              "Effect": "Allow"
            }
          }
        ]
      }
    }
  ]
}
`;

const asGiven: readonly string[] = [
  "conditions",
  "verbatim",
  "metadata",
  "overrides",
  "rest",
  "policyDocument",
  "assumed",
  "context",
  "answers",
  "identityPolicies",
  "permissionsBoundary",
  "sessionPolicies",
  "serviceControlPolicies",
  "resourceControlPolicies",
  "endpointPolicy",
];

/** The same value with the names of every object turned round, but for those that keep their order. */
function turned(value: unknown, name = ""): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (asGiven.includes(name)) return value;
  if (Array.isArray(value)) return value.map((member) => turned(member));
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, member]) => [key, turned(member, key)])
      .toReversed(),
  );
}

describe("printing", () => {
  test("[D8] properties stand in one order; conditions and verbatim statements keep theirs", () => {
    expect(printDesign(unordered)).toBe(ordered);
  });

  test("[D8] the order of random designs does not depend on how they were put together", () => {
    fc.assert(
      fc.property(arbitraryDocument(), (design) => {
        const other = parseDesign(turned(design));
        expect(other.ok && printDesign(other.value)).toBe(printDesign(design));
      }),
      { numRuns, seed: 16 },
    );
  });

  test("[D8] nothing of a random design is left out", () => {
    fc.assert(
      fc.property(arbitraryDocument(), (design) => {
        expect(JSON.parse(printDesign(design))).toEqual(design);
      }),
      { numRuns, seed: 17 },
    );
  });
});

describe("JSON Schema", () => {
  const file = new URL(`../../public/${schemaFile}`, import.meta.url);
  const schema: unknown = JSON.parse(readFileSync(file, "utf8"));

  test("[D9] the published schema is the one that designs are parsed with", () => {
    expect(schema).toEqual(designJsonSchema());
  });

  test.each(Object.entries<readonly string[]>(keyProperties))(
    "[D9] the schema speaks of every property of a %s key and of no other",
    (kind, properties) => {
      const branches = valueAt(schema, [
        "properties",
        "keys",
        "items",
        "oneOf",
      ]);
      const ofKind = (Array.isArray(branches) ? branches : [])
        .map((branch: unknown) => valueAt(branch, ["properties"]))
        .find((parts) => valueAt(parts, ["kind", "const"]) === kind);
      expect(Object.keys(ofKind ?? {}).toSorted()).toEqual(
        properties.toSorted(),
      );
    },
  );

  test("[D9] the schema speaks of every feature flag", () => {
    const path = ["properties", "cdk", "properties", "flags", "properties"];
    expect(Object.keys(valueAt(schema, path) ?? {})).toEqual([
      ...Object.keys(booleanFlags),
      referenceFlag,
    ]);
  });

  test("[D9] the schema allows no property that it does not name", () => {
    expect(schema).toMatchObject({
      type: "object",
      additionalProperties: false,
      required: ["keywright", "name", "cdk", "stacks", "principals", "keys"],
    });
  });
});
