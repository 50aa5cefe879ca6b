import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Comparison } from "../evaluate/comparison.ts";
import type { ContextValue } from "../evaluate/context.ts";
import type { NamedPrincipal } from "../evaluate/principals.ts";
import { isJsonObject } from "../problem/json.ts";
import type { JsonObject } from "../problem/json.ts";
import { statementsOf } from "../testing/naive/naive-decision.ts";
import { tinyPairs } from "../testing/naive/tiny-policies.ts";
import type { TinyOptions, TinyPair } from "../testing/naive/tiny-policies.ts";
import { differences, newAccess } from "../testing/new-access-check.ts";

/** What is broken in the test that runs. */
const planted = vi.hoisted(() => ({ bug: "" }));

function isPlanted(bug: string): boolean {
  return planted.bug === bug;
}

vi.mock(import("../evaluate/matchers.ts"), async (original) => {
  const real = await original();
  const as = { "StringEqualsIgnoreCase minds the case": "StringEquals" } as const;
  return {
    ...real,
    matcherOf: (operator, values, hasVariables) => {
      return real.matcherOf(operator, values, hasVariables);
    },
  };
});
