import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { JsonObject } from "../problem/json.ts";
import { isJsonList, parseJson } from "../problem/json.ts";
import { ownAccount, policySubject } from "../testing/policy-subject.ts";
import { realisticPair, realisticPolicy } from "../testing/realistic-policies.ts";
import { compareAccess } from "./compare.ts";
import type { AccessChange, AccessComparison } from "./compare.ts";
import { accessReport } from "./report.ts";

const isDeep = process.env["KEYWRIGHT_DEEP"] === "1";
const runs = { seed: 20261128, numRuns: isDeep ? 1500 : 60 };
const policy = realisticPolicy({ statements: 6 });
const pair = realisticPair({ statements: 6 });

function compare(base: JsonObject, head: JsonObject): AccessComparison {
  return compareAccess(policySubject(base), policySubject(head));
}

function statementsOf({ Statement: list }: JsonObject) {
  return isJsonList(list ?? null) ? list : [];
}

/** The policy with the statements of another behind its own that have an effect. */
function withMore(
  base: JsonObject,
  other: JsonObject,
  effect: string,
): JsonObject {
  const more = statementsOf(other).map((one) => ({ ...one, Effect: effect }));
  return { ...base, Statement: [...statementsOf(base), ...more.slice(1, 3)] };
}
